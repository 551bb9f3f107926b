"""What happened to a task; the subject is always the task."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import field

from storewalk.core.events import Event
from storewalk.core.schemas import Words
from storewalk.tasks.models import BlockReason


class TaskOpened(Event, kind="tasks.opened"):
    """A fault became a task. `overseer_ids` are told as well when nobody at the store can answer it.

    `repeat_count`: how often in a row the fault has come back within thirty days of being done.
    """

    title: Words
    critical: bool
    due_at: datetime
    assignee_id: UUID | None
    overseer_ids: list[UUID]
    finding_id: UUID | None = None
    repeat_count: int = 0


class Declined(StrEnum):
    """What a repeated finding asked for in vain: somebody who may not answer there, a time that is no sooner."""

    PERSON = "person"
    DUE = "due"


class TaskFindingRepeated(Event, kind="tasks.finding_repeated"):
    """A fault was seen again while its task is not done; it was put to that task.

    Who saw it asked that `assignee_id` puts it right by `due_at`; what of it was not taken over is `declined`.
    """

    source: str
    source_id: UUID
    inspection_id: UUID | None
    finding_id: UUID | None = None
    assignee_id: UUID | None = None
    due_at: datetime | None = None
    declined: list[Declined] = field(default_factory=list[Declined])


class TaskAssigned(Event, kind="tasks.assigned"):
    """A task was handed to somebody at the store."""

    title: Words
    due_at: datetime
    assignee_id: UUID
    previous_id: UUID | None


class TaskRescheduled(Event, kind="tasks.rescheduled"):
    """A task got another due time."""

    title: Words
    due_at: datetime
    previous_due_at: datetime
    assignee_id: UUID | None


class TaskBlocked(Event, kind="tasks.blocked"):
    """The store cannot do it for a cause outside; the clock stands. `told_ids` may let it run again."""

    title: Words
    reason: BlockReason
    note: str
    block_id: UUID
    told_ids: list[UUID]


class TaskBlockStands(Event, kind="tasks.block_stands"):
    """A task has been blocked for days."""

    title: Words
    reason: BlockReason
    blocked_at: datetime
    block_id: UUID
    told_ids: list[UUID]


class TaskUnblocked(Event, kind="tasks.unblocked"):
    """The clock runs again, until `due_at`; by the store, or by an overseer who does not accept the cause."""

    title: Words
    block_id: UUID
    blocked_by_id: UUID
    assignee_id: UUID | None
    note: str
    due_at: datetime


class TaskCommented(Event, kind="tasks.commented"):
    """Somebody said something about a task. `told_ids`: the others who have to do with it."""

    title: Words
    comment_id: UUID
    text: str
    author_name: str
    told_ids: list[UUID]


class TaskAnswered(Event, kind="tasks.answered"):
    """The store says it is put right. `verifier_ids`: who found it, else everybody who may confirm it."""

    title: Words
    response_id: UUID
    answered_by_id: UUID
    verifier_ids: list[UUID]


class TaskAccepted(Event, kind="tasks.accepted"):
    """Somebody else confirmed the answer; the task is done."""

    title: Words
    response_id: UUID
    answered_by_id: UUID


class TaskWithdrawn(Event, kind="tasks.withdrawn"):
    """What it was about turned out to be no fault. `told_ids`: who had to do it, and who has answered already."""

    title: Words
    note: str
    told_ids: list[UUID]


class TaskReturned(Event, kind="tasks.returned"):
    """The answer was not enough; the task is open again until `due_at`."""

    title: Words
    response_id: UUID
    answered_by_id: UUID
    reason: str
    due_at: datetime


class TaskEscalated(Event, kind="tasks.escalated"):
    """A task passed its due time unanswered; `told_ids` are the people of the next level."""

    title: Words
    level: int
    due_at: datetime
    assignee_id: UUID | None
    told_ids: list[UUID]
