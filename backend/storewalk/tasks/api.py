"""What other rooms may use: open a task for a finding, join a task's state, and read tasks for the delta sync."""

from datetime import datetime

from storewalk.core.tx import AnyTx
from storewalk.tasks.details import TaskDetail
from storewalk.tasks.models import DONE, BlockReason, TaskStatus
from storewalk.tasks.people import answerers
from storewalk.tasks.permissions import READ
from storewalk.tasks.queries import tasks as queries
from storewalk.tasks.queries.photos import task_photos
from storewalk.tasks.queries.refs import finding_ref, task_ref
from storewalk.tasks.service.escalate import watch_late
from storewalk.tasks.service.found import Finding
from storewalk.tasks.service.open import hold_fault, open_task
from storewalk.tasks.service.withdraw import Fallen, withdraw

__all__ = [
    "DONE",
    "READ",
    "BlockReason",
    "Fallen",
    "Finding",
    "TaskDetail",
    "TaskStatus",
    "answerers",
    "finding_ref",
    "hold_fault",
    "open_task",
    "task_changes",
    "task_photos",
    "task_ref",
    "watch_late",
    "withdraw",
]


async def task_changes(tx: AnyTx, since: datetime | None, limit: int) -> list[TaskDetail]:
    """Return the tasks that the actor may see: those changed after `since`, or without it those that are not done.

    At most `limit`, the most pressing first; nothing where the actor may not read tasks.
    """
    return await queries.changed(tx, since, limit) if tx.actor.holds(READ) else []
