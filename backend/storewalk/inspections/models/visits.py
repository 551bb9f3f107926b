"""Visits: a store, an inspector, a business date, the answers with their photographs, and the score they came to."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Integer, Numeric, UniqueConstraint, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.inspections.kinds import GrantedOutcome, ModelOutcome, Outcome, PersonOutcome, PhotoState, VisitStatus
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.photos.api import MARKS_FIT, Mark, MarksType
from storewalk.stores.api import Datum, StoreFormat


class Inspection(Tenanted, Versioned, Base):
    """One visit. Whoever changes it or its answers holds its row lock, and no other lock of this room first.

    `business_date` is the store's day on which the visit is planned, or was started unplanned; it lasts from `day_from`
    until `day_until`, kept as they were when the visit was written. A planned visit not begun by its due time, or
    without one by the end of its day, is missed. `store_format` and `asked_count` are known once it began: what kind
    of store it was then, and how many questions its answers leave to be asked.

    A store's own check has nobody until somebody of the store begins it. An `unannounced` one is hidden from the store
    until it begins. `window_from` is when it may begin at the earliest. Handed over at `handed_at`, it was
    `previous_inspector_id`'s before. `reinspects_id` is the store's own check that it looks at again. Once an
    inspector's visit is scored its store may dispute findings until `sign_until`, and sign it then or later.
    `first_score` is what it had before a finding fell for the first time, by which it was scored again.
    """

    __tablename__ = "inspection"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("inspection_template_version", "template_version_id"),
        belongs_to("account", "inspector_id"),
        belongs_to("inspection_checkpoint", "capped_by"),
        belongs_to("inspection_schedule", "schedule_id"),
        belongs_to("account", "previous_inspector_id"),
        belongs_to("inspection", "reinspects_id"),
        UniqueConstraint("org_id", "reinspects_id"),
        CheckConstraint(
            "inspector_id IS NOT NULL OR (kind = 'selfCheck' AND status IN ('planned', 'missed', 'cancelled'))",
            name="somebody_goes",
        ),
        CheckConstraint("(previous_inspector_id IS NULL) = (handed_at IS NULL)", name="handed_is_whole"),
        CheckConstraint("window_from >= day_from AND window_from < coalesce(due_at, day_until)", name="window_in_day"),
        CheckConstraint("day_from < day_until", name="day_has_length"),
        CheckConstraint(
            "(status IN ('started', 'submitted', 'scored')) <= (started_at IS NOT NULL)", name="started_has_time"
        ),
        CheckConstraint("(status IN ('submitted', 'scored')) = (submitted_at IS NOT NULL)", name="submitted_has_time"),
        CheckConstraint("(status = 'scored') = (scored_at IS NOT NULL)", name="scored_has_time"),
        CheckConstraint("score IS NULL OR status = 'scored'", name="score_is_final"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score_in_range"),
        CheckConstraint("rescored_at IS NULL OR status = 'scored'", name="rescored_after_score"),
        CheckConstraint("first_score IS NULL OR rescored_at IS NOT NULL", name="first_score_is_over"),
        CheckConstraint("(started_at IS NULL) = (asked_count IS NULL)", name="asked_since_start"),
        CheckConstraint("open_disputes >= 0", name="open_disputes"),
        CheckConstraint(
            "signed_at IS NULL OR (status IN ('submitted', 'scored') AND kind = 'visit')", name="signed_after_visit"
        ),
        CheckConstraint("sign_until IS NULL OR (status = 'scored' AND kind = 'visit')", name="asked_to_sign"),
        Index(None, "org_id", "store_id", "business_date"),
        Index(None, "org_id", "inspector_id", "business_date"),
        Index(None, "org_id", "business_date", "recorded_at", "id"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "changed_at"),
        Index("ix_inspection_waiting", "org_id", "day_until", postgresql_where=text("status = 'planned'")),
    )
    store_id: Mapped[UUID]
    template_version_id: Mapped[UUID]
    kind: Mapped[VisitKind] = mapped_column(text_enum(VisitKind), default=VisitKind.VISIT)
    inspector_id: Mapped[UUID | None]
    status: Mapped[VisitStatus] = mapped_column(text_enum(VisitStatus))
    business_date: Mapped[date]
    day_from: Mapped[datetime]
    day_until: Mapped[datetime]
    window_from: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    unannounced: Mapped[bool] = mapped_column(default=False)
    schedule_id: Mapped[UUID | None]
    previous_inspector_id: Mapped[UUID | None]
    handed_at: Mapped[datetime | None]
    reinspects_id: Mapped[UUID | None]
    planned_by: Mapped[UUID | None]
    started_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    scored_at: Mapped[datetime | None]
    store_format: Mapped[StoreFormat | None] = mapped_column(text_enum(StoreFormat))
    asked_count: Mapped[int | None] = mapped_column(Integer)
    cancel_reason: Mapped[str | None]
    position_lat: Mapped[float | None]
    position_lng: Mapped[float | None]
    position_accuracy_m: Mapped[float | None]
    position_datum: Mapped[Datum | None] = mapped_column(text_enum(Datum))
    score: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    capped_by: Mapped[UUID | None]
    rescored_at: Mapped[datetime | None]
    first_score: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    sign_until: Mapped[datetime | None]
    signed_at: Mapped[datetime | None]
    open_disputes: Mapped[int] = mapped_column(Integer, default=0, server_default="0")

    @property
    def conductor_id(self) -> UUID:
        """Return who makes a visit; a store's own check has somebody only once it began."""
        if self.inspector_id is None:
            raise AssertionError  # the table sees to it
        return self.inspector_id


