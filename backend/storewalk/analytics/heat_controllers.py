"""The heat map over HTTP, and the answers behind its cells."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromQuery

from storewalk.analytics.heat.answers import Cell, cell_answers
from storewalk.analytics.heat.cells import read_heat
from storewalk.analytics.heat.outputs import HeatAnswer, HeatColumns, HeatRows
from storewalk.analytics.heat.packed import PackedMap, pack
from storewalk.analytics.permissions import SCORES_READ
from storewalk.analytics.visited.asked import VisitsAsked
from storewalk.analytics.visited.query import VISITS_ASKED
from storewalk.core.http import query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx
from storewalk.inspections.api import Outcome


@query("/visit-results/heat", operation_id="getHeatMap", permission=SCORES_READ)
async def get_heat(
    tx: ReadTx,
    asked: NamedDependency[VisitsAsked],
    *,
    by: FromQuery[HeatRows] = HeatRows.STORE,
    across: FromQuery[HeatColumns] = HeatColumns.CHECKPOINT,
) -> PackedMap:
    """Return what visits found, stores or regions by checkpoints or sections, of the last 90 days unless told."""
    return pack(await read_heat(tx, asked, HeatRows(by), HeatColumns(across)))


@query("/visit-results/answers", operation_id="listHeatAnswers", permission=SCORES_READ)
async def list_answers(
    tx: ReadTx,
    asked: NamedDependency[VisitsAsked],
    *,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    checkpoint: FromQuery[str | None] = None,
    section: FromQuery[UUID | None] = None,
    outcome: FromQuery[Outcome | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[HeatAnswer]:
    """List the answers that a cell adds up, the latest day first."""
    cell = Cell(store=store, region=region, checkpoint=checkpoint, section=section, outcome=outcome)
    return await cell_answers(tx, asked, cell, limit, cursor)


HEAT_ROUTER: Final = Router("/api", route_handlers=[get_heat, list_answers], dependencies=VISITS_ASKED)
