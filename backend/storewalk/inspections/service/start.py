"""Begin a visit: a planned one, or one that nobody planned."""

from uuid import UUID

from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.inspections.asking import asked
from storewalk.inspections.events import VisitHandedOver, VisitStarted
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.permissions import ANSWER, CONDUCT
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.followed import askings_of, require_fitting, version_to_follow
from storewalk.inspections.queries.visits import find_visit, lock_visit
from storewalk.inspections.schemas.check_ins import CheckInForm
from storewalk.inspections.schemas.visits import StartOwnCheck, StartPlanned, StartPosition, StartVisit
from storewalk.inspections.service.check_in import check_in
from storewalk.inspections.service.conduct import conducting, require_own
from storewalk.stores.api import store_clock, store_format

BEGUN = (VisitStatus.STARTED, VisitStatus.SUBMITTED, VisitStatus.SCORED)


async def start(tx: Tx, form: StartVisit) -> Inspection:
    """Begin a visit under the phone's id; the id of a planned visit begins that one. Again changes nothing.

    Raises:
        NotFound: the store lies outside the actor's scope, or `plannedId` names no visit.
        Invalid: no such template, one for other kinds of store, or `plannedId` is not the visit's id.
        Conflict: the id belongs to a visit of another store.
        Forbidden, WrongState: as `start_planned`.
    """
    if form.planned_id not in (None, form.id):
        raise Invalid("inspections.planned_is_visit", field="plannedId")
    visit = await find_visit(tx, form.id)
    await require_within(tx, CONDUCT, form.store_id)
    if visit is not None:
        await require_within(tx, CONDUCT, visit.store_id)
        if visit.store_id != form.store_id:
            raise Conflict("inspections.visit_exists", current=await read_visit(tx, visit.id), field="id")
        return await _begin(tx, visit, form.position, form.check_in)
    if form.planned_id is not None:
        raise NotFound("inspections.not_found")
    return await _begin_new(tx, form, VisitKind.VISIT)


async def start_own_check(tx: Tx, form: StartOwnCheck) -> Inspection:
    """Begin a store's own check that no schedule asks for; it is whoever's began it. Again changes nothing.

    Raises:
        NotFound: the store lies outside the actor's scope.
        Invalid: no such template, or one for other kinds of store.
        Conflict: the id belongs to another store's check, or to a visit.
        Forbidden: it was begun by somebody else.
    """
    visit = await find_visit(tx, form.id)
    await require_within(tx, ANSWER, form.store_id)
    if visit is None:
        return await _begin_new(tx, form, VisitKind.SELF_CHECK)
    await require_within(tx, ANSWER, visit.store_id)
    if (visit.store_id, visit.kind) != (form.store_id, VisitKind.SELF_CHECK):
        raise Conflict("inspections.visit_exists", current=await read_visit(tx, visit.id), field="id")
    return await _begin(tx, visit, form.position, form.check_in)


async def _begin_new(tx: Tx, form: StartOwnCheck, kind: VisitKind) -> Inspection:
    version_id = await version_to_follow(tx, form.template_id, form.template_version_id)
    await require_fitting(tx, version_id, form.store_id)
    clock = await store_clock(tx, form.store_id)
    visit = Inspection(
        org_id=tx.org_id,
        id=form.id,
        store_id=form.store_id,
        template_version_id=version_id,
        kind=kind,
        inspector_id=tx.actor.account_id,
        status=VisitStatus.STARTED,
        business_date=clock.business_date(tx.occurred_at),
        started_at=tx.occurred_at,
    )
    visit.day_from, visit.day_until = clock.day(visit.business_date)
    await _note_asked(tx, visit)
    tx.session.add(visit)
    await check_in(tx, visit, form.position, form.check_in)
    _record(tx, visit, planned=False)
    return visit


async def start_planned(tx: Tx, visit_id: UUID, form: StartPlanned) -> Inspection:
    """Begin a planned visit; a store's own check is then whoever's began it. Again changes nothing.

    Who began a visit on a phone without signal keeps it, also where it was handed over to somebody else meanwhile.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: it is somebody else's.
        WrongState: it was called off, missed before the phone says that it began, or a check whose time is to come.
    """
    visit = await lock_visit(tx, visit_id)
    await require_within(tx, conducting(visit.kind), visit.store_id)
    return await _begin(tx, visit, form.position, form.check_in)


async def _begin(tx: Tx, visit: Inspection, position: StartPosition | None, form: CheckInForm | None) -> Inspection:
    if not _may_take(tx, visit):
        await require_own(tx, visit)
    if visit.status in BEGUN:
        return visit
    if visit.status is VisitStatus.CANCELLED:
        raise WrongState("inspections.cancelled")
    # A phone without signal may have begun in time and say so only after the visit was called missed.
    if visit.status is VisitStatus.MISSED and tx.occurred_at > (visit.due_at or visit.day_until):
        raise WrongState("inspections.missed")
    if visit.kind is VisitKind.SELF_CHECK and tx.occurred_at < (visit.window_from or visit.day_from):
        raise WrongState("inspections.too_early")
    _take(tx, visit)
    await _note_asked(tx, visit)
    visit.status, visit.started_at = VisitStatus.STARTED, tx.occurred_at
    if tx.occurred_at < visit.day_from:
        clock = await store_clock(tx, visit.store_id)
        visit.business_date = clock.business_date(tx.occurred_at)
        visit.day_from, visit.day_until = clock.day(visit.business_date)
        visit.window_from = None
    await check_in(tx, visit, position, form)
    _record(tx, visit, planned=True)
    return visit


async def _note_asked(tx: Tx, visit: Inspection) -> None:
    """Note what kind of store it is at the beginning, and what its checklist asks there before any answer."""
    visit.store_format = await store_format(tx, visit.store_id)
    questions = await askings_of(tx, visit.template_version_id)
    visit.asked_count = len(asked(questions, visit.store_format, {}))


def _may_take(tx: Tx, visit: Inspection) -> bool:
    """Tell whether a visit is nobody's yet, or was begun by the actor before it was handed over."""
    if visit.status not in (VisitStatus.PLANNED, VisitStatus.MISSED):
        return False
    if visit.inspector_id is None:
        return True
    own = visit.previous_inspector_id == tx.actor.account_id
    return own and visit.handed_at is not None and tx.occurred_at < visit.handed_at


def _take(tx: Tx, visit: Inspection) -> None:
    taken_from, visit.inspector_id = visit.inspector_id, tx.actor.account_id
    if taken_from is None or taken_from == visit.inspector_id:
        return
    visit.previous_inspector_id, visit.handed_at = taken_from, tx.now
    tx.record(
        VisitHandedOver(
            subject_id=visit.id,
            store_id=visit.store_id,
            from_id=taken_from,
            to_id=tx.actor.account_id,
            business_date=visit.business_date,
            begun=True,
        )
    )


def _record(tx: Tx, visit: Inspection, *, planned: bool) -> None:
    tx.record(
        VisitStarted(subject_id=visit.id, store_id=visit.store_id, inspector_id=visit.conductor_id, planned=planned)
    )
