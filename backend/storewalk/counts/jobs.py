"""The background work of this room: late facts explain variances, and cycle counts are opened in turns."""

from typing import Final

from storewalk.core.events import Subscriber
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.core.tx import Tx
from storewalk.counts.service.cycles import open_cycles
from storewalk.stock.events import VarianceExplained

EXPLAIN: Final = """
UPDATE count_result SET explained = explained + $4, explained_cents = explained_cents + $5
WHERE org_id = $1 AND count_id = $2 AND product_id = $3"""


async def explain(tx: Tx, event: VarianceExplained) -> None:
    """Add what was explained to the result. Safe to run twice: an event reaches a subscriber once."""
    await tx.fetch(EXPLAIN, tx.org_id, event.subject_id, event.product_id, event.quantity, event.value_cents)


class OpenCycles(Job, label="counts.open_cycles"):
    """Open the cycle counts whose turn has come."""


async def open_turns(ctx: JobContext, job: OpenCycles) -> None:
    """Open cycle counts. Safe to run twice and at once: see `open_cycles`."""
    del job
    async with ctx.tx() as tx:
        await open_cycles(tx)


SUBSCRIBERS = (Subscriber(VarianceExplained, "counts.explain", explain),)
JOBS = (JobHandler(OpenCycles, open_turns),)
SCHEDULES = (Schedule("counts.open_cycles", "5 21 * * *", OpenCycles()),)  # five in the morning in China
