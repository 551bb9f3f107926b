"""One step of many tasks at once: all of them take it, or none does and each that cannot is named."""

from collections.abc import Callable, Sequence
from typing import Any

from storewalk.core.access import Permission
from storewalk.core.errors import DomainError, FieldError, Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.tasks.models import Task, TaskStatus
from storewalk.tasks.permissions import ASSIGN, RESCHEDULE
from storewalk.tasks.queries import locks
from storewalk.tasks.schemas import AssignTasks, RescheduleTasks, TaskVersion
from storewalk.tasks.service.assign import hand_over, require_answerer
from storewalk.tasks.service.clocks import set_due

Check = Callable[[Task], Any]


async def assign_many(tx: Tx, form: AssignTasks) -> None:
    """Hand tasks to one person. Raises Invalid, naming each task that cannot be handed to them."""
    tasks = await _locked(tx, form.tasks, ASSIGN, lambda task: require_answerer(tx, task, form.account_id))
    for task in tasks:
        hand_over(tx, task, form.account_id)


async def reschedule_many(tx: Tx, form: RescheduleTasks) -> None:
    """Give open tasks another due time, from which their levels count anew.

    Raises Invalid for a time that has passed, and naming each task that is not open.
    """
    if form.due_at <= tx.now:
        raise Invalid("tasks.due_passed", field="dueAt")

    async def open_(task: Task) -> None:
        if task.status is not TaskStatus.OPEN:
            raise WrongState("tasks.not_running", status=task.status)

    for task in await _locked(tx, form.tasks, RESCHEDULE, open_):
        if task.due_at != form.due_at:
            task.level = 0
            task.stepped(tx.now)
            await set_due(tx, task, form.due_at)


async def _locked(tx: Tx, named: Sequence[TaskVersion], permission: Permission, check: Check) -> list[Task]:
    """Lock the named tasks in the order of their ids, and check each."""
    if len({each.id for each in named}) < len(named):
        raise Invalid("tasks.twice", field="tasks")
    found = await locks.lock_tasks(tx, [each.id for each in named])
    faults: list[FieldError] = []
    for number, each in enumerate(named):
        try:
            task = found.get(each.id)
            if task is None:
                raise NotFound("tasks.not_found")
            await require_within(tx, permission, task.store_id)
            if task.version != each.if_version:
                raise WrongState("tasks.changed")
            await check(task)
        except DomainError as fault:
            faults.append(FieldError(f"tasks.{number}", fault.message_key, fault.params))
    if faults:
        raise Invalid("tasks.some_refused", errors=faults, count=len(faults))
    return [found[each.id] for each in named]
