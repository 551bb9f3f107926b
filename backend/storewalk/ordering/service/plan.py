"""Suggest what every store should order today: a sheet for each, from last night's history and this morning's stock."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final
from uuid import UUID

from storewalk.core.batch import Batch
from storewalk.core.jobs import JobContext
from storewalk.ordering.deliveries import Timetable
from storewalk.ordering.history import shard_of
from storewalk.ordering.planner import Chain, Night, Planner, StoreDue
from storewalk.ordering.queries.plan_read import deliveries_by_store, planned_since, read_chain, read_shard
from storewalk.ordering.queries.sheet_write import forget_sheets, keep_sheets
from storewalk.stores import api as stores
from storewalk.stores.api import StoreClock

KEPT_DAYS: Final = 14
LASTS: Final = timedelta(hours=36)  # a store that asks by day is planned with last night's fit


async def plan(ctx: JobContext, asked_at: datetime, store_ids: Sequence[UUID] | None = None) -> int:
    """Keep a sheet for every store that trades, or for some of them, and return how many were made.

    Safe to run again after any failure: what was planned since it was asked for is left as it is, each shard is kept
    whole or not at all, and a sheet takes the place of an earlier one of the same day.
    """
    async with ctx.tx() as tx:
        clocks = await stores.trading_stores(tx)
        done = await planned_since(tx, asked_at)
        days = {clock.store_id: clock.business_date(tx.now) for clock in clocks}
        chain = await read_chain(tx, min(days.values(), default=tx.now.date()))
        await forget_sheets(tx, tx.now.date() - timedelta(days=KEPT_DAYS))
    every = _due(clocks, days, chain)
    wanted = None if store_ids is None else set(store_ids)
    due = [
        each for each in every if (each.store_id, each.day) not in done and (wanted is None or each.store_id in wanted)
    ]
    if not due:
        return 0
    sample = [(shard, next(members).day) for shard, members in groupby(every, key=_shard)]
    fitted_since = asked_at if wanted is None else asked_at - LASTS
    async with ctx.use(Batch).workers() as workers:
        night = ctx.use(Planner).night(workers, chain)
        if not await night.use_fit(fitted_since) and not await night.fit(sample):
            return 0
        gate = asyncio.Semaphore(workers.count + 1)  # one shard is read or kept while the others are planned
        async with asyncio.TaskGroup() as group:
            for shard, members in groupby(due, key=_shard):
                group.create_task(_plan_shard(ctx, night, gate, shard, list(members)))
    return len(due)


async def _plan_shard(
    ctx: JobContext, night: Night, gate: asyncio.Semaphore, shard: str, members: Sequence[StoreDue]
) -> None:
    async with gate:
        async with ctx.tx() as tx:
            due = await read_shard(tx, shard, members)
        sheets = await night.plan(due)
        async with ctx.tx() as tx:
            await keep_sheets(tx, sheets)


def _due(clocks: Sequence[StoreClock], days: Mapping[UUID, date], chain: Chain) -> list[StoreDue]:
    """Return what the orders of each store must cover, in the order of their shards."""
    timetable = Timetable(chain.supply)
    deliveries = deliveries_by_store(chain.supply)
    found = [
        StoreDue(
            each.store_id,
            days[each.store_id],
            timetable.due(deliveries.get(each.store_id, ()), days[each.store_id]),
        )
        for each in clocks
    ]
    return sorted(found, key=lambda each: (_shard(each), each.store_id))


def _shard(each: StoreDue) -> str:
    return shard_of(each.store_id)