class InspectionAnswer(Tenanted, Base):
    """One answer. `version` counts what people changed: a photograph's verdict does not make their copy stale.

    `person_outcome` is what a person decided, `model_outcome` what the shelf photographs say, `outcome` what counts:
    where the store disputed a failure and was right, `granted_outcome`. `responsible_id` mends a failure by `due_at`.
    `missing_product_ids` are those whose place was empty, `voice_id` is a spoken note.
    `fail_recorded_at` is set when the failure became an event,
    so that it becomes one only once. One that does not `count` was given before another answer made its question one
    that is not asked; it is kept.
    """

    __tablename__ = "inspection_answer"
    __table_args__ = (
        belongs_to("inspection"),
        belongs_to("inspection_checkpoint", "checkpoint_id"),
        belongs_to("photo", "voice_id"),
        UniqueConstraint("org_id", "inspection_id", "checkpoint_id"),
        belongs_to("account", "responsible_id"),
        CheckConstraint("outcome = coalesce(granted_outcome, person_outcome, outcome)", name="person_wins"),
        CheckConstraint("NOT needs_person OR outcome = 'pending'", name="needs_person_is_pending"),
        CheckConstraint(
            "fail_recorded_at IS NULL OR outcome = 'fail' OR granted_outcome IS NOT NULL", name="recorded_fail_is_final"
        ),
        CheckConstraint("granted_outcome IS NULL OR fail_recorded_at IS NOT NULL", name="granted_was_failed"),
        Index(None, "org_id", "checkpoint_id"),
        Index(None, "org_id", "changed_at"),
    )
    inspection_id: Mapped[UUID]
    checkpoint_id: Mapped[UUID]
    outcome: Mapped[Outcome] = mapped_column(text_enum(Outcome))
    person_outcome: Mapped[PersonOutcome | None] = mapped_column(text_enum(PersonOutcome))
    model_outcome: Mapped[ModelOutcome | None] = mapped_column(text_enum(ModelOutcome))
    granted_outcome: Mapped[GrantedOutcome | None] = mapped_column(text_enum(GrantedOutcome))
    counts: Mapped[bool] = mapped_column(default=True)
    needs_person: Mapped[bool] = mapped_column(default=False)
    number_value: Mapped[Decimal | None] = mapped_column(Numeric(12, 3))
    choice_code: Mapped[str | None]
    text_value: Mapped[str | None]
    note: Mapped[str | None]
    voice_id: Mapped[UUID | None]
    responsible_id: Mapped[UUID | None]
    due_at: Mapped[datetime | None]
    missing_product_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    reading_state: Mapped[PhotoState | None] = mapped_column(text_enum(PhotoState))
    availability: Mapped[float | None]
    gaps: Mapped[int | None]
    answered_by: Mapped[UUID]
    answered_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decision_note: Mapped[str | None]
    fail_recorded_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]


class InspectionAnswerPhoto(Tenanted, Base):
    """A photograph named by an answer, and what is known of it; it may be named before it is uploaded.

    `not_live`: it turned out to come from the gallery where live evidence is asked for, so it counts for nothing.
    `marks` are what the person drew on it.
    """

    __tablename__ = "inspection_answer_photo"
    __table_args__ = (
        belongs_to("inspection_answer", "answer_id", ondelete="CASCADE"),
        belongs_to("photo"),
        UniqueConstraint("org_id", "answer_id", "photo_id"),
        CheckConstraint(MARKS_FIT, name="marks_fit"),
        Index(None, "org_id", "photo_id"),
    )
    answer_id: Mapped[UUID]
    photo_id: Mapped[UUID]
    position: Mapped[int]
    state: Mapped[PhotoState] = mapped_column(text_enum(PhotoState))
    not_live: Mapped[bool] = mapped_column(default=False)
    availability: Mapped[float | None]
    gaps: Mapped[int | None]
    marks: Mapped[list[Mark]] = mapped_column(MarksType, default=list)


class InspectionAnswerProduct(Tenanted, Base):
    """How much was seen of a product that a finding is about, in its base unit, and of which lot it was."""

    __tablename__ = "inspection_answer_product"
    __table_args__ = (
        belongs_to("inspection_answer", "answer_id", ondelete="CASCADE"),
        belongs_to("product"),
        UniqueConstraint("org_id", "answer_id", "product_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("coalesce(quantity::text, lot_code, expires_on::text) IS NOT NULL", name="something_seen"),
    )
    answer_id: Mapped[UUID]
    product_id: Mapped[UUID]
    quantity: Mapped[Decimal | None]
    lot_code: Mapped[str | None]
    expires_on: Mapped[date | None]


class InspectionSectionScore(Tenanted, Base):
    """The points of a section when the visit was scored, or scored again; null where nothing counted.

    `first_score` is what it had before the visit was scored again.
    """

    __tablename__ = "inspection_section_score"
    __table_args__ = (
        belongs_to("inspection"),
        belongs_to("inspection_section", "section_id"),
        UniqueConstraint("org_id", "inspection_id", "section_id"),
    )
    inspection_id: Mapped[UUID]
    section_id: Mapped[UUID]
    score: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    first_score: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
