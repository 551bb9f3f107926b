"""Tasks on the wire: what people send, and a task in a list. A task whole is in details.py."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.photos.api import PhotoSpec
from storewalk.tasks.models import BlockReason, TaskStatus

Note = Annotated[str, Meta(max_length=1000)]
IfVersion = Annotated[int, Meta(ge=1)]
Instant = Annotated[datetime, Meta(tz=True)]
Photos = Annotated[list[PhotoSpec], Meta(max_length=9)]


class NewTask(Input):
    """One store's copy of a task opened by hand; the id is the sender's own."""

    id: UUID
    store_id: UUID


class OpenTasks(Input):
    """Open a task by hand at one store or several; photos and a person only at one. Without `due_at` it is reckoned."""

    tasks: Annotated[list[NewTask], Meta(min_length=1, max_length=100)]
    title: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]
    requirement: Annotated[str, Meta(max_length=500)] = ""
    critical: bool = False
    due_at: Instant | None = None
    photos: Photos = field(default_factory=list[PhotoSpec])
    assignee_id: UUID | None = None


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


class BlockTask(Input):
    """The store cannot do it for a cause outside."""

    reason: BlockReason
    note: Note = ""
    if_version: IfVersion


class UnblockTask(Input):
    """Let the clock run again; who did not stop it says why."""

    note: Note = ""
    if_version: IfVersion


class CommentOnTask(Input):
    """Say something about a task; the id is the sender's own, and the photos may still be on their way."""

    id: UUID
    text: Note = ""
    photos: Photos = field(default_factory=list[PhotoSpec])


class TaskVersion(Input):
    """A task as the sender saw it."""

    id: UUID
    if_version: IfVersion


Chosen = Annotated[list[TaskVersion], Meta(min_length=1, max_length=100)]


class AssignTasks(Input):
    """Hand several tasks to one person."""

    tasks: Chosen
    account_id: UUID


class RescheduleTasks(Input):
    """Give several open tasks another due time."""

    tasks: Chosen
    due_at: Instant


class BlockedOut(Output):
    """What keeps a task from its work; `seconds_left` of opening time remain when the clock runs again."""

    reason: BlockReason
    note: str
    since: datetime
    by_id: UUID
    by_name: str
    seconds_left: int


class TaskOut(Output):
    """A task in a list. `overdue`: open past its due time; `level` counts its escalations.

    `nobody`: not done, and given to nobody or to somebody who is no longer there. `repeat_count`: how often in a row
    the fault has come back within thirty days; `repeats_id` is the task it had before.
    """

    id: UUID
    kind: str
    title: Words
    store_id: UUID
    store_name: str
    status: TaskStatus
    critical: bool
    level: int
    overdue: bool
    nobody: bool
    due_at: datetime
    opened_at: datetime
    assignee_id: UUID | None
    assignee_name: str | None
    returned_count: int
    finding_count: int
    repeat_count: int
    repeats_id: UUID | None
    inspection_id: UUID | None
    checkpoint_id: UUID | None
    blocked: BlockedOut | None
    version: int


class TasksOut(Output):
    """The tasks that a command was about, in the order it named them."""

    items: list[TaskOut]


class TaskCounts(Output):
    """How many tasks a filter finds, by state; `overdue`, `nobody` and `repeated` are of those that are not done."""

    open: int
    blocked: int
    answered: int
    accepted: int
    withdrawn: int
    overdue: int
    nobody: int
    repeated: int


class PersonOut(Output):
    """Somebody who may answer tasks at a store; who leads it comes first."""

    id: UUID
    name: str


class PeopleOut(Output):
    """The people who may answer tasks at a store."""

    items: list[PersonOut]


class StoreGap(Output):
    """A store that nobody leads, with its tasks that are not done."""

    id: UUID
    name: str
    region_name: str
    open_tasks: int


class RegionGap(Output):
    """A region whose late tasks nobody at it or above it is told of by name."""

    id: UUID
    name: str


class GapsOut(Output):
    """Where responsibility is missing."""

    stores: list[StoreGap]
    regions: list[RegionGap]


class PhotoPart(StrEnum):
    """What a photo is to a task: it shows the fault, or that it is done, or goes with a comment."""

    BEFORE = "before"
    AFTER = "after"
    COMMENT = "comment"


class PhotoTask(Output):
    """A task that names a photo."""

    task_id: UUID
    title: Words
    status: TaskStatus
    part: PhotoPart
