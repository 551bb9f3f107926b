"""The overview, and the availability of shelves, over HTTP."""

from datetime import date as day
from typing import Annotated
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics.availability_trend import Chosen, measured_photos, read_trend
from storewalk.analytics.overview import read_overview
from storewalk.analytics.permissions import AVAILABILITY_READ, OVERVIEW_READ
from storewalk.analytics.schemas import Overview, ShelfHistories
from storewalk.analytics.shelf_availability import read_availability
from storewalk.analytics.trend_query import CHOSEN
from storewalk.analytics.trend_schemas import MeasuredPhoto, ShelfTrend, TrendBy, TrendStep
from storewalk.core.errors import Invalid
from storewalk.core.http import query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx


@query("/overview", operation_id="getOverview", permission=OVERVIEW_READ)
async def get_overview(
    tx: ReadTx, date: FromQuery[day | None] = None, region: FromQuery[UUID | None] = None
) -> Overview:
    """Return how the stores in the reader's scope are doing."""
    return await read_overview(tx, date, region)


@query("/shelves/availability", operation_id="getShelfAvailability", permission=AVAILABILITY_READ)
async def get_availability(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    checkpoint: FromQuery[str | None] = None,
    from_: Annotated[day | None, QueryParameter(name="from")] = None,
    to: FromQuery[day | None] = None,
) -> ShelfHistories:
    """Return what was measured on a store's shelves, visit by visit; `checkpoint` keeps the shelf of that key."""
    if store is None:
        raise Invalid("core.field_missing", field="store", name="store")
    return await read_availability(tx, store, checkpoint, from_, to)


@query("/shelves/trend", operation_id="getShelfTrend", permission=AVAILABILITY_READ)
async def get_trend(
    tx: ReadTx,
    chosen: NamedDependency[Chosen],
    *,
    by: FromQuery[TrendBy] = TrendBy.REGION,
    step: FromQuery[TrendStep] = TrendStep.WEEK,
) -> ShelfTrend:
    """Return how full shelves were, point by point; four weeks of days or three months of weeks unless told."""
    return await read_trend(tx, chosen, TrendBy(by), TrendStep(step))


@query("/shelves/measured", operation_id="listMeasuredPhotos", permission=AVAILABILITY_READ)
async def list_measured(
    tx: ReadTx,
    chosen: NamedDependency[Chosen],
    *,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[MeasuredPhoto]:
    """List the photos that the figures of the trend add up, the newest first."""
    return await measured_photos(tx, chosen, limit, cursor)


ROUTER = Router("/api", route_handlers=[get_overview, get_availability, get_trend, list_measured], dependencies=CHOSEN)
