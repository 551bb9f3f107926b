"""Hand a task to somebody else at its store."""

from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.tasks.events import TaskAssigned
from storewalk.tasks.models import DONE, Task
from storewalk.tasks.people import answerers
from storewalk.tasks.permissions import ASSIGN
from storewalk.tasks.schemas import AssignTask
from storewalk.tasks.service.lock import lock


async def assign(tx: Tx, task_id: UUID, form: AssignTask) -> Task:
    """Make somebody who may answer at the store responsible; naming who it is already changes nothing.

    Raises:
        NotFound: no such task where the actor may assign.
        Conflict: somebody else changed it meanwhile; carries the task as it is now.
        WrongState: it is done.
        Invalid: that person may not answer tasks at this store.

    """
    task = await lock(tx, task_id, ASSIGN, if_version=form.if_version)
    await require_answerer(tx, task, form.account_id)
    hand_over(tx, task, form.account_id)
    return task


async def require_answerer(tx: Tx, task: Task, account_id: UUID) -> None:
    """Raise WrongState for a task that is done, Invalid for somebody who may not answer tasks at its store."""
    if task.status in DONE:
        raise WrongState("tasks.done")
    if account_id not in await answerers(tx, task.store_id):
        raise Invalid("tasks.cannot_respond_there", field="accountId")


def hand_over(tx: Tx, task: Task, account_id: UUID) -> None:
    """Make somebody responsible for a locked task."""
    if task.assignee_id == account_id:
        return
    task.stepped(tx.now)
    name_assignee(tx, task, account_id)


def name_assignee(tx: Tx, task: Task, account_id: UUID) -> None:
    """Put somebody else's name to a locked task, told to both; it is no step of the task's own."""
    previous, task.assignee_id = task.assignee_id, account_id
    tx.record(
        TaskAssigned(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            due_at=task.due_at,
            assignee_id=account_id,
            previous_id=previous,
        )
    )
