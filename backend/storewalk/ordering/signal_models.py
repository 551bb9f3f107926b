"""What a calendar and people on the spot know of the days ahead: days off, and dated local events."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words


class DayKind(StrEnum):
    """What an organization makes of a day; `ordinary` takes back what the built-in calendar says."""

    DAY_OFF = "day_off"
    WORKED_WEEKEND = "worked_weekend"
    ORDINARY = "ordinary"


class SignalKind(StrEnum):
    """What happens around a store; events of a kind are expected to do alike."""

    MALL_ANNIVERSARY = "mall_anniversary"
    NEARBY_EVENT = "nearby_event"
    VIRAL_PRODUCT = "viral_product"
    GROUP_ORDER = "group_order"
    SCHOOL_HOLIDAY = "school_holiday"
    SCHOOL_TERM = "school_term"
    COMPETITOR_OPENS = "competitor_opens"
    COMPETITOR_CLOSES = "competitor_closes"
    ROAD_WORKS = "road_works"
    OUTAGE = "outage"
    OTHER = "other"


class SignalStatus(StrEnum):
    """Whether an event takes place; a cancelled one counts for nothing, also where its days are over."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class DemandDay(Versioned, Base):
    """A day on which the organization differs from the built-in calendar, or that this does not know yet."""

    __tablename__ = "demand_day"
    __table_args__ = (
        belongs_to("account", column="set_by"),
        CheckConstraint("kind <> 'worked_weekend' OR extract(isodow FROM day) >= 6", name="weekend_worked"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[DayKind] = mapped_column(text_enum(DayKind))
    name: Mapped[Words] = mapped_column(WordsType)
    set_by: Mapped[UUID]


class DemandEvent(Tenanted, Versioned, Base):
    """A dated event, and by which factor those who entered it say that it changes demand.

    Without places it is the whole chain's; without products and categories it touches everything sold.
    """

    __tablename__ = "demand_event"
    __table_args__ = (
        belongs_to("account", column="entered_by"),
        CheckConstraint("first_day <= last_day AND last_day - first_day < 366", name="days_in_order"),
        CheckConstraint("uplift BETWEEN 0.05 AND 20", name="uplift_likely"),
        CheckConstraint("kind <> 'other' OR name <> ''", name="other_has_name"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "last_day"),
    )

    kind: Mapped[SignalKind] = mapped_column(text_enum(SignalKind))
    name: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    uplift: Mapped[Decimal] = mapped_column(Numeric(6, 3))
    note: Mapped[str]
    status: Mapped[SignalStatus] = mapped_column(text_enum(SignalStatus))
    entered_by: Mapped[UUID]


class DemandEventPlace(Base):
    """A store, or a region with all stores that lie in it at the time."""

    __tablename__ = "demand_event_place"
    __table_args__ = (
        belongs_to("demand_event", column="event_id"),
        belongs_to("scope_node", column="place_id"),
        Index(None, "org_id", "place_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    place_id: Mapped[UUID] = mapped_column(primary_key=True)


class DemandEventProduct(Base):
    """A product that an event touches."""

    __tablename__ = "demand_event_product"
    __table_args__ = (belongs_to("demand_event", column="event_id"), belongs_to("product"))

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)


class DemandEventCategory(Base):
    """A category whose products an event touches, with those of the categories below it."""

    __tablename__ = "demand_event_category"
    __table_args__ = (belongs_to("demand_event", column="event_id"), belongs_to("category"))

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    category_id: Mapped[UUID] = mapped_column(primary_key=True)


class DemandEventReview(Base):
    """What an event was found to have done: `measured` by so many days at mean demand, or null while they are few."""

    __tablename__ = "demand_event_review"
    __table_args__ = (
        belongs_to("demand_event", column="event_id"),
        CheckConstraint("measured >= 0 AND evidence_days >= 0", name="not_negative"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    measured: Mapped[Decimal | None] = mapped_column(Numeric(9, 3))
    evidence_days: Mapped[Decimal] = mapped_column(Numeric(12, 1))
    reviewed_at: Mapped[datetime]
