"""Keep what an event was found to have done, beside what was stated of it."""

from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.events import SignalMeasured

KEEP: Final = """
INSERT INTO demand_event_review AS r (org_id, event_id, measured, evidence_days, reviewed_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (org_id, event_id) DO UPDATE
SET measured = excluded.measured, evidence_days = excluded.evidence_days, reviewed_at = excluded.reviewed_at
WHERE r.measured IS DISTINCT FROM excluded.measured
RETURNING 1"""
LOOKED: Final = """
UPDATE demand_event_review SET evidence_days = $3, reviewed_at = $4
WHERE org_id = $1 AND event_id = $2"""


async def keep_review(tx: Tx, event_id: UUID, measured: float | None, days: float, now: datetime) -> None:
    """Keep what an event's own days measured, None where they are too few, and how many days' worth they were.

    The same again is not told again; only when it was looked at, and on how much, is kept.
    """
    factor = None if measured is None else round(Decimal(measured), 3)
    evidence = round(Decimal(days), 1)
    if await tx.fetchrow(KEEP, tx.org_id, event_id, factor, evidence, now) is None:
        await tx.fetch(LOOKED, tx.org_id, event_id, evidence, now)
    elif factor is not None:
        tx.record(SignalMeasured(subject_id=event_id, measured=factor, evidence_days=evidence))
