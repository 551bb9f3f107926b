"""Add a schedule, change what it says, pause it, have it go on."""

from collections.abc import Iterator
from datetime import time
from typing import Any, Final
from uuid import UUID

from storewalk.core.errors import Conflict, FieldError, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import holdings, is_within, root_node
from storewalk.inspections.permissions import CONDUCT, PLAN
from storewalk.inspections.plans.ask import ask_for
from storewalk.inspections.plans.events import ScheduleAdded, ScheduleChanged, SchedulePaused, ScheduleResumed
from storewalk.inspections.plans.kinds import Assignee, Rhythm, VisitKind
from storewalk.inspections.plans.models import InspectionSchedule
from storewalk.inspections.plans.queries import find_schedule, lock_schedule, read_schedule
from storewalk.inspections.plans.revise import call_off, fit
from storewalk.inspections.plans.schemas import AddSchedule, ChangeSchedule, ScheduleForm, StepSchedule
from storewalk.inspections.queries.followed import version_to_follow

FAULTS: Final = {
    "assignee": "inspections.schedule_assignee",
    "inspectorId": "inspections.schedule_person",
    "roleCode": "inspections.schedule_role",
    "weekdays": "inspections.schedule_weekdays",
    "monthDays": "inspections.schedule_month_days",
    "bands": "inspections.schedule_bands",
    "timeUntil": "inspections.schedule_window",
    "endsOn": "inspections.schedule_ends",
    "unannounced": "inspections.schedule_unannounced",
    "samplePercent": "inspections.schedule_sample",
}


async def add(tx: Tx, form: AddSchedule) -> InspectionSchedule:
    """Plan visits that repeat; a job makes them at once and every night.

    Raises:
        NotFound: a region or store lies outside the actor's scope.
        Conflict: the id is taken.
        Invalid: what was entered does not fit together; each field is named.
    """
    if form.id is not None and await find_schedule(tx, form.id) is not None:
        raise Conflict("inspections.schedule_exists", current=await read_schedule(tx, form.id), field="id")
    await _check(tx, form)
    schedule = InspectionSchedule(org_id=tx.org_id, id=form.id or new_id(), paused_at=None, planned_until=None)
    _fill(schedule, form)
    tx.session.add(schedule)
    tx.record(ScheduleAdded(subject_id=schedule.id, name=schedule.name))
    await ask_for(tx, schedule.id)
    return schedule


async def change(tx: Tx, schedule_id: UUID, form: ChangeSchedule) -> None:
    """Say a schedule anew. Visits that have begun stay; of the others those that fit are changed, the rest called off.

    Raises:
        NotFound: it lies outside the actor's scope, or a region or store does.
        Conflict: it was changed meanwhile.
        Invalid: as `add`.
    """
    schedule = await _own(tx, schedule_id, form.if_version)
    await _check(tx, form)
    _fill(schedule, form)
    await tx.flush()
    changed, withdrawn = await fit(tx, schedule)
    tx.record(ScheduleChanged(subject_id=schedule.id, withdrawn=withdrawn, changed=changed))
    await ask_for(tx, schedule.id)


async def pause(tx: Tx, schedule_id: UUID, form: StepSchedule) -> None:
    """Have a schedule make no visits for now; those not begun are called off.

    Raises:
        NotFound: it lies outside the actor's scope.
        Conflict: it was changed meanwhile.
        WrongState: it is paused.
    """
    schedule = await _own(tx, schedule_id, form.if_version)
    if schedule.paused_at is not None:
        raise WrongState("inspections.schedule_paused")
    schedule.paused_at = tx.now
    await tx.flush()
    tx.record(SchedulePaused(subject_id=schedule.id, withdrawn=await call_off(tx, schedule.id)))


async def resume(tx: Tx, schedule_id: UUID, form: StepSchedule) -> None:
    """Have a paused schedule go on from today.

    Raises:
        NotFound: it lies outside the actor's scope.
        Conflict: it was changed meanwhile.
        WrongState: it is not paused.
    """
    schedule = await _own(tx, schedule_id, form.if_version)
    if schedule.paused_at is None:
        raise WrongState("inspections.schedule_goes_on")
    schedule.paused_at = None
    tx.record(ScheduleResumed(subject_id=schedule.id))
    await ask_for(tx, schedule.id)


