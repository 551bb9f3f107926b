"""Why a line says what it says: its arithmetic, four weeks of sales, four of forecast, what came in, what is left."""

import struct
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.queries.suggestion_list import lines_of
from storewalk.ordering.queries.suggestion_promotions import promotions_of
from storewalk.ordering.suggestion_schemas import (
    CameIn,
    ExpectedDay,
    LotLeft,
    OrderedLately,
    SoldDay,
    SuggestionOut,
)
from storewalk.stock import api as stock
from storewalk.stores import api as stores
from storewalk.stores.api import StoreClock

PAST_DAYS: Final = 28
LATELY: Final = 5
FLOAT: Final = 4
ORDERED: Final = """
SELECT o.id AS order_id, o.day, o.state, trim_scale(l.suggested)::text AS suggested,
       trim_scale(l.quantity)::text AS quantity
FROM store_order o JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
WHERE o.org_id = $1 AND o.store_id = $2 AND l.product_id = $3
  AND o.state NOT IN ('draft', 'returned', 'refused', 'cancelled')
ORDER BY o.day DESC, o.recorded_at DESC LIMIT $4"""
FORECAST: Final = """
SELECT forecast, cardinality(product_ids) AS products FROM order_sheet
WHERE org_id = $1 AND store_id = $2 AND day = $3"""


async def why(tx: AnyTx, store_id: UUID, product_id: UUID) -> SuggestionOut:
    """Return what lies behind a line of today. Raises NotFound for a product that the store cannot order."""
    clock = await stores.store_clock(tx, store_id)
    day = clock.business_date(tx.now)
    found = await lines_of(tx, store_id, day, product_id)
    if not found:
        raise NotFound("core.not_found")
    line, untold = found[0].line, found[0].line.arithmetic is None
    first = day - timedelta(days=PAST_DAYS)
    expected = await _expected(tx, store_id, day, found[0].place)
    last = expected[-1].day if expected else day
    came = [] if untold else await stock.came_in(tx, store_id, product_id, LATELY)
    lots = [] if untold else await stock.lots_left(tx, store_id, product_id)
    return SuggestionOut(
        day=day,
        planned_at=found[0].planned_at,
        line=line,
        service=found[0].service / 1000,
        sold=await _sold(tx, clock, product_id, first),
        expected=expected,
        promotions=await promotions_of(tx, store_id, product_id, first, last),
        ordered=await _ordered(tx, store_id, product_id),
        came=[CameIn(cause=each.cause, occurred_at=each.occurred_at, quantity=each.quantity) for each in came],
        lots=[LotLeft(lot_code=each.lot_code, expires_on=each.expires_on, quantity=each.quantity) for each in lots],
    )


async def _ordered(tx: AnyTx, store_id: UUID, product_id: UUID) -> list[OrderedLately]:
    found: list[OrderedLately] = []
    for row in await tx.fetch(ORDERED, tx.org_id, store_id, product_id, LATELY):
        columns = dict[str, Any](row)
        columns["state"] = OrderState(columns["state"])
        found.append(OrderedLately(**columns))
    return found


async def _expected(tx: AnyTx, store_id: UUID, day: date, place: int) -> list[ExpectedDay]:
    """Return the forecast of the line that stands at a place of the sheet, from 1."""
    row = await tx.fetchrow(FORECAST, tx.org_id, store_id, day)
    if row is None or not row["products"]:
        return []
    floats, products = row["forecast"], row["products"]
    days = len(floats) // (FLOAT * products)
    return [
        ExpectedDay(day=day + timedelta(days=ahead), quantity=round(value, 3))
        for ahead in range(days)
        for (value,) in [struct.unpack_from("<f", floats, FLOAT * (ahead * products + place - 1))]
    ]


async def _sold(tx: AnyTx, clock: StoreClock, product_id: UUID, first: date) -> list[SoldDay]:
    """Return the days before today as the ledger has them."""
    days = [first + timedelta(days=number) for number in range(PAST_DAYS)]
    openings = [(day, clock.openings(day) if clock.hours else [clock.day(day)]) for day in days]
    sold = await stock.sold_by_day(tx, clock.store_id, product_id, first, clock.day(first)[0])
    out = await stock.out_by_day(tx, clock.store_id, product_id, openings)
    return [SoldDay(day=day, quantity=sold.get(day, "0"), out=round(out.get(day, 0.0), 3)) for day in days]
