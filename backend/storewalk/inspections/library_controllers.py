"""The library of checkpoints over HTTP."""

from typing import Annotated

from litestar import Router
from litestar.params import FromQuery, QueryParameter

from storewalk.core.http import query
from storewalk.core.tx import ReadTx
from storewalk.inspections.permissions import READ
from storewalk.inspections.schemas.library import LibraryCategory, LibraryPart
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


ROUTER = Router("/api", route_handlers=[get_library])