async def _own(tx: Tx, schedule_id: UUID, version: int) -> InspectionSchedule:
    schedule = await lock_schedule(tx, schedule_id)
    await _require(tx, [*schedule.region_ids, *schedule.store_ids])
    if schedule.version != version:
        raise Conflict("core.version_conflict", current=await read_schedule(tx, schedule_id))
    return schedule


async def _require(tx: Tx, places: list[UUID]) -> None:
    tx.require(PLAN)
    for place in places or [await root_node(tx)]:
        if not await is_within(tx, PLAN, place):
            raise NotFound("inspections.no_schedule")


async def _check(tx: Tx, form: ScheduleForm) -> None:
    await version_to_follow(tx, form.template_id)
    for field, places in (("regionIds", form.region_ids), ("storeIds", form.store_ids)):
        for number, place in enumerate(places):
            if not await is_within(tx, PLAN, place):
                raise Invalid("inspections.schedule_beyond", field=f"{field}[{number}]")
    if not form.region_ids and not form.store_ids and not await is_within(tx, PLAN, await root_node(tx)):
        raise Invalid("inspections.schedule_of_all", field="regionIds")
    errors = [FieldError(field, key) for field, key in _faults(form)]
    if form.assignee is not Assignee.STORE:
        held = await holdings(tx, CONDUCT)
        if form.inspector_id is not None and all(each.account_id != form.inspector_id for each in held):
            errors.append(FieldError("inspectorId", "inspections.inspector_elsewhere"))
        if form.role_code is not None and all(each.role != form.role_code for each in held):
            errors.append(FieldError("roleCode", "inspections.schedule_role"))
    if errors:
        raise Invalid("inspections.schedule_faulty", errors=errors)


def _faults(form: ScheduleForm) -> Iterator[tuple[str, str]]:
    window = (form.time_from, form.time_until)
    at_home = form.visit_kind is VisitKind.SELF_CHECK
    rules = {
        "assignee": (form.assignee is Assignee.STORE) == at_home,
        "inspectorId": (form.assignee is Assignee.PERSON) == (form.inspector_id is not None),
        "roleCode": (form.assignee is Assignee.ROLE) == (form.role_code is not None),
        "weekdays": form.rhythm is not Rhythm.WEEKS or bool(form.weekdays),
        "monthDays": form.rhythm is not Rhythm.MONTHS or bool(form.month_days),
        "bands": (form.rhythm is Rhythm.RISK) == bool(form.bands) and _rising(form),
        "timeUntil": window == (None, None) or (None not in window and window[0] != window[1]),
        "endsOn": form.ends_on is None or form.ends_on >= form.starts_on,
        "unannounced": not (form.unannounced and at_home),
        "samplePercent": not form.sample_percent or at_home,
    }
    yield from ((field, FAULTS[field]) for field, kept in rules.items() if not kept)


def _rising(form: ScheduleForm) -> bool:
    """Tell whether the bands rise to one for all others."""
    limits = [band.below for band in form.bands]
    if not limits:
        return True
    named = [limit for limit in limits[:-1] if limit is not None]
    return limits[-1] is None and len(named) == len(limits) - 1 and named == sorted(set(named))


def _fill(schedule: InspectionSchedule, form: ScheduleForm) -> None:
    said: dict[str, Any] = {
        name: getattr(form, name)
        for name in (
            "name", "template_id", "visit_kind", "assignee", "inspector_id", "role_code", "region_ids", "store_ids",
            "score_below", "rhythm", "every", "starts_on", "ends_on", "unannounced", "sample_percent", "ahead_days",
        )
    }  # fmt: skip
    said["formats"] = [each.value for each in form.formats]
    said["weekdays"], said["month_days"] = sorted(set(form.weekdays)), sorted(set(form.month_days))
    said["bands"] = [{"below": band.below, "days": band.days} for band in form.bands] or None
    said["time_from"] = time.fromisoformat(form.time_from) if form.time_from else None
    said["time_until"] = time.fromisoformat(form.time_until) if form.time_until else None
    for name, value in said.items():
        if getattr(schedule, name, None) != value:
            setattr(schedule, name, value)
