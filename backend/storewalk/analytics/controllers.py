"""The overview over HTTP."""

from datetime import date as day
from uuid import UUID

from litestar import Router
from litestar.params import FromQuery

from storewalk.analytics.overview import read_overview
from storewalk.analytics.permissions import OVERVIEW_READ
from storewalk.analytics.schemas import Overview
from storewalk.core.http import query
from storewalk.core.tx import ReadTx


@query("/overview", operation_id="getOverview", permission=OVERVIEW_READ)
async def get_overview(
    tx: ReadTx, date: FromQuery[day | None] = None, region: FromQuery[UUID | None] = None
) -> Overview:
    """Return how the stores in the reader's scope are doing."""
    return await read_overview(tx, date, region)


ROUTER = Router("/api", route_handlers=[get_overview])
