"""Give a visit to a colleague, take one over, or put it on another day."""

from uuid import UUID

from storewalk.core.errors import Conflict, Forbidden, Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import holders, is_within, require_within
from storewalk.inspections.events import VisitHandedOver, VisitMoved
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.permissions import CONDUCT, PLAN
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.plans.schemas import HandOver, MoveVisit
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.visits import lock_visit
from storewalk.stores.api import store_clock


async def hand_over(tx: Tx, visit_id: UUID, form: HandOver) -> None:
    """Have somebody else make a visit that has not begun.

    Whose it is gives it, a colleague takes it, who plans visits there does either. To whose it is already, it changes
    nothing.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        WrongState: it has begun, or is over, or is a store's own check.
        Conflict: it was changed meanwhile.
        Forbidden: the actor neither has the visit, nor takes it, nor plans visits there.
        Invalid: the other may not visit that store.
    """
    visit = await _planned(tx, visit_id)
    if visit.inspector_id == form.inspector_id:
        return
    mine = tx.actor.account_id in (visit.inspector_id, form.inspector_id)
    if not mine and not await is_within(tx, PLAN, visit.store_id):
        raise Forbidden("inspections.not_yours_to_give")
    await _same(tx, visit, form.if_version)
    if form.inspector_id not in await holders(tx, CONDUCT, visit.store_id):
        raise Invalid("inspections.inspector_elsewhere", field="inspectorId")
    pass_on(tx, visit, form.inspector_id)


async def move(tx: Tx, visit_id: UUID, form: MoveVisit) -> None:
    """Put a visit that has not begun on another day, in the same window of its day. The same day changes nothing.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        WrongState: it has begun, or is over.
        Conflict: it was changed meanwhile.
        Invalid: the day is over.
    """
    visit = await _planned(tx, visit_id, checks=True)
    await require_within(tx, PLAN, visit.store_id)
    if visit.business_date == form.day:
        return
    await _same(tx, visit, form.if_version)
    clock = await store_clock(tx, visit.store_id)
    first, last = clock.day(form.day)
    shift = first - visit.day_from
    due_at = None if visit.due_at is None else min(visit.due_at + shift, last)
    if (due_at or last) <= tx.now:
        raise Invalid("inspections.planned_in_past", field="day")
    tx.record(
        VisitMoved(
            subject_id=visit.id,
            store_id=visit.store_id,
            inspector_id=visit.inspector_id,
            from_date=visit.business_date,
            to_date=form.day,
            unannounced=visit.unannounced,
        )
    )
    visit.business_date, visit.day_from, visit.day_until, visit.due_at = form.day, first, last, due_at
    visit.window_from = None if visit.window_from is None else visit.window_from + shift


def pass_on(tx: Tx, visit: Inspection, to_id: UUID) -> None:
    """Make a visit somebody else's, from now on; both are told."""
    tx.record(
        VisitHandedOver(
            subject_id=visit.id,
            store_id=visit.store_id,
            from_id=visit.conductor_id,
            to_id=to_id,
            business_date=visit.business_date,
            unannounced=visit.unannounced,
        )
    )
    visit.previous_inspector_id, visit.handed_at, visit.inspector_id = visit.inspector_id, tx.now, to_id


async def _planned(tx: Tx, visit_id: UUID, *, checks: bool = False) -> Inspection:
    visit = await lock_visit(tx, visit_id)
    await require_within(tx, CONDUCT, visit.store_id)
    if visit.status is not VisitStatus.PLANNED or (visit.kind is VisitKind.SELF_CHECK and not checks):
        raise WrongState("inspections.not_planned")
    return visit


async def _same(tx: Tx, visit: Inspection, version: int) -> None:
    if visit.version != version:
        raise Conflict("core.version_conflict", current=await read_visit(tx, visit.id))
