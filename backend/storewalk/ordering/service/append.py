"""Bring the history of demand up to what the ledger says: the days that sales were recorded for, and yesterday."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Final
from uuid import UUID

from storewalk.core.jobs import JobContext
from storewalk.core.tx import Tx
from storewalk.ordering.history import DemandHistory, SoldDay, StoreDemand, shard_of
from storewalk.sales import api as sales
from storewalk.stock import api as stock
from storewalk.stock.api import StoreDay
from storewalk.stores import api as stores
from storewalk.stores.api import StoreClock

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
# A posting is recorded when its transaction begins; by then all that began before have ended.
SETTLED: Final = timedelta(minutes=5)
LEASE: Final = timedelta(minutes=15)
CLAIM: Final = """
INSERT INTO demand_read AS r (org_id, read_until, leased_until) VALUES ($1, $2, $4)
ON CONFLICT (org_id) DO UPDATE SET leased_until = excluded.leased_until WHERE r.leased_until <= $3
RETURNING read_until"""
DONE: Final = "UPDATE demand_read SET read_until = $2, leased_until = $3 WHERE org_id = $1"


class Underway(Exception):
    """Another job is bringing the same history on; this one is tried again."""


async def append(ctx: JobContext) -> int:
    """Put every day that has changed into the history, and return how many days of stores that were.

    Safe to run again after any failure: days are read anew and replace themselves, and how far the history has come is
    written last. Raises Underway while another job has the lease.
    """
    history = ctx.use(DemandHistory)
    async with ctx.tx() as tx:
        after = await tx.raw.fetchval(CLAIM, tx.org_id, BEGINNING, tx.now, tx.now + LEASE)
        if after is None:
            raise Underway
        until = max(after, tx.now - SETTLED)
        clocks = await stores.store_clocks(tx)
        touched = await stock.days_touched(tx, after, until)
    days = sorted(_ended(clocks, touched, after, until), key=_file)
    for (shard, _), together in groupby(days, key=_file):
        async with ctx.tx() as tx:
            read = [await _read(tx, clocks[each.store_id], each.day) for each in together]
        await history.put(ctx.org_id, shard, [day for day in read if day is not None])
    async with ctx.tx() as tx:
        await tx.raw.execute(DONE, tx.org_id, until, tx.now)
    return len(days)


def _ended(
    clocks: Mapping[UUID, StoreClock], touched: Sequence[StoreDay], after: datetime, until: datetime
) -> set[StoreDay]:
    """Return the days to read: those touched, and every one since the history was last brought on, sold or not."""
    ended = {each for each in touched if each.day < clocks[each.store_id].business_date(until)}
    for store_id, clock in clocks.items():
        begun = min((each.day for each in touched if each.store_id == store_id), default=None)
        first = clock.business_date(after) if after > BEGINNING else begun
        if first is not None:
            length = (clock.business_date(until) - first).days
            ended |= {StoreDay(store_id, first + timedelta(days=n)) for n in range(length)}
    return ended


def _file(each: StoreDay) -> tuple[str, date]:
    """Return what lies in one file of the history: a shard's month."""
    return shard_of(each.store_id), each.day.replace(day=1)


async def _read(tx: Tx, clock: StoreClock, day: date) -> StoreDemand | None:
    """Read a day from the ledger and the receipts; None for one on which the store was closed."""
    begins, ends = clock.day(day)
    sold = await stock.sold_on(tx, clock.store_id, day, begins)
    openings = clock.openings(day) if clock.hours else [(begins, ends)]
    if not openings and not sold:
        return None
    paid = await sales.paid_on(tx, clock.store_id, day, begins)
    out = await stock.out_of_stock(tx, clock.store_id, openings)
    products = {*await stock.book_of(tx, clock.store_id), *sold}
    return StoreDemand(
        clock.store_id,
        day,
        [SoldDay(each, float(sold.get(each, 0)), out.get(each, 0.0), paid.get(each)) for each in sorted(products)],
    )
