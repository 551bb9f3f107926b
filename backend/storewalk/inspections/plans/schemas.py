"""Schedules, covers, the calendar and routes on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.plans.kinds import Assignee, Rhythm, Skipped, VisitKind
from storewalk.stores.api import StoreFormat

MOST_STORES, MOST_REGIONS, MOST_BANDS = 2_000, 100, 6
WallTime = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="HH:MM on the store's clock")]
Weekday = Annotated[int, Meta(ge=1, le=7)]
MonthDay = Annotated[int, Meta(ge=1, le=31)]
Version = Annotated[int, Meta(ge=1)]


class RiskBand(Input):
    """Stores whose last score is under `below`, or all others without it, are due again after `days`."""

    days: Annotated[int, Meta(ge=1, le=366)]
    below: Annotated[int, Meta(ge=1, le=100)] | None = None


class ScheduleForm(Input):
    """What a schedule says; see `InspectionSchedule`. Without regions and stores it means all of them."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    template_id: UUID
    visit_kind: VisitKind
    assignee: Assignee
    rhythm: Rhythm
    starts_on: date
    inspector_id: UUID | None = None
    role_code: Annotated[str, Meta(max_length=40)] | None = None
    region_ids: Annotated[list[UUID], Meta(max_length=MOST_REGIONS)] = field(default_factory=list[UUID])
    store_ids: Annotated[list[UUID], Meta(max_length=MOST_STORES)] = field(default_factory=list[UUID])
    formats: list[StoreFormat] = field(default_factory=list[StoreFormat])
    score_below: Annotated[int, Meta(ge=1, le=100)] | None = None
    every: Annotated[int, Meta(ge=1, le=366)] = 1
    weekdays: Annotated[list[Weekday], Meta(max_length=7)] = field(default_factory=list[int])
    month_days: Annotated[list[MonthDay], Meta(max_length=31)] = field(default_factory=list[int])
    bands: Annotated[list[RiskBand], Meta(max_length=MOST_BANDS)] = field(default_factory=list[RiskBand])
    time_from: WallTime | None = None
    time_until: WallTime | None = None
    ends_on: date | None = None
    unannounced: bool = False
    sample_percent: Annotated[int, Meta(ge=0, le=100)] = 0
    ahead_days: Annotated[int, Meta(ge=1, le=60)] = 14


class AddSchedule(ScheduleForm):
    """Plan visits that repeat, under an id of the client's making if it has one."""

    id: UUID | None = None


class ChangeSchedule(ScheduleForm):
    """Say it all anew; visits that have begun stay as they are."""

    if_version: Version


class StepSchedule(Input):
    """Pause a schedule, or have it go on."""

    if_version: Version


class HandOver(Input):
    """Give a visit to somebody, or take it; `if_version` is the visit's."""

    inspector_id: UUID
    if_version: Version


class MoveVisit(Input):
    """Put a planned visit on another day; its window stays at the same time of day."""

    day: date
    if_version: Version


class SetCover(Input):
    """Somebody is away from `first_day` to `last_day`, and a colleague makes their visits."""

    absent_id: UUID
    cover_id: UUID
    first_day: date
    last_day: date


class RiskBandOut(Output):
    """A band as it stands."""

    below: int | None
    days: int


class ScheduleOut(Output):
    """A schedule with what is planned and done of it, of the last thirty days and from now on."""

    id: UUID
    name: str
    template_id: UUID
    template_name: Words
    visit_kind: VisitKind
    assignee: Assignee
    inspector_id: UUID | None
    inspector_name: str | None
    role_code: str | None
    region_ids: list[UUID]
    store_ids: list[UUID]
    formats: list[StoreFormat]
    score_below: int | None
    rhythm: Rhythm
    every: int
    weekdays: list[int]
    month_days: list[int]
    bands: list[RiskBandOut]
    time_from: str | None
    time_until: str | None
    starts_on: date
    ends_on: date | None
    unannounced: bool
    sample_percent: int
    ahead_days: int
    paused_at: datetime | None
    planned_until: date | None
    next_on: date | None
    planned: int
    done: int
    missed: int
    skipped: int
    may_edit: bool
    version: int
    recorded_at: datetime


class CoverOut(Output):
    """Who stands in for whom; `left` of the visits stay with the absent one, at stores that the other may not visit."""

    id: UUID
    absent_id: UUID
    absent_name: str
    cover_id: UUID
    cover_name: str
    first_day: date
    last_day: date
    ended_at: datetime | None
    visits: int
    left: int


class CalendarVisit(Output):
    """A visit in a calendar."""

    id: UUID
    store_id: UUID
    store_name: str
    template_name: Words
    kind: VisitKind
    inspector_id: UUID | None
    inspector_name: str | None
    status: VisitStatus
    day: date
    window_from: datetime | None
    due_at: datetime | None
    time_zone: str
    unannounced: bool
    score: float | None
    version: int


class SkippedCount(Output):
    """How many stores a day left out for a reason."""

    why: Skipped
    stores: int


class VisitCalendarDay(Output):
    """A day: how many visits stand how, the first of them, and what was left out."""

    day: date
    planned: int
    under_way: int
    done: int
    missed: int
    visits: list[CalendarVisit]
    skipped: list[SkippedCount]


class InspectorDay(Output):
    """How many visits somebody has on a day."""

    day: date
    visits: int


class InspectorLoad(Output):
    """Somebody who may visit stores in the reader's scope, and how full their days are."""

    id: UUID
    name: str
    days: list[InspectorDay]


class VisitCalendar(Output):
    """The days asked for, and how full they are; a day holds `capacity` visits of one person."""

    days: list[VisitCalendarDay]
    inspectors: list[InspectorLoad]
    capacity: int


class RouteStop(Output):
    """A visit of a day's way: how far it is from the stop before, and where it is on maps that draw GCJ-02."""

    visit: CalendarVisit
    metres: int | None
    lat_gcj02: float | None
    lng_gcj02: float | None


class VisitRoute(Output):
    """The day's visits of one person in the order of the shortest way that keeps their windows, and its length."""

    day: date
    stops: list[RouteStop]
    metres: int
