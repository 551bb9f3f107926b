"""A task, the findings behind it, and the answers given to it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words


class TaskKind(StrEnum):
    """What sort of work a task is."""

    RECTIFICATION = "rectification"


class TaskStatus(StrEnum):
    """open → answered → accepted; a returned answer makes it open again."""

    OPEN = "open"
    ANSWERED = "answered"
    ACCEPTED = "accepted"


class Verdict(StrEnum):
    """What the verifier said of an answer."""

    ACCEPTED = "accepted"
    RETURNED = "returned"


class Task(Tenanted, Base):
    """Something to put right at a store. While it is not accepted, the same fault opens no second one.

    `version` counts what people did: an escalation or a repeated finding must not make a phone's unsent answer stale.
    `changed_at` moves with everything.
    """

    __tablename__ = "task"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("account", column="assignee_id"),
        CheckConstraint("(status = 'accepted') = (accepted_at IS NOT NULL)", name="accepted_has_time"),
        CheckConstraint("status = 'open' OR answered_at IS NOT NULL", name="answered_has_time"),
        CheckConstraint("level >= 0 AND returned_count >= 0 AND finding_count >= 1", name="counts"),
        Index(
            "uq_task_open_fault",
            "org_id",
            "store_id",
            "fault_key",
            unique=True,
            postgresql_where=text("status <> 'accepted' AND fault_key IS NOT NULL"),
        ),
        Index(None, "org_id", "store_id", "status", "due_at"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "changed_at"),
        Index(None, "org_id", "inspection_id"),
        Index(None, "org_id", "assignee_id", "status"),
    )
    kind: Mapped[TaskKind] = mapped_column(text_enum(TaskKind))
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
    level: Mapped[int]
    returned_count: Mapped[int]
    finding_count: Mapped[int]
    version: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())

    def stepped(self, at: datetime) -> None:
        """Count a step that a person took."""
        self.version += 1
        self.changed_at = at


class TaskFinding(Tenanted, Base):
    """One time the fault was seen, with its photos. One event is one finding of one task, however often it arrives."""

    __tablename__ = "task_finding"
    __table_args__ = (
        belongs_to("task"),
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


class TaskFindingPhoto(Tenanted, Base):
    """A photo of a finding: the "before"."""

    __tablename__ = "task_finding_photo"
    __table_args__ = (
        belongs_to("task_finding", column="finding_id"),
        belongs_to("photo"),
        UniqueConstraint("org_id", "finding_id", "photo_id"),
        Index(None, "org_id", "photo_id"),
    )
    finding_id: Mapped[UUID]
    photo_id: Mapped[UUID]
    position: Mapped[int]


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
