"""A task, the findings behind it, and the answers given to it."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words
from storewalk.photos.api import MARKS_FIT, Mark, MarksType

RECTIFICATION: Final = "rectification"
"""The kind of a task that an inspection led to. Kinds are an open vocabulary: the rooms whose events open tasks add."""
MANUAL: Final = "manual"
"""The kind of a task that a person opened by hand."""


class TaskStatus(StrEnum):
    """open → answered → accepted; a returned answer makes it open again, and while it is blocked its clock stands.

    One whose findings all fell was withdrawn before it was done.
    """

    OPEN = "open"
    BLOCKED = "blocked"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


DONE: Final = (TaskStatus.ACCEPTED, TaskStatus.WITHDRAWN)
"""The states in which nothing is left to do."""


class BlockReason(StrEnum):
    """A cause outside the store that keeps it from putting a thing right."""

    WAREHOUSE = "warehouse"
    REPAIR = "repair"
    SUPPLIER = "supplier"
    LANDLORD = "landlord"
    OTHER = "other"


class Verdict(StrEnum):
    """What the verifier said of an answer."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


class Task(Tenanted, Base):
    """Something to put right at a store. While it is not accepted, the same fault opens no second one.

    `repeats_id` is the task that this fault had before, accepted less than thirty days earlier; `repeat_count` is how
    often in a row it has come back. `level` levels were told of it being late, the last of them at `escalated_at`.
    `live_required`: an after-photo has to come from the camera, not from the gallery.

    `version` counts what people did: an escalation or a repeated finding must not make a phone's unsent answer stale.
    `changed_at` moves with everything.
    """

    __tablename__ = "task"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("account", column="assignee_id"),
        CheckConstraint("(status = 'accepted') = (accepted_at IS NOT NULL)", name="accepted_has_time"),
        belongs_to("task", column="repeats_id"),
        CheckConstraint("(status = 'withdrawn') = (withdrawn_at IS NOT NULL)", name="withdrawn_has_time"),
        CheckConstraint(
            "status IN ('open', 'blocked', 'withdrawn') OR answered_at IS NOT NULL", name="answered_has_time"
        ),
        CheckConstraint("level >= 0 AND returned_count >= 0 AND finding_count >= 1", name="counts"),
        CheckConstraint("(repeats_id IS NULL) = (repeat_count = 0)", name="repeat_is_whole"),
        CheckConstraint("kind ~ '^[a-z][a-z_]{1,39}$'", name="kind_is_a_word"),
        Index(
            "uq_task_open_fault",
            "org_id",
            "store_id",
            "fault_key",
            unique=True,
            postgresql_where=text("status NOT IN ('accepted', 'withdrawn') AND fault_key IS NOT NULL"),
        ),
        Index(None, "org_id", "store_id", "status", "due_at"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "changed_at"),
        Index(None, "org_id", "inspection_id"),
        Index(None, "org_id", "assignee_id", "status"),
        Index(None, "org_id", "store_id", "fault_key", "accepted_at"),
    )
    kind: Mapped[str]
    title: Mapped[Words] = mapped_column(WordsType)
    requirement: Mapped[Words] = mapped_column(WordsType)
    note: Mapped[str]
    critical: Mapped[bool]
    store_id: Mapped[UUID]
    fault_key: Mapped[str | None]
    inspection_id: Mapped[UUID | None]
    checkpoint_id: Mapped[UUID | None]
    found_by_id: Mapped[UUID | None]
    status: Mapped[TaskStatus] = mapped_column(text_enum(TaskStatus))
    assignee_id: Mapped[UUID | None]
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    level: Mapped[int]
    escalated_at: Mapped[datetime | None]
    returned_count: Mapped[int]
    finding_count: Mapped[int]
    repeats_id: Mapped[UUID | None]
    repeat_count: Mapped[int]
    live_required: Mapped[bool]
    version: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())

    def stepped(self, at: datetime) -> None:
        """Count a step that a person took."""
        self.version += 1
        self.changed_at = at


class TaskFinding(Tenanted, Base):
    """One time the fault was seen, with its photos. One event is one finding of one task, however often it arrives.

    It is withdrawn when it turned out to be none.
    """

    __tablename__ = "task_finding"
    __table_args__ = (
        belongs_to("task"),
        belongs_to("photo", column="voice_id"),
        UniqueConstraint("org_id", "source", "source_id"),
        Index(None, "org_id", "task_id"),
        Index(None, "org_id", "inspection_id", "checkpoint_id"),
    )
    task_id: Mapped[UUID]
    source: Mapped[str]
    source_id: Mapped[UUID]
    inspection_id: Mapped[UUID | None]
    checkpoint_id: Mapped[UUID | None]
    found_by_id: Mapped[UUID | None]
    found_at: Mapped[datetime]
    note: Mapped[str]
    voice_id: Mapped[UUID | None]
    withdrawn_at: Mapped[datetime | None]


