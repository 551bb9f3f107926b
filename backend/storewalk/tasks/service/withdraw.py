"""A finding turned out to be none: it is withdrawn, and so is a task that has no other and is not done."""

from uuid import UUID

import msgspec
from sqlalchemy import select

from storewalk.core.tx import Tx
from storewalk.tasks.events import TaskWithdrawn
from storewalk.tasks.models import DONE, TaskFinding, TaskStatus
from storewalk.tasks.queries import locks
from storewalk.tasks.queries.parts import voices


class Fallen(msgspec.Struct, frozen=True, kw_only=True):
    """The finding of a visit's checkpoint that fell, by whose word and why."""

    store_id: UUID
    fault_key: str
    inspection_id: UUID
    checkpoint_id: UUID
    by_id: UUID
    note: str


async def withdraw(tx: Tx, fallen: Fallen) -> None:
    """Withdraw the finding. Again it changes nothing, and what is done stays done.

    Who is just opening its task waits for this or is waited for: see `hold_fault`.
    """
    await locks.lock_fault(tx, fallen.store_id, fallen.fault_key)
    found = await _standing(tx, fallen)
    if found is None:
        return
    found.withdrawn_at = tx.now
    await tx.flush()
    task = await locks.lock_task(tx, found.task_id)
    others = select(TaskFinding.id).where(
        TaskFinding.org_id == tx.org_id, TaskFinding.task_id == found.task_id, TaskFinding.withdrawn_at.is_(None)
    )
    if task is None or task.status in DONE or await tx.scalars(others.limit(1)):
        return
    blocked = await locks.lock_standing_block(tx, task.id)
    if blocked is not None:
        blocked.ended_by_id, blocked.ended_at = fallen.by_id, tx.now
    task.status, task.withdrawn_at = TaskStatus.WITHDRAWN, tx.now
    task.stepped(tx.now)
    told = [each for each in (task.assignee_id, *await voices(tx, task.id)) if each is not None]
    tx.record(
        TaskWithdrawn(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            note=fallen.note,
            told_ids=list(dict.fromkeys(told)),
        )
    )


async def _standing(tx: Tx, fallen: Fallen) -> TaskFinding | None:
    statement = select(TaskFinding).where(
        TaskFinding.org_id == tx.org_id,
        TaskFinding.inspection_id == fallen.inspection_id,
        TaskFinding.checkpoint_id == fallen.checkpoint_id,
        TaskFinding.withdrawn_at.is_(None),
    )
    return (await tx.session.scalars(statement.limit(1))).first()
