"""Bring visits by risk forward where a store fares worse by now than when they were planned."""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.tx import Tx
from storewalk.inspections.events import VisitMoved
from storewalk.inspections.models import Inspection
from storewalk.inspections.plans.generate import Due, Planner
from storewalk.inspections.plans.kinds import Rhythm
from storewalk.inspections.plans.models import InspectionSchedule
from storewalk.inspections.plans.rhythm import DAY
from storewalk.inspections.queries.followed import version_to_follow

# One that was moved by hand stands on another day than its own; one that was handed over is somebody's promise.
UNTOUCHED: Final = """
SELECT i.id, o.on_date FROM inspection i
JOIN inspection_occurrence o ON o.org_id = i.org_id AND o.visit_id = i.id
WHERE i.org_id = $1 AND i.schedule_id = $2 AND i.status = 'planned' AND i.business_date = o.on_date
  AND i.previous_inspector_id IS NULL
ORDER BY i.id FOR UPDATE OF i"""
EARLIER: Final = """
UPDATE inspection_occurrence o SET on_date = $4
WHERE o.org_id = $1 AND o.schedule_id = $2 AND o.visit_id = $3 AND NOT EXISTS (
    SELECT 1 FROM inspection_occurrence other WHERE other.org_id = o.org_id AND other.schedule_id = o.schedule_id
    AND other.store_id = o.store_id AND other.on_date = $4)
RETURNING o.visit_id"""


async def pull_forward(tx: Tx, schedule: InspectionSchedule) -> int:
    """Put a schedule's visits on the days on which their stores are due by now, if earlier; return how many.

    Nobody finds one on today's list that was not there in the morning: the next day is the earliest. Who calls holds
    the schedule's lock. Safe to run twice: what is on its day stays there.
    """
    if schedule.rhythm is not Rhythm.RISK or schedule.paused_at is not None:
        return 0
    days = {row["id"]: row["on_date"] for row in await tx.fetch(UNTOUCHED, tx.org_id, schedule.id)}
    if not days:
        return 0
    version_id = await version_to_follow(tx, schedule.template_id)
    planner = await Planner.of(tx, schedule, max(days.values()), version_id)
    targets = {target.id: target for target in planner.targets}
    visits = await tx.session.scalars(
        select(Inspection).where(Inspection.org_id == tx.org_id, Inspection.id.in_(days)).order_by(Inspection.id)
    )
    pulled = 0
    for visit in list(visits):
        target = targets.get(visit.store_id)
        if target is None:
            continue
        tomorrow = planner.clocks[target.id].business_date(tx.now) + DAY
        day = planner.day_by_risk(target, max(tomorrow, schedule.starts_on))
        due = planner.due(target, day)
        if day < days[visit.id] and due.skipped is None and await _take(tx, schedule.id, visit.id, day):
            _put(tx, visit, due)
            pulled += 1
    return pulled


async def _take(tx: Tx, schedule_id: UUID, visit_id: UUID, day: date) -> bool:
    """Take a day for a visit and tell whether it was free: one that was left out for a reason stays left out."""
    return bool(await tx.fetch(EARLIER, tx.org_id, schedule_id, visit_id, day))


def _put(tx: Tx, visit: Inspection, due: Due) -> None:
    tx.record(
        VisitMoved(
            subject_id=visit.id,
            store_id=visit.store_id,
            inspector_id=visit.inspector_id,
            from_date=visit.business_date,
            to_date=due.day,
            unannounced=visit.unannounced,
        )
    )
    visit.business_date, visit.day_from, visit.day_until = due.day, due.times.day_from, due.times.day_until
    visit.window_from, visit.due_at = due.times.window_from, due.times.due_at
