"""A task's clock: a due time, and the looks at it that follow while nobody answers."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.stores.api import store_clock
from storewalk.tasks.due import due_at
from storewalk.tasks.events import TaskRescheduled
from storewalk.tasks.models import Task
from storewalk.tasks.work import EscalateTask, RemindOfBlock

LEVELS: Final = 2
"""How many levels are told of a late task: the nearest people above the store, and later those above them."""
BLOCK_STANDS: Final = timedelta(days=3)
"""After so long the overseers hear that a task is still blocked."""


async def step_end(tx: Tx, store_id: UUID, *, critical: bool) -> datetime:
    """Return when a step that begins now has to be done at a store."""
    return due_at(await store_clock(tx, store_id), tx.now, critical=critical)


async def watch(tx: Tx, task: Task, level: int) -> None:
    """Have a task looked at for this level: the first when it falls due, a further one a step from now."""
    if level > LEVELS:
        return
    at = task.due_at if level == 1 else await step_end(tx, task.store_id, critical=task.critical)
    await tx.enqueue(EscalateTask(task_id=task.id, due_at=task.due_at, level=level), at=at)


async def set_due(tx: Tx, task: Task, due: datetime) -> None:
    """Give a locked task another due time, told to whom it concerns; the look at its next level starts from there.

    A look that was set for the time before finds another one and does nothing.
    """
    previous, task.due_at = task.due_at, due
    tx.record(
        TaskRescheduled(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            due_at=due,
            previous_due_at=previous,
            assignee_id=task.assignee_id,
        )
    )
    await watch(tx, task, task.level + 1)


async def watch_block(tx: Tx, task_id: UUID, block_id: UUID) -> None:
    """Have a task looked at when it has been blocked for long."""
    await tx.enqueue(RemindOfBlock(task_id=task_id, block_id=block_id), after=BLOCK_STANDS)
