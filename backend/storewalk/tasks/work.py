"""The background work of this room, as data."""

from datetime import datetime
from uuid import UUID

from storewalk.core.jobs import Job


class EscalateTask(Job, label="tasks.escalate"):
    """Look whether a task passed this due time unanswered, and tell the next level if so."""

    task_id: UUID
    due_at: datetime
