"""Tasks on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.photos.api import PhotoSpec
from storewalk.tasks.models import TaskKind, TaskStatus, Verdict

Note = Annotated[str, Meta(max_length=1000)]
IfVersion = Annotated[int, Meta(ge=1)]


class RespondTask(Input):
    """The store's answer; its photos may still be on their way."""

    note: Note = ""
    photos: Annotated[list[PhotoSpec], Meta(min_length=1, max_length=9)]
    if_version: IfVersion


class VerifyTask(Input):
    """The verdict on the waiting answer; a return says why."""

    accepted: bool
    reason: Note | None = None
    if_version: IfVersion


class AssignTask(Input):
    """Hand the task to somebody who may answer it at its store."""

    account_id: UUID
    if_version: IfVersion


class TaskOut(Output):
    """A task in a list. `overdue`: open past its due time; `level` counts its escalations."""

    id: UUID
    kind: TaskKind
    title: Words
    store_id: UUID
    store_name: str
    status: TaskStatus
    critical: bool
    level: int
    overdue: bool
    due_at: datetime
    opened_at: datetime
    assignee_id: UUID | None
    assignee_name: str | None
    returned_count: int
    finding_count: int
    inspection_id: UUID | None
    checkpoint_id: UUID | None
    version: int


class ResponseOut(Output):
    """One answer and what was said of it; a null verdict still waits."""

    id: UUID
    at: datetime
    by_id: UUID
    by_name: str
    note: str
    photos: list[UUID]
    verdict: Verdict | None
    reason: str | None
    verified_by_name: str | None
    verified_at: datetime | None


class TaskDetail(TaskOut):
    """A task with its findings' photos ("before") and every answer, oldest first."""

    requirement: Words
    note: str
    before: list[UUID]
    responses: list[ResponseOut]
