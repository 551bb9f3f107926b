"""Days off and dated events on the wire."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.identity.api import NodeKind
from storewalk.ordering.signal_models import DayKind, SignalKind, SignalStatus

MAX_PLACES = 500
MAX_PRODUCTS = 200
MAX_CATEGORIES = 100
THOUSANDTHS = Decimal("0.001")
Uplift = Annotated[float, Meta(ge=0.05, le=20)]


class SignalForm(Input):
    """What is told of a dated event; `uplift` is the factor on demand, 1.5 for half as much again.

    Places are stores or regions; without any it is the whole chain's. Without products and categories it touches all.
    """

    kind: SignalKind
    name: Annotated[str, Meta(max_length=100)] = ""
    first_day: date
    last_day: date
    uplift: Uplift
    place_ids: Annotated[list[UUID], Meta(max_length=MAX_PLACES)] = field(default_factory=list[UUID])
    product_ids: Annotated[list[UUID], Meta(max_length=MAX_PRODUCTS)] = field(default_factory=list[UUID])
    category_ids: Annotated[list[UUID], Meta(max_length=MAX_CATEGORIES)] = field(default_factory=list[UUID])
    note: Annotated[str, Meta(max_length=500)] = ""

    @property
    def factor(self) -> Decimal:
        """The uplift as it is kept."""
        return Decimal(repr(self.uplift)).quantize(THOUSANDTHS)


class EnterSignal(SignalForm):
    """Tell of a dated event, under an id of the sender's own or a new one."""

    id: UUID | None = None


class ChangeSignal(SignalForm):
    """Tell otherwise of it, all of it anew."""

    if_version: int


class CancelSignal(Input):
    """Say that it does not take place, or did not."""

    if_version: int


class SignalPlace(Output):
    """A store or a region that an event touches."""

    id: UUID
    name: str
    kind: NodeKind


class SignalGoods(Output):
    """A product or a category that an event touches."""

    id: UUID
    code: str
    name: Words


class SignalOut(Output):
    """A dated event, what was stated of it and what it was found to have done.

    `places` are those in the reader's scope; `everywhere` is the whole chain's. `measured` is null before the review
    and while `evidenceDays` are too few. `mayChange` says whether all its places lie where the reader may tell of them.
    """

    id: UUID
    kind: SignalKind
    name: str
    first_day: date
    last_day: date
    uplift: float
    everywhere: bool
    places: list[SignalPlace]
    products: list[SignalGoods]
    categories: list[SignalGoods]
    note: str
    status: SignalStatus
    entered_by: UUID
    entered_by_name: str
    measured: float | None
    evidence_days: float | None
    reviewed_at: datetime | None
    may_change: bool
    version: int
    recorded_at: datetime


class Origin(StrEnum):
    """Who says what a day is."""

    BUILT_IN = "built_in"
    OWN = "own"


class SpecialDayOut(Output):
    """A day of the calendar. An own one has a `version`; `builtInKind` is what Storewalk's calendar says of it."""

    day: date
    kind: DayKind
    name: Words
    origin: Origin
    built_in_kind: DayKind | None
    set_by_name: str | None
    version: int


class CalendarOut(Output):
    """The days of a year; `arranged` is false while nothing is known of its arrangement."""

    year: int
    arranged: bool
    days: list[SpecialDayOut]


class SetSpecialDay(Input):
    """Make a day something else than the calendar says; `ifVersion` is 0 where it was not set before."""

    kind: DayKind
    name: Words
    if_version: int


class ResetSpecialDay(Input):
    """Let a day be again what the built-in calendar says."""

    if_version: int
