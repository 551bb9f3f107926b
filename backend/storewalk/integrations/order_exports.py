"""Orders and the results of ordering to take away over HTTP, each as CSV and as a workbook."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics import api as results
from storewalk.analytics.api import Asked, ChangeSize, DayKind, GroupedBy, LineKind, Lines, OrderKind, SortedBy, Window
from storewalk.core.access import Permission
from storewalk.core.http import query
from storewalk.core.tx import Tx
from storewalk.integrations.given_sheet import MOST_ROWS, Written, as_csv, as_workbook, give_out
from storewalk.integrations.order_sheet import ORDERS
from storewalk.integrations.permissions import EXPORT_ORDERS, EXPORT_RESULTS
from storewalk.integrations.result_sheets import ARRIVALS, CLAIMS, DAYS, DECISIONS, LINES, TABLE
from storewalk.ordering.api import DeskFilter, DeviationReason, OrderState, whole_list

First = Annotated[date | None, QueryParameter(name="from")]
Last = Annotated[date | None, QueryParameter(name="to")]
Chosen = FromQuery[UUID | None]
Handler = Callable[..., Awaitable[Written]]
ALL: Final = Window(MOST_ROWS + 1)
ENDINGS: Final = (("csv", "", as_csv), ("xlsx", "Workbook", as_workbook))


def _export(name: str, operation: str, permission: Permission) -> Callable[[Handler], Sequence[HTTPRouteHandler]]:
    """Make two routes of a function that writes a list's cells, which the audit log hears of."""

    def decorate(function: Handler) -> Sequence[HTTPRouteHandler]:
        return [
            query(
                f"/exports/{name}.{ending}",
                operation_id=f"{operation}{how}",
                permission=permission,
                recorded=True,
                write=write,
            )(function)
            for ending, how, write in ENDINGS
        ]

    return decorate


@_export("orders", "exportOrders", EXPORT_ORDERS)
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


@_export("ordering-results", "exportOrderingResults", EXPORT_RESULTS)
async def export_table(
    tx: Tx,
    *,
    by: FromQuery[GroupedBy] = GroupedBy.STORE,
    sort: FromQuery[SortedBy] = SortedBy.NAME,
    falling: FromQuery[bool] = False,
    first: First = None,
    last: Last = None,
    place: Chosen = None,
    source: Chosen = None,
    category: Chosen = None,
) -> Written:
    """Export the figures of regions, stores, sources or categories."""
    asked = Asked(first=first, last=last, place=place, source=source, category=category)
    return give_out(tx, TABLE, await results.read_table(tx, asked, by, results.Ordered(sort, falling)))


@_export("ordering-result-lines", "exportResultLines", EXPORT_RESULTS)
async def export_lines(
    tx: Tx,
    *,
    kind: FromQuery[LineKind] = LineKind.COMPARED,
    reason: FromQuery[DeviationReason | None] = None,
    size: FromQuery[ChangeSize | None] = None,
    first: First = None,
    last: Last = None,
    place: Chosen = None,
    source: Chosen = None,
    category: Chosen = None,
) -> Written:
    """Export judged lines of orders."""
    asked = Asked(first=first, last=last, place=place, source=source, category=category)
    return give_out(tx, LINES, (await results.line_rows(tx, asked, Lines(kind, reason, size), ALL)).items)


@_export("ordering-result-days", "exportResultDays", EXPORT_RESULTS)
async def export_days(
    tx: Tx,
    *,
    kind: FromQuery[DayKind] = DayKind.ALL,
    first: First = None,
    last: Last = None,
    place: Chosen = None,
    source: Chosen = None,
    category: Chosen = None,
) -> Written:
    """Export days of stores by category."""
    asked = Asked(first=first, last=last, place=place, source=source, category=category)
    return give_out(tx, DAYS, (await results.day_rows(tx, asked, kind, ALL)).items)


@_export("ordering-decisions", "exportDecisions", EXPORT_RESULTS)
async def export_decisions(
    tx: Tx,
    *,
    kind: FromQuery[OrderKind] = OrderKind.ALL,
    first: First = None,
    last: Last = None,
    place: Chosen = None,
    source: Chosen = None,
    category: Chosen = None,
) -> Written:
    """Export orders that were decided on."""
    asked = Asked(first=first, last=last, place=place, source=source, category=category)
    return give_out(tx, DECISIONS, (await results.decided_rows(tx, asked, kind, ALL)).items)


@_export("ordering-deliveries", "exportDeliveries", EXPORT_RESULTS)
async def export_deliveries(
    tx: Tx,
    *,
    late: FromQuery[bool] = False,
    first: First = None,
    last: Last = None,
    place: Chosen = None,
    source: Chosen = None,
    category: Chosen = None,
) -> Written:
    """Export deliveries that have come."""
    asked = Asked(first=first, last=last, place=place, source=source, category=category)
    return give_out(tx, ARRIVALS, (await results.delivery_rows(tx, asked, ALL, late=late)).items)


@_export("ordering-claims", "exportClaims", EXPORT_RESULTS)
async def export_claims(
    tx: Tx,
    *,
    first: First = None,
    last: Last = None,
    place: Chosen = None,
    source: Chosen = None,
    category: Chosen = None,
) -> Written:
    """Export claims over orders."""
    asked = Asked(first=first, last=last, place=place, source=source, category=category)
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
)
