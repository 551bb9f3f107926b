"""The background work of this room, as data."""

from datetime import datetime
from uuid import UUID

from storewalk.core.jobs import Job


class EscalateTask(Job, label="tasks.escalate"):
    """Look whether a task passed this due time unanswered, and tell this level if so."""

    task_id: UUID
    due_at: datetime
    level: int = 1


class WatchLate(Job, label="tasks.watch_late"):
    """Look for late tasks whose look was lost."""


class RemindOfBlock(Job, label="tasks.remind_of_block"):
    """Look whether a task is still kept from its work by the same cause, and tell the overseers if so."""

    task_id: UUID
    block_id: UUID
