"""Rows of this room as its queries read them, and how they become what goes on the wire."""

from datetime import datetime
from uuid import UUID

import msgspec

from storewalk.core.schemas import Words
from storewalk.tasks.models import TaskStatus, Verdict
from storewalk.tasks.schemas import ResponseOut, TaskDetail, TaskOut


class TaskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which tasks a list shows; `mine` means those assigned to the actor."""

    status: TaskStatus | None = None
    store_id: UUID | None = None
    mine: bool = False


class TaskRow(TaskOut):
    """A task as a list shows it, with what only its own page and the list's order need."""

    requirement: Words
    note: str
    recorded_at: datetime

    def out(self) -> TaskOut:
        """Return the task as a list shows it."""
        return TaskOut(**{name: getattr(self, name) for name in TaskOut.__struct_fields__})

    def detail(self, before: list[UUID], responses: list[ResponseOut]) -> TaskDetail:
        """Return the task with its photos and answers."""
        shown = {name: getattr(self, name) for name in TaskOut.__struct_fields__}
        return TaskDetail(**shown, requirement=self.requirement, note=self.note, before=before, responses=responses)


class PhotoRow(msgspec.Struct, frozen=True, kw_only=True):
    """A photo and the task or answer that it belongs to."""

    owner_id: UUID
    photo_id: UUID


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

    def out(self, photos: list[UUID]) -> ResponseOut:
        """Return the answer with its photos."""
        shown = {name: getattr(self, name) for name in ResponseOut.__struct_fields__ if name != "photos"}
        return ResponseOut(**shown, photos=photos)
