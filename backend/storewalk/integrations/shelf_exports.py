"""On-shelf availability to take away over HTTP: the points of the trend, and the photos that they add up."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics.api import Chosen, TrendBy, TrendStep, measured_photos, read_trend
from storewalk.core.tx import Tx
from storewalk.integrations.given_sheet import MOST_ROWS, Written, give_out
from storewalk.integrations.permissions import EXPORT_AVAILABILITY
from storewalk.integrations.sheet_routes import exported
from storewalk.integrations.shelf_sheets import PHOTOS, POINTS, rows_of

First = Annotated[date | None, QueryParameter(name="from")]


@exported("shelf-trend", "exportShelfTrend", EXPORT_AVAILABILITY)
async def export_trend(
    tx: Tx,
    *,
    by: FromQuery[TrendBy] = TrendBy.REGION,
    step: FromQuery[TrendStep] = TrendStep.WEEK,
    region: FromQuery[UUID | None] = None,
    store: FromQuery[UUID | None] = None,
    shelf: FromQuery[str | None] = None,
    from_: First = None,
    to: FromQuery[date | None] = None,
) -> Written:
    """Export the points of regions, stores or shelves."""
    chosen = Chosen(first=from_, last=to, region=region, store=store, shelf=shelf)
    trend = await read_trend(tx, chosen, TrendBy(by), TrendStep(step), most=MOST_ROWS)
    return give_out(tx, POINTS, rows_of(trend.lines))


@exported("shelf-photos", "exportShelfPhotos", EXPORT_AVAILABILITY)
async def export_photos(
    tx: Tx,
    *,
    region: FromQuery[UUID | None] = None,
    store: FromQuery[UUID | None] = None,
    shelf: FromQuery[str | None] = None,
    from_: First = None,
    to: FromQuery[date | None] = None,
) -> Written:
    """Export the photos behind the points."""
    chosen = Chosen(first=from_, last=to, region=region, store=store, shelf=shelf)
    return give_out(tx, PHOTOS, (await measured_photos(tx, chosen, None, None, most=MOST_ROWS + 1)).items)


SHELF_EXPORT_ROUTER: Final = Router("/api", route_handlers=[*export_trend, *export_photos])
