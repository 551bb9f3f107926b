"""The stock ledger over HTTP."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.errors import Invalid
from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.stock.permissions import READ, RECEIVE, SET_RULE
from storewalk.stock.queries.history import history
from storewalk.stock.queries.item import read_item
from storewalk.stock.queries.on_hand import Asked, decode_place, on_hand, stock_page_size
from storewalk.stock.queries.totals import groups, totals
from storewalk.stock.schemas import (
    GroupedBy,
    MoveOut,
    ReceiptOut,
    ReceiveStock,
    SetStockRule,
    StockGroup,
    StockItemOut,
    StockOut,
    StockRuleOut,
    StockTotals,
)
from storewalk.stock.service.receive import receive_stock
from storewalk.stock.service.rule import set_rule, stock_rule
from storewalk.stores.api import StoreKind


@query("/stock", operation_id="listStock", permission=READ)
async def list_stock(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    kind: FromQuery[StoreKind | None] = None,
    q: FromQuery[str | None] = None,
    category: FromQuery[UUID | None] = None,
    negative: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[StockOut]:
    """List products at stores by product code; `negative` keeps those below zero, `limit` goes up to 5,000."""
    asked = Asked(
        store=store,
        region=region,
        kind=kind,
        category=category,
        q=q,
        negative=negative,
        limit=stock_page_size(limit),
        after=decode_place(cursor),
    )
    return await on_hand(tx, asked)


@query("/stock/totals", operation_id="getStockTotals", permission=READ)
async def get_totals(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    kind: FromQuery[StoreKind | None] = None,
    q: FromQuery[str | None] = None,
    category: FromQuery[UUID | None] = None,
    negative: FromQuery[bool] = False,
) -> StockTotals:
    """Return what the list of stock adds up to under the same filters."""
    asked = Asked(store=store, region=region, kind=kind, category=category, q=q, negative=negative)
    return await totals(tx, asked)


@query("/stock/groups", operation_id="listStockGroups", permission=READ)
async def list_groups(
    tx: ReadTx,
    *,
    by: FromQuery[GroupedBy] = GroupedBy.STORE,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    kind: FromQuery[StoreKind | None] = None,
    q: FromQuery[str | None] = None,
    category: FromQuery[UUID | None] = None,
    negative: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[StockGroup]:
    """List what the list of stock adds up to by store, region or category, those worth most first."""
    asked = Asked(store=store, region=region, kind=kind, category=category, q=q, negative=negative)
    return await groups(tx, asked, by, limit=stock_page_size(limit), cursor=cursor)


@query("/stock/stores/{store_id:uuid}/products/{product_id:uuid}", operation_id="getStockItem", permission=READ)
async def get_item(tx: ReadTx, store_id: FromPath[UUID], product_id: FromPath[UUID]) -> StockItemOut:
    """Return a product at a store with its lots."""
    return await read_item(tx, store_id, product_id)


@query("/stock/moves", operation_id="listStockMoves", permission=READ)
async def list_moves(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    product: FromQuery[UUID | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[MoveOut]:
    """List the moves of a product at a store, the newest first; both have to be named."""
    if store is None:
        raise Invalid("core.field_missing", field="store", name="store")
    if product is None:
        raise Invalid("core.field_missing", field="product", name="product")
    return await history(tx, store, product, limit=page_size(limit), after=decode_cursor(cursor))


@command("/stock/receipts", operation_id="receiveStock", permission=RECEIVE, status=201)
async def receive(tx: Tx, data: JSONBody[ReceiveStock]) -> ReceiptOut:
    """Take goods in by hand."""
    return await receive_stock(tx, data)


@query("/stock/rule", operation_id="getStockRule", permission=READ)
async def get_rule(tx: ReadTx) -> StockRuleOut:
    """Return what the organization allows its book."""
    return await stock_rule(tx)


@command("/stock/rule", operation_id="setStockRule", permission=SET_RULE, method="PUT")
async def put_rule(tx: Tx, data: JSONBody[SetStockRule]) -> StockRuleOut:
    """Allow or forbid stock below zero."""
    return await set_rule(tx, data)


ROUTER = Router(
    "/api", route_handlers=[list_stock, get_totals, list_groups, get_item, list_moves, receive, get_rule, put_rule]
)
