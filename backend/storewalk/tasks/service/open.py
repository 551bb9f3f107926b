"""Open a task for a fault, or put the fault to the task that is open for it already."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import update

from storewalk.core.ids import new_id
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.photos.api import PhotoMarks
from storewalk.tasks.events import TaskFindingRepeated, TaskOpened
from storewalk.tasks.models import RECTIFICATION, Task, TaskFinding, TaskFindingPhoto, TaskStatus
from storewalk.tasks.people import answerers, overseers
from storewalk.tasks.queries import locks
from storewalk.tasks.service.clocks import step_end, watch

REPEATS_WITHIN: Final = timedelta(days=30)
"""A fault that is seen again so soon after it was done is a repeat (屡犯)."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A fault that somebody or something saw at a store.

    `(source, source_id)` names the event it comes from: one event is one finding. `fault_key` is what stays the same
    when the fault is seen again (the checkpoint across template versions); None means that it never repeats. `kind`
    is a word of the room it comes from. Who sees it may name the task's id, its due time and whose it is; else the
    store's hours and people decide. `live_required`: the answer has to be photographed live.
    """

    source: str
    source_id: UUID
    store_id: UUID
    title: Words
    requirement: Words
    kind: str = RECTIFICATION
    note: str = ""
    critical: bool = False
    fault_key: str | None = None
    inspection_id: UUID | None = None
    checkpoint_id: UUID | None = None
    found_by_id: UUID | None = None
    found_at: datetime
    photos: tuple[UUID, ...] = ()
    marks: tuple[PhotoMarks, ...] = ()
    voice_id: UUID | None = None
    task_id: UUID | None = None
    due_at: datetime | None = None
    assignee_id: UUID | None = None
    live_required: bool = True


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
        await _attach(tx, standing, finding)
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
            finding_id=await _add_finding(tx, task.id, finding),
            repeat_count=task.repeat_count,
        )
    )
    await watch(tx, task, 1)
    return task.id


async def _attach(tx: Tx, task: Task, finding: Finding) -> None:
    finding_id = await _add_finding(tx, task.id, finding)
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
            finding_id=finding_id,
        )
    )


async def _add_finding(tx: Tx, task_id: UUID, finding: Finding) -> UUID:
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
        voice_id=finding.voice_id,
    )
    tx.session.add(row)
    await tx.flush()
    tx.session.add_all(_photo_rows(tx, row.id, finding))
    return row.id


def _photo_rows(tx: Tx, finding_id: UUID, finding: Finding) -> list[TaskFindingPhoto]:
    marks = {each.photo_id: each.marks for each in finding.marks}
    return [
        TaskFindingPhoto(
            org_id=tx.org_id,
            finding_id=finding_id,
            photo_id=photo_id,
            position=position,
            marks=marks.get(photo_id, []),
        )
        for position, photo_id in enumerate(dict.fromkeys(finding.photos))
    ]
