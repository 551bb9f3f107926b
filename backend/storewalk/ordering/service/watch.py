"""Notice on the same day that something sells far more than was expected, and say so once."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from typing import Final

from storewalk.core.jobs import JobContext
from storewalk.core.quantities import FINEST
from storewalk.core.tx import Tx
from storewalk.identity import api as identity
from storewalk.ordering.events import SalesJumped
from storewalk.ordering.jump_finder import JumpFinder, SoFar
from storewalk.ordering.permissions import ENTER_SIGNAL
from storewalk.ordering.queries.jump_read import Shape, expected_of, keep_jump, keep_shape, shape_of, told
from storewalk.stock import api as stock
from storewalk.stores import api as stores
from storewalk.stores.api import StoreClock

LEAST_UNITS: Final = 5  # of a product today, below which nobody needs to act
LEAST_TIMES: Final = 2.0  # what was usual by now
SHAPE_DAYS: Final = 7
SHAPE_UNITS: Final = 30  # below which opening hours tell the shape of a day better than so few sales
HOUR: Final = timedelta(hours=1)


async def watch(ctx: JobContext) -> int:
    """Look at the sales of all stores so far today, tell of new jumps, and return how many they are.

    Safe to run again and at once: a jump of a product, store and day is kept and told once.
    """
    async with ctx.tx() as tx:
        clocks = {each.store_id: each for each in await stores.trading_stores(tx)}
    candidates: list[SoFar] = []
    for clock in clocks.values():
        async with ctx.tx() as tx:
            candidates += await _candidates(tx, clock)
    found = await ctx.use(JumpFinder).find(ctx.org_id, candidates)
    new = 0
    for each in found:
        async with ctx.tx() as tx:
            new += await _tell(tx, clocks[each.store_id], each)
    return new


async def _candidates(tx: Tx, clock: StoreClock) -> list[SoFar]:
    """Return what sold at least twice as much as was usual by now."""
    day = clock.business_date(tx.now)
    begins, _ = clock.day(day)
    sold = await stock.sold_on(tx, clock.store_id, day, begins)
    known = await told(tx, clock.store_id, day)
    much = {product: units for product, units in sold.items() if units >= LEAST_UNITS and product not in known}
    if not much:
        return []
    share = await _share_by_now(tx, clock, begins)
    found = [
        SoFar(
            store_id=clock.store_id,
            product_id=each.product_id,
            sold=float(much[each.product_id]),
            expected=each.units,
            changes=each.changes,
            share=share,
        )
        for each in await expected_of(tx, clock.store_id, day, list(much))
    ]
    return [each for each in found if each.sold >= LEAST_TIMES * each.expected_by_now]


async def _share_by_now(tx: Tx, clock: StoreClock, begins: datetime) -> float:
    """Return which share of a day's units the store has usually sold by now."""
    day = clock.business_date(tx.now)
    shape = await shape_of(tx, clock.store_id, day)
    if shape is None:
        shape = await _measured(tx, clock)
        await keep_shape(tx, clock.store_id, day, shape)
    if shape.units < SHAPE_UNITS:
        return _share_of_opening(clock, tx.now)
    hours = (tx.now - begins) / HOUR
    ends = [0.0, *shape.shares]
    whole = min(int(hours), len(shape.shares) - 1)
    return ends[whole] + (ends[whole + 1] - ends[whole]) * min(hours - whole, 1.0)


async def _measured(tx: Tx, clock: StoreClock) -> Shape:
    """Measure the shape of the store's day on the last week."""
    today = clock.business_date(tx.now)
    first = today - timedelta(days=SHAPE_DAYS)
    begins, _ = clock.day(first)
    hours = await stock.sold_by_hour(tx, clock.store_id, first, today - timedelta(days=1), begins)
    units = sum(hours, Decimal(0))
    return Shape(units, [float(until / units) if units else 1.0 for until in accumulate(hours)])


def _share_of_opening(clock: StoreClock, now: datetime) -> float:
    """Return how much of the day's opening hours has passed; of the whole day where none are known."""
    day = clock.business_date(now)
    openings = clock.openings(day) if clock.hours else [clock.day(day)]
    whole = sum(((ends - opens) for opens, ends in openings), timedelta())
    passed = sum((max(min(now, ends) - opens, timedelta()) for opens, ends in openings), timedelta())
    return passed / whole if whole else 1.0


async def _tell(tx: Tx, clock: StoreClock, jump: SoFar) -> bool:
    day = clock.business_date(tx.now)
    sold, expected = (Decimal(units).quantize(FINEST) for units in (jump.sold, jump.expected_by_now))
    if not await keep_jump(tx, (clock.store_id, day, jump.product_id), sold, expected, tx.now):
        return False
    nearest = next(iter(await identity.rungs(tx, ENTER_SIGNAL, clock.store_id)), [])
    tx.record(
        SalesJumped(
            subject_id=jump.product_id,
            store_id=clock.store_id,
            day=day,
            sold=sold,
            expected=expected,
            holder_ids=nearest,
        )
    )
    return True
