"""Who listens here: what arrives after a count was approved and explains its variance."""

from typing import Final

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobHandler, Schedule
from storewalk.core.tx import Tx
from storewalk.stock.events import VarianceExplained

EXPLAIN: Final = """
UPDATE count_result SET explained = explained + $4, explained_cents = explained_cents + $5
WHERE org_id = $1 AND count_id = $2 AND product_id = $3"""


async def explain(tx: Tx, event: VarianceExplained) -> None:
    """Add what was explained to the result. Safe to run twice: an event reaches a subscriber once."""
    await tx.fetch(EXPLAIN, tx.org_id, event.subject_id, event.product_id, event.quantity, event.value_cents)


SUBSCRIBERS = (Subscriber(VarianceExplained, "counts.explain", explain),)
JOBS: tuple[JobHandler, ...] = ()
SCHEDULES: tuple[Schedule, ...] = ()
