"""Plan a visit, or call one off."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.errors import Conflict, Invalid, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import holders, require_within
from storewalk.inspections.events import VisitCancelled, VisitPlanned
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.permissions import CONDUCT, PLAN
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.followed import require_fitting, version_to_follow
from storewalk.inspections.queries.visits import find_visit, lock_visit
from storewalk.inspections.schemas.visits import CancelVisit, PlanVisit
from storewalk.inspections.service.conduct import conducting, require_own
from storewalk.stores.api import StoreClock, store_clock


async def plan(tx: Tx, form: PlanVisit) -> Inspection:
    """Ask an inspector to visit a store; the visit will follow the template's version of today.

    Raises:
        NotFound: the store lies outside the actor's scope.
        Conflict: the id is taken.
        Invalid: no such template, an inspector who may not visit there, a day that is over, a due time outside it.
    """
    await require_within(tx, PLAN, form.store_id)
    if form.id is not None and await find_visit(tx, form.id) is not None:
        raise Conflict("inspections.visit_exists", current=await read_visit(tx, form.id), field="id")
    version_id = await version_to_follow(tx, form.template_id)
    await require_fitting(tx, version_id, form.store_id)
    if form.inspector_id not in await holders(tx, CONDUCT, form.store_id):
        raise Invalid("inspections.inspector_elsewhere", field="inspectorId")
    first, last = _day(await store_clock(tx, form.store_id), form.planned_for, tx.now)
    if form.due_at is not None and not max(first, tx.now) < form.due_at <= last:
        raise Invalid("inspections.due_outside_day", field="dueAt")
    visit = Inspection(
        org_id=tx.org_id,
        id=form.id or new_id(),
        store_id=form.store_id,
        template_version_id=version_id,
        inspector_id=form.inspector_id,
        status=VisitStatus.PLANNED,
        business_date=form.planned_for,
        day_from=first,
        day_until=last,
        due_at=form.due_at,
        unannounced=form.unannounced,
        planned_by=tx.actor.account_id,
    )
    tx.session.add(visit)
    tx.record(
        VisitPlanned(
            subject_id=visit.id,
            store_id=visit.store_id,
            inspector_id=form.inspector_id,
            business_date=visit.business_date,
            unannounced=visit.unannounced,
        )
    )
    return visit


async def cancel(tx: Tx, visit_id: UUID, form: CancelVisit) -> Inspection:
    """Call a visit off: a planned one by who may plan there, a begun one by its inspector. Again changes nothing.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: it is begun, and another inspector's.
        WrongState: it is submitted or missed.
    """
    visit = await lock_visit(tx, visit_id)
    planned = visit.status is VisitStatus.PLANNED
    await require_within(tx, PLAN if planned else conducting(visit.kind), visit.store_id)
    if visit.status is VisitStatus.CANCELLED:
        return visit
    if not planned and visit.status is not VisitStatus.STARTED:
        raise WrongState("inspections.not_cancellable", status=visit.status)
    if not planned:
        await require_own(tx, visit)
    visit.status, visit.cancel_reason = VisitStatus.CANCELLED, form.reason
    tx.record(
        VisitCancelled(
            subject_id=visit.id, store_id=visit.store_id, reason=form.reason, unannounced=planned and visit.unannounced
        )
    )
    return visit


def _day(clock: StoreClock, planned_for: date, now: datetime) -> tuple[datetime, datetime]:
    if planned_for < clock.business_date(now):
        raise Invalid("inspections.planned_in_past", field="plannedFor")
    return clock.day(planned_for)
