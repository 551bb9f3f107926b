"""What other rooms may use of the figures: results of ordering, to take away, and having them brought on."""

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

__all__ = [
    "RESULTS_READ",
    "Asked",
    "ChangeSize",
    "ClaimRow",
    "DayKind",
    "DayRow",
    "DecidedRow",
    "DeliveryRow",
    "GroupedBy",
    "LineKind",
    "LineRow",
    "Lines",
    "OrderKind",
    "Ordered",
    "ResultRow",
    "SortedBy",
    "Window",
    "ask_for_results",
    "claim_rows",
    "day_rows",
    "decided_rows",
    "delivery_rows",
    "line_rows",
    "read_table",
]
