"""A fault that is seen again goes to the task that is open for it, with whom and by when this time's finder asks."""

from datetime import datetime

from storewalk.core.tx import Tx
from storewalk.tasks.events import Declined, TaskFindingRepeated
from storewalk.tasks.models import Task, TaskStatus
from storewalk.tasks.people import answerers
from storewalk.tasks.service.assign import name_assignee
from storewalk.tasks.service.clocks import set_due
from storewalk.tasks.service.found import Finding, add_finding


async def join(tx: Tx, task: Task, finding: Finding) -> None:
    """Put a finding to a locked task that is not done, and take over what it asks for as far as that holds.

    It is no step of a person: the version stays, so that an answer on its way from a phone is still welcome.
    """
    finding_id = await add_finding(tx, task.id, finding)
    task.finding_count += 1
    task.changed_at = tx.now
    named = finding.assignee_id or finding.unable_id
    able = named is None or (finding.unable_id is None and named in await answerers(tx, task.store_id))
    sooner = finding.due_at is None or _sooner(task, finding.due_at)
    kept = [(able, Declined.PERSON), (sooner, Declined.DUE)]
    tx.record(
        TaskFindingRepeated(
            subject_id=task.id,
            store_id=task.store_id,
            source=finding.source,
            source_id=finding.source_id,
            inspection_id=finding.inspection_id,
            finding_id=finding_id,
            assignee_id=named,
            due_at=finding.due_at,
            declined=[why for taken, why in kept if not taken],
        )
    )
    if finding.due_at is not None and sooner and finding.due_at != task.due_at:
        await set_due(tx, task, finding.due_at)
    if named is not None and able and named != task.assignee_id:
        name_assignee(tx, task, named)


def _sooner(task: Task, due: datetime) -> bool:
    """Tell whether a due time tightens a running clock; what was promised before is never loosened.

    A blocked or answered task has no running clock: it gets a due time of its own once it is open again.
    """
    return due == task.due_at or (task.status is TaskStatus.OPEN and due < task.due_at)
