"""Open a task for a fault, or put the fault to the task that is open for it already."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.tasks.events import TaskOpened
from storewalk.tasks.models import Task, TaskStatus
from storewalk.tasks.people import answerers, overseers
from storewalk.tasks.queries import locks
from storewalk.tasks.service.clocks import step_end, watch
from storewalk.tasks.service.found import Finding, add_finding
from storewalk.tasks.service.join import join

REPEATS_WITHIN: Final = timedelta(days=30)
"""A fault that is seen again so soon after it was done is a repeat (屡犯)."""


async def hold_fault(tx: Tx, finding: Finding) -> None:
    """Make whoever reports or withdraws this fault wait until the transaction ends."""
    await locks.lock_fault(tx, finding.store_id, finding.fault_key or str(finding.source_id))


async def open_task(tx: Tx, finding: Finding) -> UUID:
    """Return the task of a finding: the one it opened before, the open one of the same fault, or a new one."""
    await hold_fault(tx, finding)
    known = await locks.task_of_source(tx, finding.source, finding.source_id)
    if known is not None:
        return known
    standing = await locks.lock_standing(tx, finding.store_id, finding.fault_key)
    if standing is not None:
        await join(tx, standing, finding)
        return standing.id
    return await _open(tx, finding)


async def _open(tx: Tx, finding: Finding) -> UUID:
    at_store = [finding.assignee_id] if finding.assignee_id else await answerers(tx, finding.store_id)
    earlier = await locks.done_before(tx, finding.store_id, finding.fault_key, finding.found_at - REPEATS_WITHIN)
    task = Task(
        org_id=tx.org_id,
        id=finding.task_id or new_id(),
        kind=finding.kind,
        title=finding.title,
        requirement=finding.requirement,
        note=finding.note,
        critical=finding.critical,
        store_id=finding.store_id,
        fault_key=finding.fault_key,
        inspection_id=finding.inspection_id,
        checkpoint_id=finding.checkpoint_id,
        found_by_id=finding.found_by_id,
        status=TaskStatus.OPEN,
        assignee_id=at_store[0] if at_store else None,
        opened_at=tx.now,
        due_at=finding.due_at or await step_end(tx, finding.store_id, critical=finding.critical),
        level=0,
        returned_count=0,
        finding_count=1,
        repeats_id=earlier.id if earlier else None,
        repeat_count=earlier.repeat_count + 1 if earlier else 0,
        live_required=finding.live_required,
        version=1,
        changed_at=tx.now,
    )
    tx.session.add(task)
    await tx.flush()
    tx.record(
        TaskOpened(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            critical=task.critical,
            due_at=task.due_at,
            assignee_id=task.assignee_id,
            overseer_ids=[] if at_store else await overseers(tx, task.store_id),
            finding_id=await add_finding(tx, task.id, finding),
            repeat_count=task.repeat_count,
        )
    )
    await watch(tx, task, 1)
    return task.id
