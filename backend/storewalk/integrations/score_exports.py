"""What visits found to take away over HTTP: the cells of the heat map, the stores by their scores and their health."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromQuery

from storewalk.analytics.api import (
    VISITS_ASKED,
    HeatColumns,
    HeatRows,
    VisitsAsked,
    read_health,
    read_heat,
    read_ranking,
)
from storewalk.core.tx import Tx
from storewalk.integrations.given_sheet import Written, give_out
from storewalk.integrations.permissions import EXPORT_VISITS
from storewalk.integrations.score_sheets import CELLS, HEALTH, SCORES, cells_of
from storewalk.integrations.sheet_routes import exported


@exported("visit-heat", "exportHeatMap", EXPORT_VISITS)
async def export_heat(
    tx: Tx,
    asked: NamedDependency[VisitsAsked],
    *,
    by: FromQuery[HeatRows] = HeatRows.STORE,
    across: FromQuery[HeatColumns] = HeatColumns.CHECKPOINT,
) -> Written:
    """Export the cells of the heat map, one a row."""
    return give_out(tx, CELLS, cells_of(await read_heat(tx, asked, HeatRows(by), HeatColumns(across))))


@exported("store-scores", "exportStoreScores", EXPORT_VISITS)
async def export_scores(tx: Tx, asked: NamedDependency[VisitsAsked]) -> Written:
    """Export the stores by their scores."""
    return give_out(tx, SCORES, (await read_ranking(tx, asked)).stores)


@exported("store-health", "exportStoreHealth", EXPORT_VISITS)
async def export_health(tx: Tx, place: FromQuery[UUID | None] = None) -> Written:
    """Export the health of stores as of today, with the points and the weight of each dimension."""
    return give_out(tx, HEALTH, (await read_health(tx, place)).stores)


SCORE_EXPORT_ROUTER: Final = Router(
    "/api", route_handlers=[*export_heat, *export_scores, *export_health], dependencies=VISITS_ASKED
)
