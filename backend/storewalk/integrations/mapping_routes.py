"""Kept shapes of files over HTTP."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.access import Permission
from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.api import MANAGE_TEMPLATES
from storewalk.integrations import mapping_queries, mapping_service
from storewalk.integrations.checklist_sheet import CHECKLIST
from storewalk.integrations.columns import Column
from storewalk.integrations.mapping_schemas import KeepMapping, MappingOut, RenameMapping, SheetKind
from storewalk.integrations.people_sheet import COLUMNS as PEOPLE
from storewalk.integrations.permissions import (
    IMPORT_PEOPLE,
    IMPORT_PRODUCTS,
    IMPORT_STORES,
    KEEP_MAPPINGS,
    MANAGE_MAPPINGS,
)
from storewalk.integrations.product_sheet import PRODUCTS
from storewalk.integrations.store_sheet import STORES

KINDS: Final[Mapping[SheetKind, tuple[Sequence[Column], Permission]]] = {
    SheetKind.STORES: (STORES.columns, IMPORT_STORES),
    SheetKind.PRODUCTS: (PRODUCTS.columns, IMPORT_PRODUCTS),
    SheetKind.PEOPLE: (PEOPLE, IMPORT_PEOPLE),
    SheetKind.CHECKLIST: (CHECKLIST.columns, MANAGE_TEMPLATES),
}


@query("/sheet-mappings", operation_id="listSheetMappings", permission=KEEP_MAPPINGS)
async def list_mappings(tx: ReadTx, kind: FromQuery[SheetKind | None] = None) -> Page[MappingOut]:
    """List the shapes of files that are kept, of one kind of sheet or of all."""
    return Page(await mapping_queries.mappings(tx, kind), None)


@command("/sheet-mappings", operation_id="keepSheetMapping", permission=KEEP_MAPPINGS, method="PUT")
async def keep_mapping(tx: Tx, data: JSONBody[KeepMapping]) -> MappingOut:
    """Keep what the columns of files with these headings are."""
    return await mapping_queries.mapping(tx, await mapping_service.keep(tx, KINDS, data))


@command(
    "/sheet-mappings/{mapping_id:uuid}", operation_id="renameSheetMapping", permission=MANAGE_MAPPINGS, method="PUT"
)
async def rename_mapping(tx: Tx, mapping_id: FromPath[UUID], data: JSONBody[RenameMapping]) -> MappingOut:
    """Give a kept shape another name."""
    await mapping_service.rename(tx, mapping_id, data)
    return await mapping_queries.mapping(tx, mapping_id)


@command(
    "/sheet-mappings/{mapping_id:uuid}", operation_id="forgetSheetMapping", permission=MANAGE_MAPPINGS, method="DELETE"
)
async def forget_mapping(tx: Tx, mapping_id: FromPath[UUID]) -> None:
    """Forget a kept shape."""
    await mapping_service.forget(tx, mapping_id)


MAPPING_ROUTER: Final = Router("/api", route_handlers=[list_mappings, keep_mapping, rename_mapping, forget_mapping])
