"""Schedules, who goes and when, the calendar and the way of a day, over HTTP."""

from datetime import date, timedelta
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Meta

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.permissions import CONDUCT, PLAN, READ
from storewalk.inspections.plans import cover, hand_over, schedules
from storewalk.inspections.plans.calendar import MOST_A_DAY, CalendarAsked, read_calendar
from storewalk.inspections.plans.day_route import day_route
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.plans.queries import list_schedules, read_covers, read_schedule
from storewalk.inspections.plans.schemas import (
    AddSchedule,
    ChangeSchedule,
    CoverOut,
    HandOver,
    MoveVisit,
    ScheduleOut,
    SetCover,
    StepSchedule,
    VisitCalendar,
    VisitRoute,
)
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.schemas.visits import VisitOut
from storewalk.stores.api import Datum, Position

LAST_OF_WEEK: Final = timedelta(days=6)
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]


@query("/inspection-schedules", operation_id="listSchedules", permission=PLAN)
async def get_schedules(
    tx: ReadTx, limit: FromQuery[int | None] = None, cursor: FromQuery[str | None] = None
) -> Page[ScheduleOut]:
    """List the schedules that touch the reader's scope, the newest first."""
    return await list_schedules(tx, limit, cursor)


@query("/inspection-schedules/{schedule_id:uuid}", operation_id="getSchedule", permission=PLAN)
async def get_schedule(tx: ReadTx, schedule_id: FromPath[UUID]) -> ScheduleOut:
    """Show a schedule."""
    return await read_schedule(tx, schedule_id)


@command("/inspection-schedules", operation_id="addSchedule", permission=PLAN, status=201)
async def add_schedule(tx: Tx, data: JSONBody[AddSchedule]) -> ScheduleOut:
    """Plan visits that repeat."""
    schedule = await schedules.add(tx, data)
    await tx.flush()
    return await read_schedule(tx, schedule.id)


@command("/inspection-schedules/{schedule_id:uuid}", operation_id="changeSchedule", permission=PLAN, method="PUT")
async def change_schedule(tx: Tx, schedule_id: FromPath[UUID], data: JSONBody[ChangeSchedule]) -> ScheduleOut:
    """Say a schedule anew; visits that have begun stay as they are."""
    await schedules.change(tx, schedule_id, data)
    return await _schedule(tx, schedule_id)


@command("/inspection-schedules/{schedule_id:uuid}/pause", operation_id="pauseSchedule", permission=PLAN)
async def pause_schedule(tx: Tx, schedule_id: FromPath[UUID], data: JSONBody[StepSchedule]) -> ScheduleOut:
    """Have a schedule make no visits for now."""
    await schedules.pause(tx, schedule_id, data)
    return await _schedule(tx, schedule_id)


@command("/inspection-schedules/{schedule_id:uuid}/resumption", operation_id="resumeSchedule", permission=PLAN)
async def resume_schedule(tx: Tx, schedule_id: FromPath[UUID], data: JSONBody[StepSchedule]) -> ScheduleOut:
    """Have a paused schedule go on."""
    await schedules.resume(tx, schedule_id, data)
    return await _schedule(tx, schedule_id)


@command("/inspections/{visit_id:uuid}/hand-over", operation_id="handOverVisit", permission=CONDUCT)
async def hand_over_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[HandOver]) -> VisitOut:
    """Have somebody else make a visit that has not begun."""
    await hand_over.hand_over(tx, visit_id, data)
    await tx.flush()
    return await read_visit(tx, visit_id)


@command("/inspections/{visit_id:uuid}/day", operation_id="moveVisit", permission=PLAN, method="PUT")
async def move_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[MoveVisit]) -> VisitOut:
    """Put a visit that has not begun on another day."""
    await hand_over.move(tx, visit_id, data)
    await tx.flush()
    return await read_visit(tx, visit_id)


@query("/inspection-covers", operation_id="listCovers", permission=PLAN)
async def get_covers(tx: ReadTx) -> list[CoverOut]:
    """List who stands in for whom from today on."""
    return await read_covers(tx)


@command("/inspection-covers", operation_id="setCover", permission=PLAN, status=201)
async def set_cover(tx: Tx, data: JSONBody[SetCover]) -> CoverOut:
    """Have a colleague make somebody's visits for some days."""
    made = await cover.set_cover(tx, data)
    await tx.flush()
    return (await read_covers(tx, made.id))[0]


@command("/inspection-covers/{cover_id:uuid}/end", operation_id="endCover", permission=PLAN)
async def end_cover(tx: Tx, cover_id: FromPath[UUID]) -> CoverOut:
    """End a cover before its last day."""
    await cover.end_cover(tx, cover_id)
    await tx.flush()
    return (await read_covers(tx, cover_id))[0]


@query("/visit-calendar", operation_id="getVisitCalendar", permission=READ)
async def get_calendar(
    tx: ReadTx,
    *,
    from_: Annotated[date | None, QueryParameter(name="from")] = None,
    to: FromQuery[date | None] = None,
    inspector: FromQuery[UUID | None] = None,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    kind: FromQuery[VisitKind | None] = None,
    each: FromQuery[int] = MOST_A_DAY,
) -> VisitCalendar:
    """Show up to six weeks: how many visits each day has, the first of them, and how full people's days are.

    Without `from` it begins today, without `to` it is a week.
    """
    first = from_ or tx.now.date()
    last = to or first + LAST_OF_WEEK
    return await read_calendar(tx, CalendarAsked(first, last, inspector, store, region, kind, each))


@query("/visit-routes/{day:date}", operation_id="getVisitRoute", permission=CONDUCT)
async def get_route(
    tx: ReadTx,
    day: FromPath[date],
    *,
    inspector: FromQuery[UUID | None] = None,
    lat: FromQuery[Latitude | None] = None,
    lng: FromQuery[Longitude | None] = None,
    datum: FromQuery[Datum] = Datum.WGS84,
) -> VisitRoute:
    """Order a day's visits of one person, by default the reader's own, by a short way from a position."""
    start = None if lat is None or lng is None else Position(lat=lat, lng=lng, datum=datum)
    return await day_route(tx, day, inspector or tx.actor.account_id, start)


async def _schedule(tx: Tx, schedule_id: UUID) -> ScheduleOut:
    await tx.flush()
    return await read_schedule(tx, schedule_id)


PLAN_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        get_schedules,
        get_schedule,
        add_schedule,
        change_schedule,
        pause_schedule,
        resume_schedule,
        hand_over_visit,
        move_visit,
        get_covers,
        set_cover,
        end_cover,
        get_calendar,
        get_route,
    ],
)
