"""A due time passed without an answer: level by level the people above hear of it, each level once."""

from sqlalchemy import update

from storewalk.core.tx import Tx
from storewalk.stores.api import store_clocks
from storewalk.tasks.due import due_at
from storewalk.tasks.events import TaskEscalated
from storewalk.tasks.models import Task, TaskStatus
from storewalk.tasks.people import ladder
from storewalk.tasks.queries import locks
from storewalk.tasks.service.clocks import LEVELS, watch
from storewalk.tasks.work import EscalateTask


async def escalate(tx: Tx, job: EscalateTask) -> bool:
    """Tell a level if the task is still open past the job's due time; return whether it did.

    The row lock and the level make it once: a second run, also a simultaneous one, finds the level reached. A due time
    that was moved meanwhile has a job of its own. The next level's time counts from now, not from the due time: after
    an outage of a day the people of the first level still have their step before those above them hear of it.
    """
    task = await locks.lock_task(tx, job.task_id)
    if task is None or task.status is not TaskStatus.OPEN or task.due_at != job.due_at:
        return False
    if tx.now < job.due_at or task.level != job.level - 1:
        return False
    levels = await ladder(tx, task.store_id)
    if len(levels) < job.level:
        return False
    # No step of a person: the version stays, so that an answer on its way from a phone is still welcome.
    await tx.session.execute(
        update(Task)
        .where(Task.org_id == tx.org_id, Task.id == task.id)
        .values(level=job.level, escalated_at=tx.now, changed_at=tx.now)
    )
    tx.record(
        TaskEscalated(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            level=job.level,
            due_at=job.due_at,
            assignee_id=task.assignee_id,
            told_ids=levels[job.level - 1],
        )
    )
    await watch(tx, task, job.level + 1)
    return True


async def watch_late(tx: Tx) -> None:
    """Have looks that are missing made good: of open tasks past their time whose level was not told when it was due.

    A look can be lost with its job, put aside after too many failures. Said twice it changes nothing: see `escalate`.
    """
    late = await locks.late(tx, tx.now, LEVELS)
    clocks = await store_clocks(tx, [task.store_id for task in late])
    for task in late:
        told = task.escalated_at
        step = due_at(clocks[task.store_id], told, critical=task.critical) if task.level and told else task.due_at
        if step <= tx.now:
            look = EscalateTask(task_id=task.id, due_at=task.due_at, level=task.level + 1)
            await tx.enqueue(look, dedupe=f"{task.id}:{look.level}")
