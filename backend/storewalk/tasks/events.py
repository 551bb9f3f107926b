"""What happened to a task; the subject is always the task."""

from datetime import datetime
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.schemas import Words


class TaskOpened(Event, kind="tasks.opened"):
    """A fault became a task. `overseer_ids` are told as well when nobody at the store can answer it."""

    title: Words
    critical: bool
    due_at: datetime
    assignee_id: UUID | None
    overseer_ids: list[UUID]


class TaskFindingRepeated(Event, kind="tasks.finding_repeated"):
    """A fault was seen again while its task is not done; it was put to that task."""

    source: str
    source_id: UUID
    inspection_id: UUID | None


class TaskAssigned(Event, kind="tasks.assigned"):
    """A task was handed to somebody at the store."""

    title: Words
    due_at: datetime
    assignee_id: UUID
    previous_id: UUID | None


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
