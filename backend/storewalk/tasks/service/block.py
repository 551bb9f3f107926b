"""A cause outside the store keeps it from the work: its clock stands until somebody lets it run again."""

from datetime import timedelta
from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.stores.api import store_clock
from storewalk.tasks.events import TaskBlocked, TaskBlockStands, TaskUnblocked
from storewalk.tasks.models import BlockReason, Task, TaskBlock, TaskStatus
from storewalk.tasks.people import overseers
from storewalk.tasks.permissions import BLOCK, UNBLOCK
from storewalk.tasks.queries import locks
from storewalk.tasks.schemas import BlockTask, UnblockTask
from storewalk.tasks.service.clocks import watch, watch_block
from storewalk.tasks.service.lock import lock
from storewalk.tasks.work import RemindOfBlock


async def block(tx: Tx, task_id: UUID, form: BlockTask) -> Task:
    """Stop the clock of an open task, and keep how much opening time was left.

    Raises:
        NotFound: no such task where the actor may block.
        Conflict: somebody else changed it meanwhile; carries the task as it is now.
        WrongState: it is not open.
        Invalid: "other" without saying what.

    """
    task = await lock(tx, task_id, BLOCK, if_version=form.if_version)
    if task.status is not TaskStatus.OPEN:
        raise WrongState("tasks.cannot_block", status=task.status)
    note = form.note.strip()
    if form.reason is BlockReason.OTHER and not note:
        raise Invalid("tasks.block_note_needed", field="note")
    clock = await store_clock(tx, task.store_id)
    left = clock.business_time_between(tx.now, task.due_at)
    blocked = TaskBlock(
        org_id=tx.org_id,
        id=new_id(),
        task_id=task.id,
        reason=form.reason,
        note=note,
        seconds_left=int(left.total_seconds()),
        blocked_by_id=tx.actor.account_id,
        blocked_at=tx.now,
    )
    tx.session.add(blocked)
    task.status = TaskStatus.BLOCKED
    task.stepped(tx.now)
    tx.record(
        TaskBlocked(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            reason=form.reason,
            note=note,
            block_id=blocked.id,
            told_ids=await overseers(tx, task.store_id),
        )
    )
    await watch_block(tx, task.id, blocked.id)
    return task


async def unblock(tx: Tx, task_id: UUID, form: UnblockTask) -> Task:
    """Let the clock run again, with the opening time that was left when it was stopped.

    Raises:
        NotFound: no such task where the actor may unblock.
        Conflict: somebody else changed it meanwhile; carries the task as it is now.
        WrongState: it is not blocked.
        Invalid: somebody who did not block it gives no reason.

    """
    task = await lock(tx, task_id, UNBLOCK, if_version=form.if_version)
    blocked = await locks.lock_standing_block(tx, task.id)
    if task.status is not TaskStatus.BLOCKED or blocked is None:
        raise WrongState("tasks.not_blocked", status=task.status)
    note = form.note.strip()
    if blocked.blocked_by_id != tx.actor.account_id and not note:
        raise Invalid("tasks.unblock_note_needed", field="note")
    clock = await store_clock(tx, task.store_id)
    due = clock.add_business_time(tx.now, timedelta(seconds=blocked.seconds_left))
    end_block(tx, blocked)
    task.status, task.due_at = TaskStatus.OPEN, due
    task.stepped(tx.now)
    tx.record(
        TaskUnblocked(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            block_id=blocked.id,
            blocked_by_id=blocked.blocked_by_id,
            assignee_id=task.assignee_id,
            note=note,
            due_at=due,
        )
    )
    await watch(tx, task, task.level + 1)
    return task


def end_block(tx: Tx, blocked: TaskBlock) -> None:
    """Note that a block is over, and who ended it."""
    blocked.ended_by_id, blocked.ended_at = tx.actor.account_id, tx.now


async def remind_of_block(tx: Tx, job: RemindOfBlock) -> bool:
    """Tell the overseers of a block that still stands; return whether it did.

    The lock of the task and `told_at` make it once: a second run, also a simultaneous one, finds it told.
    """
    task = await locks.lock_task(tx, job.task_id)
    blocked = await locks.lock_standing_block(tx, job.task_id)
    if task is None or blocked is None or blocked.id != job.block_id or blocked.told_at is not None:
        return False
    blocked.told_at = tx.now
    tx.record(
        TaskBlockStands(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            reason=blocked.reason,
            blocked_at=blocked.blocked_at,
            block_id=blocked.id,
            told_ids=await overseers(tx, task.store_id),
        )
    )
    return True
