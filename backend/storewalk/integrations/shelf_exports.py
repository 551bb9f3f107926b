"""On-shelf availability to take away over HTTP: the points of the trend, and the photos that they add up."""

from typing import Final

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromQuery

from storewalk.analytics.api import CHOSEN, Chosen, TrendBy, TrendStep, measured_photos, read_trend
from storewalk.core.tx import Tx
from storewalk.integrations.given_sheet import MOST_ROWS, Written, give_out
from storewalk.integrations.permissions import EXPORT_AVAILABILITY
from storewalk.integrations.sheet_routes import exported
from storewalk.integrations.shelf_sheets import PHOTOS, POINTS, rows_of


@exported("shelf-trend", "exportShelfTrend", EXPORT_AVAILABILITY)
async def export_trend(
    tx: Tx,
    chosen: NamedDependency[Chosen],
    *,
    by: FromQuery[TrendBy] = TrendBy.REGION,
    step: FromQuery[TrendStep] = TrendStep.WEEK,
) -> Written:
    """Export the points of regions, stores or shelves."""
    trend = await read_trend(tx, chosen, TrendBy(by), TrendStep(step), most=MOST_ROWS)
    return give_out(tx, POINTS, rows_of(trend.lines))


@exported("shelf-photos", "exportShelfPhotos", EXPORT_AVAILABILITY)
async def export_photos(tx: Tx, chosen: NamedDependency[Chosen]) -> Written:
    """Export the photos behind the points."""
    return give_out(tx, PHOTOS, (await measured_photos(tx, chosen, None, None, most=MOST_ROWS + 1)).items)


SHELF_EXPORT_ROUTER: Final = Router("/api", route_handlers=[*export_trend, *export_photos], dependencies=CHOSEN)
