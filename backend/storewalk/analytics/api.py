"""What other rooms may use of the figures: availability, what visits found, results of ordering."""

from storewalk.analytics.availability_trend import Chosen, measured_photos, read_trend
from storewalk.analytics.health.formula import Dimension
from storewalk.analytics.health.outputs import StoreHealth
from storewalk.analytics.health.read import read_health
from storewalk.analytics.heat.cells import read_heat
from storewalk.analytics.heat.outputs import HeatColumn, HeatColumns, HeatMap, HeatRow, HeatRows
from storewalk.analytics.jobs import ask_for_results
from storewalk.analytics.permissions import RESULTS_READ
from storewalk.analytics.result_models import ChangeSize
from storewalk.analytics.results.asked import Asked
from storewalk.analytics.results.outputs import (
    ClaimRow,
    DayRow,
    DecidedRow,
    DeliveryRow,
    GroupedBy,
    LineRow,
    ResultRow,
)
from storewalk.analytics.results.query import ASKED
from storewalk.analytics.results.rows import (
    DayKind,
    LineKind,
    Lines,
    OrderKind,
    Window,
    claim_rows,
    day_rows,
    decided_rows,
    delivery_rows,
    line_rows,
)
from storewalk.analytics.results.table import Ordered, SortedBy, read_table
from storewalk.analytics.scores.outputs import StoreScore
from storewalk.analytics.scores.ranking import read_ranking
from storewalk.analytics.trend_query import CHOSEN
from storewalk.analytics.trend_schemas import MeasuredPhoto, TrendBy, TrendLine, TrendPoint, TrendStep
from storewalk.analytics.visited.asked import VisitsAsked
from storewalk.analytics.visited.query import VISITS_ASKED

__all__ = [
    "ASKED",
    "CHOSEN",
    "RESULTS_READ",
    "VISITS_ASKED",
    "Asked",
    "ChangeSize",
    "Chosen",
    "ClaimRow",
    "DayKind",
    "DayRow",
    "DecidedRow",
    "DeliveryRow",
    "Dimension",
    "GroupedBy",
    "HeatColumn",
    "HeatColumns",
    "HeatMap",
    "HeatRow",
    "HeatRows",
    "LineKind",
    "LineRow",
    "Lines",
    "MeasuredPhoto",
    "OrderKind",
    "Ordered",
    "ResultRow",
    "SortedBy",
    "StoreHealth",
    "StoreScore",
    "TrendBy",
    "TrendLine",
    "TrendPoint",
    "TrendStep",
    "VisitsAsked",
    "Window",
    "ask_for_results",
    "claim_rows",
    "day_rows",
    "decided_rows",
    "delivery_rows",
    "line_rows",
    "measured_photos",
    "read_health",
    "read_heat",
    "read_ranking",
    "read_table",
    "read_trend",
]
