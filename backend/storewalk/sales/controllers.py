"""Receipts and waiting lines over HTTP; how they come in is the integrations' matter."""

from datetime import date
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.errors import Invalid
from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.sales.permissions import NAME_PRODUCT, READ, SEE_PARKED
from storewalk.sales.queries.lists import parked_lines, sales_of
from storewalk.sales.queries.receipt import read_receipt
from storewalk.sales.schemas import NamedOut, NameProduct, ParkedLineOut, SaleDetail, SaleOut
from storewalk.sales.service.name import name_product
from storewalk.stores.api import business_date


@query("/sales", operation_id="listSales", permission=READ)
async def list_sales(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    day: FromQuery[date | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[SaleOut]:
    """List the receipts of a store's business day, today's unless another is asked for, the newest first."""
    if store is None:
        raise Invalid("core.field_missing", field="store", name="store")
    day = day or await business_date(tx, store, tx.now)
    return await sales_of(tx, store, day, limit=page_size(limit), after=decode_cursor(cursor))


@query("/sales/{sale_id:uuid}", operation_id="getSale", permission=READ)
async def get_sale(tx: ReadTx, sale_id: FromPath[UUID]) -> SaleDetail:
    """Return a receipt with its lines, by its id or by that of a line that had to wait."""
    return await read_receipt(tx, sale_id)


@query("/sales/parked", operation_id="listParkedLines", permission=SEE_PARKED)
async def list_parked(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ParkedLineOut]:
    """List the lines that wait for their product or for stock, the longest waiting first."""
    return await parked_lines(tx, store, limit=page_size(limit), after=decode_cursor(cursor))


@command("/sales/parked/{line_id:uuid}/product", operation_id="nameParkedProduct", permission=NAME_PRODUCT)
async def name_parked_product(tx: Tx, line_id: FromPath[UUID], data: JSONBody[NameProduct]) -> NamedOut:
    """Say which product an unknown code is."""
    return await name_product(tx, line_id, data)


ROUTER = Router("/api", route_handlers=[list_sales, get_sale, list_parked, name_parked_product])
