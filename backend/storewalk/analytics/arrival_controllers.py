"""What an inspector reads before going into a store, over HTTP."""

from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import QueryParameter

from storewalk.analytics.arrival_schemas import ArrivalSheets
from storewalk.analytics.arrivals import read_arrivals
from storewalk.analytics.permissions import ARRIVALS_READ
from storewalk.core.errors import Invalid
from storewalk.core.http import query
from storewalk.core.tx import ReadTx

MOST_STORES: Final = 20


@query("/arrival-sheets", operation_id="listArrivalSheets", permission=ARRIVALS_READ)
async def get_arrivals(
    tx: ReadTx, *, stores: Annotated[list[UUID] | None, QueryParameter(name="store")] = None
) -> ArrivalSheets:
    """Return what to know of up to twenty stores before going in; stores that the reader may not visit are left out."""
    if not stores:
        raise Invalid("core.field_missing", field="store", name="store")
    if len(stores) > MOST_STORES:
        raise Invalid("analytics.too_many_stores", field="store", most=MOST_STORES)
    return await read_arrivals(tx, stores)


ARRIVAL_ROUTER: Final = Router("/api", route_handlers=[get_arrivals])
