"""Orders and the results of ordering to take away over HTTP, each as CSV and as a workbook."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics import api as results
from storewalk.analytics.api import (
    ASKED,
    Asked,
    ChangeSize,
    DayKind,
    GroupedBy,
    LineKind,
    Lines,
    OrderKind,
    SortedBy,
    Window,
)
from storewalk.core.tx import Tx
from storewalk.integrations.given_sheet import MOST_ROWS, Written, give_out
from storewalk.integrations.order_sheet import ORDERS
from storewalk.integrations.permissions import EXPORT_ORDERS, EXPORT_RESULTS
from storewalk.integrations.result_sheets import ARRIVALS, CLAIMS, DAYS, DECISIONS, LINES, TABLE
from storewalk.integrations.sheet_routes import exported
from storewalk.ordering.api import DeskFilter, DeviationReason, OrderState, whole_list

First = Annotated[date | None, QueryParameter(name="from")]
Last = Annotated[date | None, QueryParameter(name="to")]
Chosen = FromQuery[UUID | None]
ALL: Final = Window(MOST_ROWS + 1)


@exported("orders", "exportOrders", EXPORT_ORDERS)
async def export_orders(
    tx: Tx,
    *,
    place: Chosen = None,
    source: Chosen = None,
    states: Annotated[list[OrderState] | None, QueryParameter(name="state")] = None,
    first: First = None,
    last: Last = None,
    q: FromQuery[str] = "",
    waiting: FromQuery[bool] = False,
) -> Written:
    """Export head office's list of orders under the same filters."""
    wanted = DeskFilter(place=place, source=source, states=states or (), first=first, last=last, q=q)
    return give_out(tx, ORDERS, await whole_list(tx, wanted, waiting=waiting, most=MOST_ROWS + 1))


@exported("ordering-results", "exportOrderingResults", EXPORT_RESULTS)
async def export_table(
    tx: Tx,
    asked: NamedDependency[Asked],
    *,
    by: FromQuery[GroupedBy] = GroupedBy.STORE,
    sort: FromQuery[SortedBy] = SortedBy.NAME,
    falling: FromQuery[bool] = False,
) -> Written:
    """Export the figures of regions, stores, sources or categories."""
    return give_out(tx, TABLE, await results.read_table(tx, asked, by, results.Ordered(sort, falling)))


@exported("ordering-result-lines", "exportResultLines", EXPORT_RESULTS)
async def export_lines(
    tx: Tx,
    asked: NamedDependency[Asked],
    *,
    kind: FromQuery[LineKind] = LineKind.COMPARED,
    reason: FromQuery[DeviationReason | None] = None,
    size: FromQuery[ChangeSize | None] = None,
) -> Written:
    """Export judged lines of orders."""
    return give_out(tx, LINES, (await results.line_rows(tx, asked, Lines(kind, reason, size), ALL)).items)


@exported("ordering-result-days", "exportResultDays", EXPORT_RESULTS)
async def export_days(
    tx: Tx,
    asked: NamedDependency[Asked],
    *,
    kind: FromQuery[DayKind] = DayKind.ALL,
) -> Written:
    """Export days of stores by category."""
    return give_out(tx, DAYS, (await results.day_rows(tx, asked, kind, ALL)).items)


@exported("ordering-decisions", "exportDecisions", EXPORT_RESULTS)
async def export_decisions(
    tx: Tx,
    asked: NamedDependency[Asked],
    *,
    kind: FromQuery[OrderKind] = OrderKind.ALL,
) -> Written:
    """Export orders that were decided on."""
    return give_out(tx, DECISIONS, (await results.decided_rows(tx, asked, kind, ALL)).items)


@exported("ordering-deliveries", "exportDeliveries", EXPORT_RESULTS)
async def export_deliveries(
    tx: Tx,
    asked: NamedDependency[Asked],
    *,
    late: FromQuery[bool] = False,
) -> Written:
    """Export deliveries that have come."""
    return give_out(tx, ARRIVALS, (await results.delivery_rows(tx, asked, ALL, late=late)).items)


@exported("ordering-claims", "exportClaims", EXPORT_RESULTS)
async def export_claims(
    tx: Tx,
    asked: NamedDependency[Asked],
) -> Written:
    """Export claims over orders."""
    return give_out(tx, CLAIMS, (await results.claim_rows(tx, asked, ALL)).items)


ORDER_EXPORT_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        *export_orders,
        *export_table,
        *export_lines,
        *export_days,
        *export_decisions,
        *export_deliveries,
        *export_claims,
    ],
    dependencies=ASKED,
)
