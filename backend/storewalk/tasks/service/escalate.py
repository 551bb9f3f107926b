"""A due time passed without an answer: the next level hears of it, once."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import update

from storewalk.core.tx import Tx
from storewalk.tasks.events import TaskEscalated
from storewalk.tasks.models import Task, TaskStatus
from storewalk.tasks.people import overseers
from storewalk.tasks.queries import locks

LEVELS: Final = 1
"""How many levels above the store are told: the regional manager."""


async def escalate(tx: Tx, task_id: UUID, due_at: datetime) -> bool:
    """Tell the next level if the task is still open past `due_at`; return whether it did.

    The row lock and the level make it once: a second run, also a simultaneous one, finds the level reached. A due time
    that was moved meanwhile has a job of its own.
    """
    task = await locks.lock_task(tx, task_id)
    if task is None or task.status is not TaskStatus.OPEN or task.due_at != due_at:
        return False
    if tx.now < due_at or task.level >= LEVELS:
        return False
    level = task.level + 1
    # No step of a person: the version stays, so that an answer on its way from a phone is still welcome.
    await tx.session.execute(
        update(Task).where(Task.org_id == tx.org_id, Task.id == task_id).values(level=level, changed_at=tx.now)
    )
    tx.record(
        TaskEscalated(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            level=level,
            due_at=due_at,
            assignee_id=task.assignee_id,
            told_ids=await overseers(tx, task.store_id),
        )
    )
    return True
