"""The inspector looks again at a share of the stores' own checks, drawn so that anybody can draw the same."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import and_, select

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import store_paths
from storewalk.inspections.events import VisitPlanned
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.plans.draw import drawn
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.plans.models import InspectionOccurrence, InspectionSchedule
from storewalk.inspections.plans.people import read_people
from storewalk.inspections.plans.rhythm import DAY
from storewalk.stores.api import store_clock

LATELY: Final = timedelta(days=3)
ROLE: Final = "inspector"


class Checked(Struct, frozen=True):
    """A store's own check that is done."""

    id: UUID
    store_id: UUID
    template_version_id: UUID
    schedule_id: UUID
    percent: int
    on_date: date


async def plan_samples(tx: Tx) -> int:
    """Plan an unannounced visit for the drawn own checks of late, by the same checklist, on the store's next day.

    Safe to run twice: a check is looked at again once, by a key.
    """
    people, paths, planned = await read_people(tx), await store_paths(tx), 0
    for check in await _checked(tx):
        if not drawn(check.percent, check.schedule_id, check.store_id, check.on_date):
            continue
        clock = await store_clock(tx, check.store_id)
        day = clock.business_date(tx.now) + DAY
        nearest = people.nearest(ROLE, check.store_id, paths[check.store_id])
        if nearest is None:
            continue
        who = people.standing_in(nearest, paths[check.store_id], day)
        first, last = clock.day(day)
        visit = Inspection(
            org_id=tx.org_id,
            id=new_id(),
            store_id=check.store_id,
            template_version_id=check.template_version_id,
            inspector_id=who,
            kind=VisitKind.VISIT,
            status=VisitStatus.PLANNED,
            business_date=day,
            day_from=first,
            day_until=last,
            unannounced=True,
            reinspects_id=check.id,
        )
        tx.session.add(visit)
        tx.record(
            VisitPlanned(
                subject_id=visit.id,
                store_id=visit.store_id,
                inspector_id=who,
                business_date=day,
                unannounced=True,
            )
        )
        planned += 1
    return planned


async def _checked(tx: Tx) -> list[Checked]:
    row, came, schedule, again = (
        Inspection,
        InspectionOccurrence,
        InspectionSchedule,
        Inspection.__table__.alias("again"),
    )
    statement = (
        select(
            row.id,
            row.store_id,
            row.template_version_id,
            schedule.id.label("schedule_id"),
            schedule.sample_percent.label("percent"),
            came.on_date,
        )
        .join(schedule, and_(schedule.org_id == row.org_id, schedule.id == row.schedule_id))
        .join(came, and_(came.org_id == row.org_id, came.visit_id == row.id))
        .outerjoin(again, and_(again.c.org_id == row.org_id, again.c.reinspects_id == row.id))
        .where(
            row.org_id == tx.org_id,
            row.kind == VisitKind.SELF_CHECK,
            row.status == VisitStatus.SCORED,
            row.scored_at > tx.now - LATELY,
            schedule.sample_percent > 0,
            again.c.id.is_(None),
        )
        .order_by(row.id)
        .with_for_update(of=row, skip_locked=True)
    )
    return await tx.all(statement, Checked)
