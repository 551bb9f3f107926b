"""Rows of this room as its queries read them, and how they become what goes on the wire."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from storewalk.catalog.api import NamedProduct
from storewalk.core.schemas import Words
from storewalk.photos.api import Mark
from storewalk.tasks.details import CommentOut, FindingOut, ResponseOut, StepOut, TaskDetail
from storewalk.tasks.events import Declined
from storewalk.tasks.models import BlockReason, TaskStatus, Verdict
from storewalk.tasks.schemas import BlockedOut, TaskOut


class TaskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which tasks a list shows.

    `mine`: given to the actor; `late`: open past the due time; `nobody`: not done and without anybody to do it;
    `repeated`: not done, and its fault came back.
    """

    status: TaskStatus | None = None
    store_id: UUID | None = None
    kind: str | None = None
    mine: bool = False
    late: bool = False
    nobody: bool = False
    repeated: bool = False


class TaskRow(TaskOut):
    """A task as a list shows it, with what only its own page and the list's order need; a block comes as columns."""

    requirement: Words
    note: str
    live_required: bool
    blocked: BlockedOut | None = None
    block_reason: BlockReason | None
    block_note: str | None
    blocked_at: datetime | None
    blocked_by_id: UUID | None
    blocked_by_name: str | None
    seconds_left: int | None
    recorded_at: datetime

    def out(self) -> TaskOut:
        """Return the task as a list shows it."""
        return TaskOut(**self._shown())

    def detail(self, parts: "Parts") -> TaskDetail:
        """Return the task with all that belongs to it."""
        return TaskDetail(
            **self._shown(),
            requirement=self.requirement,
            note=self.note,
            live_required=self.live_required,
            before=[photo for finding in parts.findings for photo in finding.photos],
            findings=parts.findings,
            responses=parts.responses,
            comments=parts.comments,
            steps=parts.steps,
        )

    def _shown(self) -> dict[str, Any]:
        plain = {name: getattr(self, name) for name in TaskOut.__struct_fields__ if name != "blocked"}
        return {**plain, "blocked": self._blocked()}

    def _blocked(self) -> BlockedOut | None:
        if self.block_reason is None or self.blocked_at is None or self.blocked_by_id is None:
            return None
        return BlockedOut(
            reason=self.block_reason,
            note=self.block_note or "",
            since=self.blocked_at,
            by_id=self.blocked_by_id,
            by_name=self.blocked_by_name or "",
            seconds_left=self.seconds_left or 0,
        )


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """What belongs to one task, each in its order."""

    findings: list[FindingOut]
    responses: list[ResponseOut]
    comments: list[CommentOut]
    steps: list[StepOut]


class PhotoRow(msgspec.Struct, frozen=True, kw_only=True):
    """A photo and the finding, answer or comment that it belongs to; `gallery`: not live, but a live one was wanted."""

    owner_id: UUID
    photo_id: UUID
    gallery: bool = False
    marks: list[Mark] = []


class FindingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One time a task's fault was seen."""

    id: UUID
    task_id: UUID
    at: datetime
    by_name: str | None
    note: str
    voice_id: UUID | None
    inspection_id: UUID | None


class ProductRow(msgspec.Struct, frozen=True, kw_only=True):
    """A product that a finding is about."""

    owner_id: UUID
    id: UUID
    code: str
    name: Words
    unit_name: Words
    quantity: str | None
    lot_code: str | None
    expires_on: date | None

    def out(self) -> NamedProduct:
        """Return the product as the page shows it."""
        return NamedProduct(**{name: getattr(self, name) for name in NamedProduct.__struct_fields__})


class ResponseRow(msgspec.Struct, frozen=True, kw_only=True):
    """An answer with the names that go with it."""

    id: UUID
    task_id: UUID
    at: datetime
    by_id: UUID
    by_name: str
    note: str
    verdict: Verdict | None
    reason: str | None
    verified_by_name: str | None
    verified_at: datetime | None


class CommentRow(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said about a task."""

    id: UUID
    task_id: UUID
    at: datetime
    by_id: UUID
    by_name: str
    text: str


class StepRow(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a task, with the names that go with it."""

    id: UUID
    task_id: UUID
    at: datetime
    kind: str
    by_name: str | None
    to_name: str | None
    payload: dict[str, Any]

    def out(self) -> StepOut:
        """Return the step as the page shows it."""
        fact = msgspec.convert(self.payload, _Fact)
        kind = self.kind.removeprefix("tasks.")
        said = fact.note or fact.text or (fact.reason if kind == "returned" else None)
        return StepOut(
            id=self.id,
            at=self.at,
            kind=kind,
            by_name=self.by_name,
            to_name=self.to_name,
            note=said or None,
            reason=BlockReason(fact.reason) if fact.reason and "block" in kind else None,
            level=fact.level,
            due_at=fact.due_at,
            ref_id=fact.finding_id or fact.response_id or fact.comment_id,
            declined=fact.declined,
        )


class _Fact(msgspec.Struct, frozen=True):
    """What the events of this room say, as far as a step shows it."""

    note: str | None = None
    text: str | None = None
    reason: str | None = None
    level: int | None = None
    due_at: datetime | None = None
    finding_id: UUID | None = None
    response_id: UUID | None = None
    comment_id: UUID | None = None
    declined: list[Declined] = []
