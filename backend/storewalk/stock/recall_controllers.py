"""Recalls over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.stock.permissions import READ_RECALLS, RECALL
from storewalk.stock.queries.recalls import list_recalls, lots_of, read_recall
from storewalk.stock.recall_schemas import EndRecall, OpenRecall, ProductLot, RecallItem, RecallOut
from storewalk.stock.service import recall


@query("/recalls", operation_id="listRecalls", permission=READ_RECALLS)
async def get_recalls(
    tx: ReadTx,
    *,
    active: FromQuery[bool | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[RecallItem]:
    """List recalls, the newest first; `active` keeps those that are open, or those that have ended."""
    return await list_recalls(tx, active=active, limit=limit, cursor=cursor)


@command("/recalls", operation_id="openRecall", permission=RECALL, status=201)
async def open_recall(tx: Tx, data: JSONBody[OpenRecall]) -> RecallOut:
    """Call goods back from every store."""
    return await read_recall(tx, await recall.open_recall(tx, data))


@query("/recalls/{recall_id:uuid}", operation_id="getRecall", permission=READ_RECALLS)
async def get_recall(tx: ReadTx, recall_id: FromPath[UUID]) -> RecallOut:
    """Return a recall with where its goods went and where they came from."""
    return await read_recall(tx, recall_id)


@command("/recalls/{recall_id:uuid}/end", operation_id="endRecall", permission=RECALL)
async def end_recall(tx: Tx, recall_id: FromPath[UUID], data: JSONBody[EndRecall]) -> RecallOut:
    """End a recall."""
    return await read_recall(tx, await recall.end_recall(tx, recall_id, data))


@query("/products/{product_id:uuid}/lots", operation_id="listProductLots", permission=RECALL)
async def get_lots(tx: ReadTx, product_id: FromPath[UUID]) -> list[ProductLot]:
    """List the lots of a product."""
    return await lots_of(tx, product_id)


RECALL_ROUTER: Final = Router("/api/stock", route_handlers=[get_recalls, open_recall, get_recall, end_recall, get_lots])
