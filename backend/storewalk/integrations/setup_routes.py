"""Stores, products and people as sheets over HTTP: taken in, given out, and as empty workbooks to fill in."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from litestar import Router
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler
from litestar.params import JSONBody

from storewalk.core.access import Permission
from storewalk.core.http import command, query
from storewalk.core.schemas import Words
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.integrations import kind_sheet, mapped
from storewalk.integrations.blank.shape import Blank
from storewalk.integrations.blank_sheet import as_blank, blank
from storewalk.integrations.columns import Kind
from storewalk.integrations.given_sheet import Written
from storewalk.integrations.mapping_schemas import MappedFile, MappedOut
from storewalk.integrations.people_sheet import people_kind
from storewalk.integrations.permissions import (
    EXPORT_PEOPLE,
    EXPORT_PRODUCTS,
    EXPORT_STORES,
    IMPORT_PEOPLE,
    IMPORT_PRODUCTS,
    IMPORT_STORES,
)
from storewalk.integrations.product_sheet import PRODUCTS
from storewalk.integrations.sheet_routes import exported
from storewalk.integrations.store_sheet import STORES

STORES_TITLE: Final = Words("门店", "Stores")
PRODUCTS_TITLE: Final = Words("商品", "Products")
PEOPLE_TITLE: Final = Words("人员", "People")


@command("/imports/stores", operation_id="importStores", permission=IMPORT_STORES)
async def import_stores(tx: Tx, state: State, data: JSONBody[MappedFile]) -> MappedOut:
    """Import stores from CSV or Excel, or try it with `dryRun`."""
    return await mapped.take_in(tx, STORES, data, state["platform"].catalog)


@command("/imports/products", operation_id="importProducts", permission=IMPORT_PRODUCTS)
async def import_products(tx: Tx, state: State, data: JSONBody[MappedFile]) -> MappedOut:
    """Import products from CSV or Excel, or try it with `dryRun`."""
    return await mapped.take_in(tx, PRODUCTS, data, state["platform"].catalog)


@command("/imports/people", operation_id="importPeople", permission=IMPORT_PEOPLE)
async def import_people(tx: Tx, state: State, data: JSONBody[MappedFile]) -> MappedOut:
    """Import people with their roles from CSV or Excel, or try it with `dryRun`."""
    return await mapped.take_in(tx, _people(state), data, state["platform"].catalog)


@exported("stores", "exportStores", EXPORT_STORES)
async def export_stores(tx: Tx) -> Written:
    """Export the stores in the reader's scope."""
    return await kind_sheet.give_out(tx, STORES, STORES_TITLE)


@exported("products", "exportProducts", EXPORT_PRODUCTS)
async def export_products(tx: Tx) -> Written:
    """Export all products."""
    return await kind_sheet.give_out(tx, PRODUCTS, PRODUCTS_TITLE)


@exported("people", "exportPeople", EXPORT_PEOPLE)
async def export_people(tx: Tx, state: State) -> Written:
    """Export the people in the reader's scope, a row for each role at a place; phone numbers masked by role."""
    return await kind_sheet.give_out(tx, _people(state), PEOPLE_TITLE)


def _people(state: State) -> Kind[Any]:
    return people_kind(vault_of(state["platform"].settings))


def _template(
    name: str, operation: str, permission: Permission, kind: Kind[Any] | None, title: Words
) -> HTTPRouteHandler:
    async def template(tx: ReadTx, state: State) -> Blank:
        """Give an empty workbook to fill in."""
        return await blank(tx, kind or _people(state), title)

    made: Callable[..., Awaitable[Blank]] = template
    return query(f"/imports/{name}/template", operation_id=operation, permission=permission, write=as_blank)(made)


ROUTER: Final = Router(
    "/api",
    route_handlers=[
        import_stores,
        import_products,
        import_people,
        *export_people,
        *export_stores,
        *export_products,
        _template("stores", "getStoreTemplate", IMPORT_STORES, STORES, STORES_TITLE),
        _template("products", "getProductTemplate", IMPORT_PRODUCTS, PRODUCTS, PRODUCTS_TITLE),
        _template("people", "getPeopleTemplate", IMPORT_PEOPLE, None, PEOPLE_TITLE),
    ],
)
