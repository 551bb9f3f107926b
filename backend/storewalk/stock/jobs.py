"""What the room does in the background: months get their partition before they begin, and the book is proved."""

from typing import Final

import structlog

from storewalk.core.events import Subscriber
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.stock.queries.proof import Difference, differences
from storewalk.stock.service.morning import first_of_day, tell_expiring

MONTHS_AHEAD: Final = 3
# Whatever is partitioned by month, of every room.
ADD_MONTHS: Final = """
SELECT storewalk_add_month(c.relname, (date_trunc('month', $1::timestamptz) + n * interval '1 month')::date)
FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid, generate_series(0, $2::int) AS n
WHERE c.relnamespace = 'public'::regnamespace ORDER BY c.relname, n"""
# One at a time in the whole installation, since two organizations' jobs would make the same table.
ALONE: Final = "SELECT pg_advisory_xact_lock(hashtextextended('storewalk_add_month', 0))"
SHOWN: Final = 20
log = structlog.get_logger()


class AddMonths(Job, label="stock.add_months"):
    """Make the partitions of this month and the three after it."""


class ProveStock(Job, label="stock.prove"):
    """Hold every balance against the sum of its moves."""


class TellExpiring(Job, label="stock.tell_expiring"):
    """Tell each store in the morning which lots are near their last day or past it."""


class StockDiffers(Exception):
    """Balances are not what their moves add up to."""

    def __init__(self, found: list[Difference]) -> None:
        super().__init__(f"{len(found)} balances differ from their moves, the first: {found[:SHOWN]}")


async def add_months(ctx: JobContext, job: AddMonths) -> None:
    """Make partitions. Safe to run twice, or twice at once: the second waits, and finds them there."""
    del job
    async with ctx.tx() as tx:
        await tx.fetch(ALONE)
        await tx.fetch(ADD_MONTHS, tx.now, MONTHS_AHEAD)


async def prove(ctx: JobContext, job: ProveStock) -> None:
    """Prove the book. Safe to run twice: it only reads. Raises StockDiffers, which the page of jobs shows."""
    del job
    async with ctx.tx() as tx:
        found = await differences(tx)
    if found:
        log.error("stock.differs", count=len(found))
        raise StockDiffers(found)


async def tell_morning(ctx: JobContext, job: TellExpiring) -> None:
    """Tell stores of expiring lots. Safe to run twice: the day is a document that is posted once."""
    async with ctx.tx() as tx:
        if await first_of_day(tx):
            await tell_expiring(tx)
    del job


SUBSCRIBERS: tuple[Subscriber, ...] = ()
JOBS = (
    JobHandler(AddMonths, add_months),
    JobHandler(ProveStock, prove, attempts=2),
    JobHandler(TellExpiring, tell_morning),
)
SCHEDULES = (
    Schedule("stock.add_months", "40 1 * * *", AddMonths()),
    Schedule("stock.prove", "10 19 * * *", ProveStock()),
    Schedule("stock.tell_expiring", "30 22 * * *", TellExpiring()),  # half past six in the morning in China
)
