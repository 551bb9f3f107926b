"""What a change of a schedule does to its visits that have not begun: fit them, or call them off."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import Tx
from storewalk.inspections.plans.generate import Due, Planner
from storewalk.inspections.plans.kinds import Rhythm
from storewalk.inspections.plans.models import InspectionSchedule
from storewalk.inspections.plans.rhythm import DAY
from storewalk.inspections.queries.followed import version_to_follow

AHEAD: Final = """
SELECT i.id, i.store_id, o.on_date, i.business_date, i.inspector_id, i.previous_inspector_id
FROM inspection i JOIN inspection_occurrence o ON o.org_id = i.org_id AND o.visit_id = i.id
WHERE i.org_id = $1 AND i.schedule_id = $2 AND i.status = 'planned'
ORDER BY i.id FOR UPDATE OF i"""
FIT: Final = """
UPDATE inspection i SET inspector_id = w.inspector_id, day_from = w.day_from, day_until = w.day_until,
    window_from = w.window_from, due_at = w.due_at, template_version_id = $7, kind = $8, unannounced = $9,
    version = i.version + 1, changed_at = $10
FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $11::timestamptz[])
    AS w (id, inspector_id, day_from, day_until, window_from, due_at)
WHERE i.org_id = $1 AND i.id = w.id"""
FORGET: Final = """
DELETE FROM inspection_occurrence WHERE org_id = $1 AND schedule_id = $2 AND on_date >= $3
AND (skipped IS NOT NULL OR visit_id = ANY ($4::uuid[]))"""
OFF: Final = """
UPDATE inspection SET status = 'cancelled', version = version + 1, changed_at = $3
WHERE org_id = $1 AND id = ANY ($2::uuid[])"""


class Ahead(Struct, frozen=True):
    """A visit of a schedule that has not begun."""

    id: UUID
    store_id: UUID
    on_date: date
    business_date: date
    inspector_id: UUID | None
    previous_inspector_id: UUID | None


async def fit(tx: Tx, schedule: InspectionSchedule) -> tuple[int, int]:
    """Have a schedule's visits that have not begun say what it says now; return how many were changed and called off.

    One that was handed over stays with who has it, one that was moved stays on its day. By risk all are called off: the
    next run says when each store is due now. Who calls holds the schedule's lock.
    """
    visits = await _ahead(tx, schedule.id)
    last = max((visit.business_date for visit in visits), default=tx.now.date())
    version_id = await version_to_follow(tx, schedule.template_id)
    planner = await Planner.of(tx, schedule, last, version_id)
    targets = {each.id: each for each in planner.targets}
    kept: list[tuple[Ahead, Due]] = []
    for visit in visits:
        target = targets.get(visit.store_id)
        if target is None or schedule.rhythm is Rhythm.RISK or not planner.pattern.falls_on(visit.on_date):
            continue
        due = planner.due(target, visit.business_date)
        if due.skipped is None and (due.times.due_at or due.times.day_until) > tx.now:
            kept.append((visit, due))
    staying = {visit.id for visit, _ in kept}
    gone = [visit.id for visit in visits if visit.id not in staying]
    await _call_off(tx, schedule.id, gone)
    await tx.fetch(
        FIT,
        tx.org_id,
        [visit.id for visit, _ in kept],
        [visit.inspector_id if visit.previous_inspector_id else due.inspector_id for visit, due in kept],
        [due.times.day_from for _, due in kept],
        [due.times.day_until for _, due in kept],
        [due.times.window_from for _, due in kept],
        version_id,
        schedule.visit_kind,
        schedule.unannounced,
        tx.now,
        [due.times.due_at for _, due in kept],
    )
    return len(kept), len(gone)


async def call_off(tx: Tx, schedule_id: UUID) -> int:
    """Call off all visits of a schedule that have not begun, and return how many. Who calls holds its lock."""
    gone = [visit.id for visit in await _ahead(tx, schedule_id)]
    await _call_off(tx, schedule_id, gone)
    return len(gone)


async def _ahead(tx: Tx, schedule_id: UUID) -> list[Ahead]:
    return [Ahead(**row) for row in await tx.fetch(AHEAD, tx.org_id, schedule_id)]


async def _call_off(tx: Tx, schedule_id: UUID, visit_ids: Sequence[UUID]) -> None:
    """Call visits off and forget their days, and those that were left out, so that they may be planned again."""
    await tx.fetch(FORGET, tx.org_id, schedule_id, tx.now.date() - DAY, list(visit_ids))
    await tx.fetch(OFF, tx.org_id, list(visit_ids), tx.now)
