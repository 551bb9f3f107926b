"""Bring the facts up to what the ledger and the orders say, store by store, day by day."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import or_, select

from storewalk.analytics.results.order_lines import write_lines
from storewalk.analytics.results.store_days import Assortment, write_day
from storewalk.catalog import api as catalog
from storewalk.catalog.api import ProductStatus
from storewalk.core.jobs import JobContext
from storewalk.core.tx import Tx
from storewalk.ordering import api as ordering
from storewalk.stock import api as stock
from storewalk.stores import api as stores
from storewalk.stores.api import StoreClock, StoreKind, StoreStatus

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
# A move is recorded when its transaction begins; by then all that began before have ended.
SETTLED: Final = timedelta(minutes=5)
LEASE: Final = timedelta(hours=1)
LONGEST: Final = timedelta(days=92)
"""How far back a late fact is followed, and how far the first run looks."""
CLAIM: Final = """
INSERT INTO results_read AS r (org_id, read_until, leased_until) VALUES ($1, $2, $4)
ON CONFLICT (org_id) DO UPDATE SET leased_until = excluded.leased_until WHERE r.leased_until <= $3
RETURNING read_until"""
DONE: Final = "UPDATE results_read SET read_until = $2, leased_until = $3 WHERE org_id = $1"


class Underway(Exception):
    """Another job is bringing the same facts on; this one is tried again."""


class _Run(Struct, frozen=True):
    """What one run knows of all stores."""

    after: datetime
    until: datetime
    touched: Mapping[UUID, date]
    categories: Mapping[UUID, UUID]

    def first_day(self, clock: StoreClock) -> date | None:
        """Return the first day of a store to read; None where nothing is known yet."""
        since = clock.business_date(self.after) if self.after > BEGINNING else None
        days = [day for day in (self.touched.get(clock.store_id), since) if day is not None]
        return max(min(days), clock.business_date(self.until) - LONGEST) if days else None


async def bring_on(ctx: JobContext) -> int:
    """Read every day that has changed, and all since the last time; return how many days of stores that were.

    A late fact changes what was there on all days after it, so a store is read from the first day touched. Safe to run
    again after any failure: days and orders replace themselves, and how far the facts have come is written last. Raises
    Underway while another job has the lease.
    """
    async with ctx.tx() as tx:
        after = await tx.raw.fetchval(CLAIM, tx.org_id, BEGINNING, tx.now, tx.now + LEASE)
        if after is None:
            raise Underway
        until = max(after, tx.now - SETTLED)
        touched = await stock.first_days_touched(tx, after, until)
        run = _Run(after, until, touched, await catalog.product_categories(tx))
        clocks = await _clocks(tx, touched)
    count = 0
    for clock in clocks:
        count += await _read_store(ctx, clock, run)
    async with ctx.tx() as tx:
        await tx.raw.execute(DONE, tx.org_id, until, tx.now)
    return count


async def _clocks(tx: Tx, touched: Mapping[UUID, date]) -> list[StoreClock]:
    """Return the clocks of the stores that trade, or did a while ago; warehouses sell nothing."""
    ref = stores.store_ref.subquery()
    alive = or_(ref.c.status == StoreStatus.OPEN, ref.c.id.in_(list(touched)))
    found = select(ref.c.id).where(ref.c.org_id == tx.org_id, ref.c.kind == StoreKind.STORE, alive)
    clocks = await stores.store_clocks(tx, await tx.scalars(found.order_by(ref.c.id)))
    return [clocks[each] for each in sorted(clocks)]


async def _read_store(ctx: JobContext, clock: StoreClock, run: _Run) -> int:
    first, over = run.first_day(clock), clock.business_date(run.until) - timedelta(days=1)
    if first is None:
        return 0
    days = [first + timedelta(days=n) for n in range((over - first).days + 1)]
    async with ctx.tx() as tx:
        gone = await ordering.not_carried(tx, clock.store_id) | await _discontinued(tx)
    for day in days:
        async with ctx.tx() as tx:
            await write_day(tx, clock, day, Assortment(run.categories, gone))
    async with ctx.tx() as tx:
        await write_lines(tx, clock.store_id, (min(first, over), over), run.after, run.categories)
    return len(days)


async def _discontinued(tx: Tx) -> set[UUID]:
    ref = catalog.product_ref.subquery()
    ended = select(ref.c.id).where(ref.c.org_id == tx.org_id, ref.c.status == ProductStatus.DISCONTINUED)
    return set(await tx.scalars(ended))
