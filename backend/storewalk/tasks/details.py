"""A task whole, as its page shows it."""

from datetime import datetime
from uuid import UUID

from storewalk.catalog.api import NamedProduct
from storewalk.core.schemas import Output, Words
from storewalk.photos.api import PhotoMarks
from storewalk.tasks.events import Declined
from storewalk.tasks.models import BlockReason, Verdict
from storewalk.tasks.schemas import TaskOut


class FindingOut(Output):
    """One time the fault was seen, with its photos, what was drawn on them, what was said, and products it is about."""

    id: UUID
    at: datetime
    by_name: str | None
    note: str
    inspection_id: UUID | None
    photos: list[UUID]
    marks: list[PhotoMarks]
    voice_id: UUID | None
    products: list[NamedProduct]


class ResponseOut(Output):
    """One answer and what was said of it; a null verdict still waits. `gallery`: its photos that are not live ones."""

    id: UUID
    at: datetime
    by_id: UUID
    by_name: str
    note: str
    photos: list[UUID]
    gallery: list[UUID]
    verdict: Verdict | None
    reason: str | None
    verified_by_name: str | None
    verified_at: datetime | None


class CommentOut(Output):
    """What somebody said about the task."""

    id: UUID
    at: datetime
    by_id: UUID
    by_name: str
    text: str
    photos: list[UUID]


class StepOut(Output):
    """One step of the task's way, from its events; `kind` is the event's, `ref_id` the finding, answer or comment.

    Without `by_name` the system took it. `to_name` and `due_at` of a repeated finding are what its finder asked for,
    `declined` is what of it the task did not take over. What a step does not have is null.
    """

    id: UUID
    at: datetime
    kind: str
    by_name: str | None
    to_name: str | None
    note: str | None
    reason: BlockReason | None
    level: int | None
    due_at: datetime | None
    ref_id: UUID | None
    declined: list[Declined]


class TaskDetail(TaskOut):
    """A task with all times its fault was seen, every answer, comment and step; `before`: the photos of the fault."""

    requirement: Words
    note: str
    live_required: bool
    before: list[UUID]
    findings: list[FindingOut]
    responses: list[ResponseOut]
    comments: list[CommentOut]
    steps: list[StepOut]
