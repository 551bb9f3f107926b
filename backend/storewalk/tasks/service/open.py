"""Open a task for a fault, or put the fault to the task that is open for it already."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import update

from storewalk.core.ids import new_id
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.stores.api import store_clock
from storewalk.tasks.due import due_at
from storewalk.tasks.events import TaskFindingRepeated, TaskOpened
from storewalk.tasks.models import Task, TaskFinding, TaskFindingPhoto, TaskKind, TaskStatus
from storewalk.tasks.people import answerers, overseers
from storewalk.tasks.queries import locks
from storewalk.tasks.work import EscalateTask


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A fault that somebody or something saw at a store.

    `(source, source_id)` names the event it comes from: one event is one finding. `fault_key` is what stays the same
    when the fault is seen again (the checkpoint across template versions); None means that it never repeats.
    """

    source: str
    source_id: UUID
    store_id: UUID
    title: Words
    requirement: Words
    note: str = ""
    critical: bool = False
    fault_key: str | None = None
    inspection_id: UUID | None = None
    checkpoint_id: UUID | None = None
    found_by_id: UUID | None = None
    found_at: datetime
    photos: tuple[UUID, ...] = ()


async def open_task(tx: Tx, finding: Finding) -> UUID:
    """Return the task of a finding: the one it opened before, the open one of the same fault, or a new one."""
    await locks.lock_fault(tx, finding.store_id, finding.fault_key or str(finding.source_id))
    known = await locks.task_of_source(tx, finding.source, finding.source_id)
    if known is not None:
        return known
    standing = await locks.lock_standing(tx, finding.store_id, finding.fault_key)
    if standing is not None:
        await _attach(tx, standing, finding)
        return standing.id
    return await _open(tx, finding)


async def _open(tx: Tx, finding: Finding) -> UUID:
    clock = await store_clock(tx, finding.store_id)
    due = due_at(tx.now, business_day=clock.business_date(tx.now), zone=clock.zone, critical=finding.critical)
    at_store = await answerers(tx, finding.store_id)
    task = Task(
        org_id=tx.org_id,
        id=new_id(),
        kind=TaskKind.RECTIFICATION,
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
        due_at=due,
        level=0,
        returned_count=0,
        finding_count=1,
        version=1,
        changed_at=tx.now,
    )
    tx.session.add(task)
    await tx.flush()
    await _add_finding(tx, task.id, finding)
    tx.record(
        TaskOpened(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            critical=task.critical,
            due_at=due,
            assignee_id=task.assignee_id,
            overseer_ids=[] if at_store else await overseers(tx, task.store_id),
        )
    )
    await tx.enqueue(EscalateTask(task_id=task.id, due_at=due), at=due)
    return task.id


async def _attach(tx: Tx, task: Task, finding: Finding) -> None:
    await _add_finding(tx, task.id, finding)
    # No step of a person: the version stays, so that an answer on its way from a phone is still welcome.
    await tx.session.execute(
        update(Task)
        .where(Task.org_id == tx.org_id, Task.id == task.id)
        .values(finding_count=Task.finding_count + 1, changed_at=tx.now)
    )
    tx.record(
        TaskFindingRepeated(
            subject_id=task.id,
            store_id=task.store_id,
            source=finding.source,
            source_id=finding.source_id,
            inspection_id=finding.inspection_id,
        )
    )


async def _add_finding(tx: Tx, task_id: UUID, finding: Finding) -> None:
    row = TaskFinding(
        org_id=tx.org_id,
        id=new_id(),
        task_id=task_id,
        source=finding.source,
        source_id=finding.source_id,
        inspection_id=finding.inspection_id,
        checkpoint_id=finding.checkpoint_id,
        found_by_id=finding.found_by_id,
        found_at=finding.found_at,
        note=finding.note,
    )
    tx.session.add(row)
    await tx.flush()
    tx.session.add_all(_photo_rows(tx, row.id, finding.photos))


def _photo_rows(tx: Tx, finding_id: UUID, photos: Sequence[UUID]) -> list[TaskFindingPhoto]:
    return [
        TaskFindingPhoto(org_id=tx.org_id, finding_id=finding_id, photo_id=photo_id, position=position)
        for position, photo_id in enumerate(dict.fromkeys(photos))
    ]
