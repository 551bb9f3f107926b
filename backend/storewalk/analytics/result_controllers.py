"""Results of ordering over HTTP: figures, tables, and the rows behind them, all asked for in the same way."""

from datetime import date
from typing import Final
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

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
    OrderingResults,
    OverrideTables,
    ProductRow,
    ResultRow,
)
from storewalk.analytics.results.product_rows import override_tables, product_rows
from storewalk.analytics.results.query import ASKED
from storewalk.analytics.results.rows import (
    DayKind,
    LineKind,
    Lines,
    OrderKind,
    claim_rows,
    day_rows,
    decided_rows,
    delivery_rows,
    line_rows,
    window,
)
from storewalk.analytics.results.table import Ordered, SortedBy, cut, read_results, read_table
from storewalk.core.http import query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx
from storewalk.ordering.api import DeviationReason


@query("/results/ordering", operation_id="getOrderingResults", permission=RESULTS_READ)
async def get_results(
    tx: ReadTx,
    asked: NamedDependency[Asked],
) -> OrderingResults:
    """Return how ordering went between two business days, the last 28 that are over unless told."""
    return await read_results(tx, asked)


@query("/results/ordering/table", operation_id="listOrderingResults", permission=RESULTS_READ)
async def get_table(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    by: FromQuery[GroupedBy] = GroupedBy.STORE,
    sort: FromQuery[SortedBy] = SortedBy.NAME,
    falling: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ResultRow]:
    """List the figures of regions, stores, sources or categories."""
    return cut(await read_table(tx, asked, by, Ordered(sort, falling)), limit, cursor)


@query("/results/ordering/overrides", operation_id="getOverrides", permission=RESULTS_READ)
async def get_overrides(
    tx: ReadTx,
    asked: NamedDependency[Asked],
) -> OverrideTables:
    """Return what changing suggestions brought, by reason and by size."""
    return await override_tables(tx, asked)


@query("/results/ordering/lines", operation_id="listResultLines", permission=RESULTS_READ)
async def get_lines(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    kind: FromQuery[LineKind] = LineKind.COMPARED,
    reason: FromQuery[DeviationReason | None] = None,
    size: FromQuery[ChangeSize | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[LineRow]:
    """List the judged lines of orders that figures add up from, the latest day first."""
    return await line_rows(tx, asked, Lines(kind, reason, size), window(limit, cursor))


@query("/results/ordering/days", operation_id="listResultDays", permission=RESULTS_READ)
async def get_days(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    kind: FromQuery[DayKind] = DayKind.ALL,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[DayRow]:
    """List the days of stores that figures of stock add up from, the latest first."""
    return await day_rows(tx, asked, kind, window(limit, cursor))


@query("/results/ordering/decisions", operation_id="listResultDecisions", permission=RESULTS_READ)
async def get_decisions(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    kind: FromQuery[OrderKind] = OrderKind.ALL,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[DecidedRow]:
    """List the orders that were decided on, the latest day first."""
    return await decided_rows(tx, asked, kind, window(limit, cursor))


@query("/results/ordering/deliveries", operation_id="listResultDeliveries", permission=RESULTS_READ)
async def get_deliveries(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    late: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[DeliveryRow]:
    """List the deliveries that have come, the latest day first."""
    return await delivery_rows(tx, asked, window(limit, cursor), late=late)


@query("/results/ordering/claims", operation_id="listResultClaims", permission=RESULTS_READ)
async def get_claims(
    tx: ReadTx,
    asked: NamedDependency[Asked],
    *,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ClaimRow]:
    """List the claims over orders, the latest day first."""
    return await claim_rows(tx, asked, window(limit, cursor))


@query(
    "/results/ordering/days/{store_id:uuid}/{day:date}/{category_id:uuid}/products",
    operation_id="listResultProducts",
    permission=RESULTS_READ,
)
async def get_products(
    tx: ReadTx,
    store_id: FromPath[UUID],
    day: FromPath[date],
    category_id: FromPath[UUID],
    kind: FromQuery[DayKind] = DayKind.ALL,
) -> Page[ProductRow]:
    """List the products that a store's day adds up from, by their codes."""
    return Page(await product_rows(tx, store_id, day, category_id, kind), None)


RESULT_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        get_results,
        get_table,
        get_overrides,
        get_lines,
        get_days,
        get_products,
        get_decisions,
        get_deliveries,
        get_claims,
    ],
    dependencies=ASKED,
)
