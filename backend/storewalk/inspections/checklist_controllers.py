"""What an editor of checklists draws on, over HTTP: the library of checkpoints and earlier versions."""

from typing import Annotated
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, QueryParameter

from storewalk.core.http import query
from storewalk.core.tx import ReadTx
from storewalk.inspections.permissions import READ
from storewalk.inspections.queries.versions import list_versions, read_version
from storewalk.inspections.schemas.library import LibraryCategory, LibraryPart, VersionItem
from storewalk.inspections.schemas.templates import TemplateOut
from storewalk.inspections.standard.library import sought
from storewalk.stores.api import StoreFormat


@query("/checkpoint-library", operation_id="readLibrary", permission=READ)
async def get_library(
    tx: ReadTx,
    *,
    search: FromQuery[str | None] = None,
    category: FromQuery[LibraryCategory | None] = None,
    store_format: Annotated[StoreFormat | None, QueryParameter(name="format")] = None,
) -> list[LibraryPart]:
    """Find checkpoints that come with the program: by words in either language, side of the store, kind of store."""
    del tx  # the same for every organization; who asks was checked
    return sought(search, category, store_format)


@query("/inspection-templates/{template_id:uuid}/history", operation_id="listTemplateVersions", permission=READ)
async def get_versions(tx: ReadTx, template_id: FromPath[UUID]) -> list[VersionItem]:
    """List what was published of a checklist, the newest first."""
    return await list_versions(tx, template_id)


@query(
    "/inspection-templates/{template_id:uuid}/versions/{number:int}",
    operation_id="getTemplateVersion",
    permission=READ,
)
async def get_version(tx: ReadTx, template_id: FromPath[UUID], number: FromPath[int]) -> TemplateOut:
    """Show a checklist as one of its versions has it."""
    return await read_version(tx, template_id, number)


ROUTER = Router("/api", route_handlers=[get_library, get_versions, get_version])
