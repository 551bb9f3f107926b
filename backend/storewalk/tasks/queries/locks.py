"""Row locks of this room's changes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.tasks.models import DONE, Task, TaskBlock, TaskFinding, TaskResponse, TaskStatus

MOST_LATE = 2000  # looked at in one run; the next run sees the rest


async def task_of_source(tx: Tx, source: str, source_id: UUID) -> UUID | None:
    """Return the task that a finding of this event went to, if the event was handled before."""
    found = select(TaskFinding.task_id).where(
        TaskFinding.org_id == tx.org_id, TaskFinding.source == source, TaskFinding.source_id == source_id
    )
    return await tx.session.scalar(found)


async def lock_fault(tx: Tx, store_id: UUID, key: str) -> None:
    """Make everybody else who reports this fault at this store wait until the transaction ends."""
    await lock_names(tx, "fault", [f"{store_id}:{key}"])


async def lock_task(tx: Tx, task_id: UUID) -> Task | None:
    """Lock a task until the transaction ends, if it is there."""
    return await _lock(tx, Task.id == task_id)


async def lock_standing(tx: Tx, store_id: UUID, fault_key: str | None) -> Task | None:
    """Lock the task at a store that is about this fault and not done; a fault without a key has none."""
    if fault_key is None:
        return None
    return await _lock(tx, and_(Task.store_id == store_id, Task.fault_key == fault_key, Task.status.not_in(DONE)))


async def lock_waiting_response(tx: Tx, task_id: UUID) -> TaskResponse | None:
    """Lock the answer of a task that waits for a verdict."""
    found = select(TaskResponse).where(
        TaskResponse.org_id == tx.org_id, TaskResponse.task_id == task_id, TaskResponse.verdict.is_(None)
    )
    return await tx.session.scalar(found.with_for_update())


async def lock_standing_block(tx: Tx, task_id: UUID) -> TaskBlock | None:
    """Lock what keeps a task from its work, if anything does."""
    found = select(TaskBlock).where(
        TaskBlock.org_id == tx.org_id, TaskBlock.task_id == task_id, TaskBlock.ended_at.is_(None)
    )
    return await tx.session.scalar(found.with_for_update())


async def lock_tasks(tx: Tx, task_ids: Sequence[UUID]) -> dict[UUID, Task]:
    """Lock tasks in the order of their ids, and return those that are there."""
    found = select(Task).where(Task.org_id == tx.org_id, Task.id.in_(task_ids)).order_by(Task.id).with_for_update()
    tasks = await tx.session.scalars(found.execution_options(populate_existing=True))
    return {task.id: task for task in tasks}


async def done_before(tx: Tx, store_id: UUID, fault_key: str | None, since: datetime) -> Task | None:
    """Return the last task of this fault at a store that was accepted at `since` or later, if there is one."""
    if fault_key is None:
        return None
    found = select(Task).where(
        Task.org_id == tx.org_id, Task.store_id == store_id, Task.fault_key == fault_key, Task.accepted_at >= since
    )
    return await tx.session.scalar(found.order_by(Task.accepted_at.desc(), Task.id).limit(1))


async def late(tx: Tx, now: datetime, levels: int) -> list[Task]:
    """Return open tasks past their due time of which not all levels were told, the latest due first, without a lock."""
    found = select(Task).where(
        Task.org_id == tx.org_id, Task.status == TaskStatus.OPEN, Task.due_at <= now, Task.level < levels
    )
    return list(await tx.session.scalars(found.order_by(Task.due_at.desc(), Task.id).limit(MOST_LATE)))


async def _lock(tx: Tx, which: ColumnElement[bool]) -> Task | None:
    found = select(Task).where(Task.org_id == tx.org_id, which).with_for_update()
    return await tx.session.scalar(found.execution_options(populate_existing=True))
