"""Call planned visits missed whose time is over; they stay in view as missed."""

from sqlalchemy import func, select

from storewalk.core.tx import Tx
from storewalk.inspections.events import VisitMissed
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection


async def mark_missed(tx: Tx) -> int:
    """Mark the organization's planned visits past their due time, or past their business day, and return how many.

    A visit that somebody is just beginning is locked and left for the next run.
    """
    statement = (
        select(Inspection)
        .where(
            Inspection.org_id == tx.org_id,
            Inspection.status == VisitStatus.PLANNED,
            func.coalesce(Inspection.due_at, Inspection.day_until) < tx.now,
        )
        .order_by(Inspection.id)
        .with_for_update(skip_locked=True)
    )
    visits = list(await tx.session.scalars(statement))
    for visit in visits:
        visit.status = VisitStatus.MISSED
        tx.record(
            VisitMissed(
                subject_id=visit.id,
                store_id=visit.store_id,
                inspector_id=visit.inspector_id,
                business_date=visit.business_date,
                unannounced=visit.unannounced,
            )
        )
    return len(visits)