class TaskFindingPhoto(Tenanted, Base):
    """A photo of a finding, the "before", with what was drawn on it."""

    __tablename__ = "task_finding_photo"
    __table_args__ = (
        belongs_to("task_finding", column="finding_id"),
        belongs_to("photo"),
        UniqueConstraint("org_id", "finding_id", "photo_id"),
        CheckConstraint(MARKS_FIT, name="marks_fit"),
        Index(None, "org_id", "photo_id"),
    )
    finding_id: Mapped[UUID]
    photo_id: Mapped[UUID]
    position: Mapped[int]
    marks: Mapped[list[Mark]] = mapped_column(MarksType, default=list)


class TaskFindingProduct(Tenanted, Base):
    """A product that a finding is about, with how much of it was seen and of which lot, as far as that was said."""

    __tablename__ = "task_finding_product"
    __table_args__ = (
        belongs_to("task_finding", column="finding_id"),
        belongs_to("product"),
        UniqueConstraint("org_id", "finding_id", "product_id"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
    )
    finding_id: Mapped[UUID]
    product_id: Mapped[UUID]
    position: Mapped[int]
    quantity: Mapped[Decimal | None]
    lot_code: Mapped[str | None]
    expires_on: Mapped[date | None]


class TaskResponse(Tenanted, Base):
    """The store's answer with its after-photos, and what somebody else said of it."""

    __tablename__ = "task_response"
    __table_args__ = (
        belongs_to("task"),
        belongs_to("account", column="answered_by_id"),
        belongs_to("account", column="verified_by_id"),
        CheckConstraint("verified_by_id <> answered_by_id", name="two_people"),
        CheckConstraint(
            "(verdict IS NULL) = (verified_at IS NULL) AND (verdict IS NULL) = (verified_by_id IS NULL)",
            name="verdict_is_whole",
        ),
        CheckConstraint("verdict <> 'returned' OR reason IS NOT NULL", name="returned_has_reason"),
        Index("uq_task_response_waiting", "org_id", "task_id", unique=True, postgresql_where=text("verdict IS NULL")),
        Index(None, "org_id", "task_id", "answered_at"),
    )
    task_id: Mapped[UUID]
    answered_by_id: Mapped[UUID]
    answered_at: Mapped[datetime]
    note: Mapped[str]
    verdict: Mapped[Verdict | None] = mapped_column(text_enum(Verdict))
    reason: Mapped[str | None]
    verified_by_id: Mapped[UUID | None]
    verified_at: Mapped[datetime | None]


class TaskResponsePhoto(Tenanted, Base):
    """A photo of an answer: the "after". It may be named before its bytes have arrived."""

    __tablename__ = "task_response_photo"
    __table_args__ = (
        belongs_to("task_response", column="response_id"),
        belongs_to("photo"),
        UniqueConstraint("org_id", "response_id", "photo_id"),
        Index(None, "org_id", "photo_id"),
    )
    response_id: Mapped[UUID]
    photo_id: Mapped[UUID]
    position: Mapped[int]


class TaskBlock(Tenanted, Base):
    """A time during which a cause outside the store kept it from the work; `seconds_left` of opening then remained."""

    __tablename__ = "task_block"
    __table_args__ = (
        belongs_to("task"),
        belongs_to("account", column="blocked_by_id"),
        belongs_to("account", column="ended_by_id"),
        CheckConstraint("seconds_left >= 0", name="time_left"),
        CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="end_is_whole"),
        Index("uq_task_block_standing", "org_id", "task_id", unique=True, postgresql_where=text("ended_at IS NULL")),
        Index(None, "org_id", "task_id", "blocked_at"),
    )
    task_id: Mapped[UUID]
    reason: Mapped[BlockReason] = mapped_column(text_enum(BlockReason))
    note: Mapped[str]
    seconds_left: Mapped[int]
    blocked_by_id: Mapped[UUID]
    blocked_at: Mapped[datetime]
    ended_by_id: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]


class TaskComment(Tenanted, Base):
    """What somebody said about a task. Its id is made by the phone."""

    __tablename__ = "task_comment"
    __table_args__ = (
        belongs_to("task"),
        belongs_to("account", column="author_id"),
        Index(None, "org_id", "task_id", "recorded_at"),
    )
    task_id: Mapped[UUID]
    author_id: Mapped[UUID]
    said_at: Mapped[datetime]
    text: Mapped[str]


class TaskCommentPhoto(Tenanted, Base):
    """A photo of a comment. It may be named before its bytes have arrived."""

    __tablename__ = "task_comment_photo"
    __table_args__ = (
        belongs_to("task_comment", column="comment_id"),
        belongs_to("photo"),
        UniqueConstraint("org_id", "comment_id", "photo_id"),
        Index(None, "org_id", "photo_id"),
    )
    comment_id: Mapped[UUID]
    photo_id: Mapped[UUID]
    position: Mapped[int]
