"""Schedules, the days they came to at each store, and who stands in for whom."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, PrimaryKeyConstraint, SmallInteger, Text, Uuid, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.inspections.plans.kinds import Assignee, Rhythm, Skipped, VisitKind


class InspectionSchedule(Tenanted, Versioned, Base):
    """A plan of visits that repeat: which stores, who, when; what it made is in `inspection_occurrence`.

    `time_from` and `time_until` are the store's wall clock, the latter in the small hours belongs to the evening before
    it. Without regions and stores named it means all; without formats, of any. `planned_until` is the last day that was
    looked at.
    """

    __tablename__ = "inspection_schedule"
    __table_args__ = (
        belongs_to("inspection_template", "template_id"),
        belongs_to("account", "inspector_id"),
        CheckConstraint("(assignee = 'person') = (inspector_id IS NOT NULL)", name="person_is_named"),
        CheckConstraint("(assignee = 'role') = (role_code IS NOT NULL)", name="role_is_named"),
        CheckConstraint("(assignee = 'store') = (visit_kind = 'selfCheck')", name="stores_check_themselves"),
        CheckConstraint("every BETWEEN 1 AND 366", name="every"),
        CheckConstraint("(rhythm = 'risk') = (bands IS NOT NULL)", name="risk_has_bands"),
        CheckConstraint("rhythm <> 'weeks' OR cardinality(weekdays) > 0", name="weeks_have_days"),
        CheckConstraint("rhythm <> 'months' OR cardinality(month_days) > 0", name="months_have_days"),
        CheckConstraint("weekdays <@ '{1,2,3,4,5,6,7}'", name="weekdays"),
        CheckConstraint("ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("(time_from IS NULL) = (time_until IS NULL)", name="window_is_whole"),
        CheckConstraint("NOT unannounced OR visit_kind = 'visit'", name="visit_is_unannounced"),
        CheckConstraint("sample_percent BETWEEN 0 AND 100", name="sample_percent"),
        CheckConstraint("sample_percent = 0 OR visit_kind = 'selfCheck'", name="sample_of_self_checks"),
        CheckConstraint("ahead_days BETWEEN 1 AND 60", name="ahead_days"),
        Index(None, "org_id", "recorded_at", "id"),
    )
    name: Mapped[str]
    template_id: Mapped[UUID]
    visit_kind: Mapped[VisitKind] = mapped_column(text_enum(VisitKind))
    assignee: Mapped[Assignee] = mapped_column(text_enum(Assignee))
    inspector_id: Mapped[UUID | None]
    role_code: Mapped[str | None]
    region_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    store_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    formats: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    score_below: Mapped[int | None] = mapped_column(SmallInteger)
    rhythm: Mapped[Rhythm] = mapped_column(text_enum(Rhythm))
    every: Mapped[int] = mapped_column(SmallInteger)
    weekdays: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    month_days: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    bands: Mapped[list[dict[str, int | None]] | None] = mapped_column(JSONB(none_as_null=True))
    time_from: Mapped[time | None]
    time_until: Mapped[time | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    unannounced: Mapped[bool]
    sample_percent: Mapped[int] = mapped_column(SmallInteger)
    ahead_days: Mapped[int] = mapped_column(SmallInteger)
    paused_at: Mapped[datetime | None]
    planned_until: Mapped[date | None]


class InspectionOccurrence(Base):
    """A day of a schedule at a store, once for all: the visit that it led to, or why to none.

    The visit may be moved to another day; `on_date` stays, so that the day is not planned again.
    """

    __tablename__ = "inspection_occurrence"
    __table_args__ = (
        PrimaryKeyConstraint("org_id", "schedule_id", "store_id", "on_date"),
        belongs_to("inspection_schedule", "schedule_id"),
        belongs_to("store"),
        belongs_to("inspection", "visit_id"),
        CheckConstraint("num_nonnulls(visit_id, skipped) = 1", name="visit_or_why_not"),
        Index(None, "org_id", "visit_id"),
    )
    org_id: Mapped[UUID]
    schedule_id: Mapped[UUID]
    store_id: Mapped[UUID]
    on_date: Mapped[date]
    visit_id: Mapped[UUID | None]
    skipped: Mapped[Skipped | None] = mapped_column(text_enum(Skipped))
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class InspectionCover(Tenanted, Base):
    """Somebody is away from a day to another, both included, and a colleague makes their visits."""

    __tablename__ = "inspection_cover"
    __table_args__ = (
        belongs_to("account", "absent_id"),
        belongs_to("account", "cover_id"),
        CheckConstraint("absent_id <> cover_id", name="somebody_else"),
        CheckConstraint("first_day <= last_day", name="days_in_order"),
        Index(None, "org_id", "absent_id", "last_day"),
    )
    absent_id: Mapped[UUID]
    cover_id: Mapped[UUID]
    first_day: Mapped[date]
    last_day: Mapped[date]
    set_by: Mapped[UUID]
    ended_at: Mapped[datetime | None]
