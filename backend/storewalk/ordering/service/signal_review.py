"""Keep what an event was found to have done, beside what was stated of it."""

from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.events import SignalMeasured
from storewalk.ordering.signal_models import SignalKind

# The store is named where the event is one store's alone.
EVENT: Final = """
SELECT e.kind, e.name, e.uplift, e.entered_by, r.measured,
       (SELECT min(t.place_id::text)::uuid FROM demand_event_place t JOIN store s ON s.org_id = t.org_id
            AND s.id = t.place_id WHERE t.org_id = e.org_id AND t.event_id = e.id
        HAVING count(*) = (SELECT count(*) FROM demand_event_place a WHERE a.org_id = e.org_id AND a.event_id = e.id)
           AND count(*) = 1) AS store_id
FROM demand_event e LEFT JOIN demand_event_review r ON r.org_id = e.org_id AND r.event_id = e.id
WHERE e.org_id = $1 AND e.id = $2 FOR UPDATE OF e"""
KEEP: Final = """
INSERT INTO demand_event_review AS r (org_id, event_id, measured, evidence_days, reviewed_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (org_id, event_id) DO UPDATE
SET measured = excluded.measured, evidence_days = excluded.evidence_days, reviewed_at = excluded.reviewed_at"""


async def keep_review(tx: Tx, event_id: UUID, measured: float | None, days: float, now: datetime) -> None:
    """Keep what an event's own days measured, None where they are too few, and how many days' worth they were.

    The same again is not told again; only when it was looked at, and on how much, is kept.
    """
    row = await tx.fetchrow(EVENT, tx.org_id, event_id)
    if row is None:
        return
    factor = None if measured is None else round(Decimal(measured), 3)
    evidence = round(Decimal(days), 1)
    await tx.fetch(KEEP, tx.org_id, event_id, factor, evidence, now)
    if factor is not None and factor != row["measured"]:
        tx.record(
            SignalMeasured(
                subject_id=event_id,
                store_id=row["store_id"],
                what=SignalKind(row["kind"]),
                name=row["name"],
                uplift=row["uplift"],
                measured=factor,
                evidence_days=evidence,
                told_by=row["entered_by"],
                first=row["measured"] is None,
            )
        )
