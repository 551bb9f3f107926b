"""Suppliers over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import HttpRequest, command, platform_of, query
from storewalk.core.schemas import Page, decode_cursor, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.partners import queries, service, way_service
from storewalk.partners.models import SupplierStatus
from storewalk.partners.permissions import EDIT, READ
from storewalk.partners.schemas import AddSupplier, ChangeSupplier, SupplierOut
from storewalk.partners.way_queries import supplier_way
from storewalk.partners.way_schemas import SetSupplierWay, SupplierWayOut


@query("/suppliers", operation_id="listSuppliers", permission=READ)
async def list_suppliers(
    tx: ReadTx,
    *,
    q: FromQuery[str | None] = None,
    status: FromQuery[SupplierStatus | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[SupplierOut]:
    """List suppliers: all, or those whose name holds `q`, or whose pinyin or code begins so."""
    size, after = page_size(limit), decode_cursor(cursor)
    return await queries.list_suppliers(tx, q=q, status=status, limit=size, after=after)


@query("/suppliers/{supplier_id:uuid}", operation_id="getSupplier", permission=READ)
async def get_supplier(tx: ReadTx, supplier_id: FromPath[UUID]) -> SupplierOut:
    """Return one supplier."""
    return await queries.get_supplier(tx, supplier_id)


@command("/suppliers", operation_id="addSupplier", permission=EDIT, status=201)
async def add_supplier(tx: Tx, data: JSONBody[AddSupplier]) -> SupplierOut:
    """Add a supplier."""
    return await queries.get_supplier(tx, await service.add_supplier(tx, data))


@command("/suppliers/{supplier_id:uuid}", operation_id="changeSupplier", permission=EDIT, method="PUT")
async def change_supplier(tx: Tx, supplier_id: FromPath[UUID], data: JSONBody[ChangeSupplier]) -> SupplierOut:
    """Change a supplier, end it, or buy from it again."""
    await service.change_supplier(tx, supplier_id, data)
    return await queries.get_supplier(tx, supplier_id)


@query("/suppliers/{supplier_id:uuid}/way", operation_id="getSupplierWay", permission=READ)
async def get_way(tx: ReadTx, supplier_id: FromPath[UUID]) -> SupplierWayOut:
    """Return how a supplier gets its orders."""
    return await supplier_way(tx, supplier_id)


@command("/suppliers/{supplier_id:uuid}/way", operation_id="setSupplierWay", permission=EDIT, method="PUT")
async def put_way(
    tx: Tx, request: HttpRequest, supplier_id: FromPath[UUID], data: JSONBody[SetSupplierWay]
) -> SupplierWayOut:
    """Set how a supplier gets its orders."""
    settings = platform_of(request).settings
    vault, allow_private = vault_of(settings), settings.allow_private_push
    await way_service.set_way(tx, supplier_id, data, vault, allow_private=allow_private)
    return await supplier_way(tx, supplier_id)


@command("/suppliers/{supplier_id:uuid}/way/test", operation_id="testSupplierWay", permission=EDIT)
async def test_way(tx: Tx, supplier_id: FromPath[UUID]) -> SupplierWayOut:
    """Send a supplier a test by its way."""
    await way_service.ask_test(tx, supplier_id)
    return await supplier_way(tx, supplier_id)


ROUTER: Final = Router(
    "/api",
    route_handlers=[list_suppliers, get_supplier, add_supplier, change_supplier, get_way, put_way, test_way],
)
