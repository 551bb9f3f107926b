"""Somebody else looks at before and after, and accepts the answer or returns it."""

from uuid import UUID

from storewalk.core.errors import Forbidden, Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.tasks.events import TaskAccepted, TaskReturned
from storewalk.tasks.models import Task, TaskResponse, TaskStatus, Verdict
from storewalk.tasks.permissions import VERIFY
from storewalk.tasks.queries import locks
from storewalk.tasks.schemas import VerifyTask
from storewalk.tasks.service.clocks import step_end, watch
from storewalk.tasks.service.lock import lock


async def verify(tx: Tx, task_id: UUID, form: VerifyTask) -> Task:
    """Accept the waiting answer, or return it with a reason and a new due time.

    Raises:
        NotFound: no such task where the actor may verify.
        Conflict: somebody else changed it meanwhile; carries the task as it is now.
        WrongState: no answer waits.
        Forbidden: the actor gave the answer.
        Invalid: it is returned without a reason.

    """
    task = await lock(tx, task_id, VERIFY, if_version=form.if_version)
    response = await locks.lock_waiting_response(tx, task.id)
    if task.status is not TaskStatus.ANSWERED or response is None:
        raise WrongState("tasks.not_answered", status=task.status)
    if response.answered_by_id == tx.actor.account_id:
        raise Forbidden("tasks.own_answer")
    if form.accepted:
        _accept(tx, task, response)
    else:
        await _return(tx, task, response, (form.reason or "").strip())
    task.stepped(tx.now)
    return task


def _accept(tx: Tx, task: Task, response: TaskResponse) -> None:
    _sign(tx, response, Verdict.ACCEPTED)
    task.status, task.accepted_at = TaskStatus.ACCEPTED, tx.occurred_at
    tx.record(
        TaskAccepted(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            response_id=response.id,
            answered_by_id=response.answered_by_id,
        )
    )


async def _return(tx: Tx, task: Task, response: TaskResponse, reason: str) -> None:
    if not reason:
        raise Invalid("tasks.reason_needed", field="reason")
    _sign(tx, response, Verdict.RETURNED, reason)
    task.status, task.due_at = TaskStatus.OPEN, await step_end(tx, task.store_id, critical=task.critical)
    task.returned_count += 1
    # A new due time is a new promise: if it passes as well, the next level hears of it again.
    task.level = 0
    tx.record(
        TaskReturned(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            response_id=response.id,
            answered_by_id=response.answered_by_id,
            reason=reason,
            due_at=task.due_at,
        )
    )
    await watch(tx, task, 1)


def _sign(tx: Tx, response: TaskResponse, verdict: Verdict, reason: str | None = None) -> None:
    response.verdict, response.reason = verdict, reason
    response.verified_by_id, response.verified_at = tx.actor.account_id, tx.occurred_at
