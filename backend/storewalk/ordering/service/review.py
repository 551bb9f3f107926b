"""Hold events and promotions that are over against what was sold, so that people see what they really did."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from storewalk.core.batch import Batch
from storewalk.core.jobs import JobContext
from storewalk.ordering.history import shard_of
from storewalk.ordering.planner import Chain, Planner, ReviewDue, Told
from storewalk.ordering.queries.plan_read import read_chain
from storewalk.ordering.queries.promotion_read import Promoted, promotions_to_review
from storewalk.ordering.queries.signal_read import DatedEvent
from storewalk.ordering.service import promotion_review, signal_review
from storewalk.stores import api as stores

AGAIN: Final = timedelta(days=7)  # after which the days since an event tell better what was usual
LEAST_DAYS: Final = 3.0  # of usual demand, below which nothing can be said


async def review(ctx: JobContext) -> int:
    """Measure what is over and keep it; return how many events and promotions that were.

    Safe to run again: what is measured replaces what was measured before.
    """
    async with ctx.tx() as tx:
        clocks = await stores.trading_stores(tx)
        days = {each.store_id: each.business_date(tx.now) for each in clocks}
        if not days:
            return 0
        today = min(days.values())
        chain = await read_chain(tx, today)
        over = await promotions_to_review(tx, today)
    events = [each for each in chain.events if _is_due(each, today)]
    if not events and not over:
        return 0
    # What ran long ago is in no plan any more, but is reviewed with what does.
    known = {each.promotion_id for each in chain.promotions}
    chain = replace(chain, promotions=[*chain.promotions, *(each for each in over if each.promotion_id not in known)])
    told = await _told(ctx, chain, _shards(days, events, over))
    async with ctx.tx() as tx:
        for event in events:
            units, usual = _summed([each.events[event.id] for each in told if event.id in each.events])
            measured = units / usual if usual >= LEAST_DAYS else None
            await signal_review.keep_review(tx, event.id, measured, usual, tx.now)
        for promotion_id, version in sorted({(each.promotion_id, each.version) for each in over}):
            found = _by_product([each.promotions.get(promotion_id, {}) for each in told])
            await promotion_review.keep_review(tx, promotion_id, version, found, today - timedelta(days=1))
    return len(events) + len({each.promotion_id for each in over})


async def _told(ctx: JobContext, chain: Chain, due: Sequence[ReviewDue]) -> list[Told]:
    async with ctx.use(Batch).workers() as workers:
        night = ctx.use(Planner).night(workers, chain)
        return [await night.review(each) for each in due]


def _is_due(event: DatedEvent, today: date) -> bool:
    """An event is looked at when it is over, and again a week later."""
    if event.last_day >= today:
        return False
    if event.reviewed_at is None:
        return True
    return event.reviewed_at.date() < event.last_day + AGAIN < today


def _shards(days: dict[UUID, date], events: Sequence[DatedEvent], promotions: Sequence[Promoted]) -> list[ReviewDue]:
    """Return the shards of the stores that something touched."""
    touched: set[UUID] = set()
    for each in (*events, *promotions):
        touched |= set(days) if each.store_ids is None else each.store_ids & days.keys()
    shards: dict[str, list[UUID]] = {}
    for store in sorted(touched):
        shards.setdefault(shard_of(store), []).append(store)
    ids = sorted({each.promotion_id for each in promotions})
    return [
        ReviewDue(shard, min(days[store] for store in members), members, events, ids)
        for shard, members in sorted(shards.items())
    ]


def _summed(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(first for first, _ in pairs), sum(second for _, second in pairs)


def _by_product(found: Sequence[Mapping[UUID, tuple[float, float]]]) -> dict[UUID, tuple[float, float]]:
    products = {product for each in found for product in each}
    return {product: _summed([each[product] for each in found if product in each]) for product in products}
