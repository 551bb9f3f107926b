"""Reads of tasks: lists and their counts, and tasks whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref, within
from storewalk.stores.api import store_ref
from storewalk.tasks.details import TaskDetail
from storewalk.tasks.models import DONE, Task, TaskBlock, TaskStatus
from storewalk.tasks.permissions import READ
from storewalk.tasks.queries.parts import gallery_since, parts_of
from storewalk.tasks.records import TaskFilter, TaskRow
from storewalk.tasks.schemas import TaskCounts

ASSIGNEE = account_ref.alias("assignee")
UNDONE = Task.status.in_((TaskStatus.OPEN, TaskStatus.BLOCKED))
NOBODY = and_(UNDONE, ASSIGNEE.c.active.is_not(True))
REPEATED = and_(Task.status.not_in(DONE), Task.repeats_id.is_not(None))


async def listed(tx: AnyTx, wanted: TaskFilter, after: Cursor | None, limit: int) -> list[TaskRow]:
    """Return tasks in the actor's scope, newest first, one more than `limit`."""
    found = _tasks(tx).where(*_wanted(tx, wanted))
    if after is not None:
        found = found.where(tuple_(Task.recorded_at, Task.id) < tuple_(literal(after.at), literal(after.id)))
    found = found.order_by(Task.recorded_at.desc(), Task.id.desc()).limit(limit + 1)
    return await tx.all(found, TaskRow)


async def counted(tx: AnyTx, wanted: TaskFilter) -> TaskCounts:
    """Return how many tasks the same filter would list, by state."""
    states = [func.count().filter(Task.status == status).label(status) for status in TaskStatus]
    found = select(
        *states,
        func.count().filter(_overdue(tx)).label("overdue"),
        func.count().filter(NOBODY).label("nobody"),
        func.count().filter(REPEATED).label("repeated"),
    ).select_from(Task)
    found = found.outerjoin(ASSIGNEE, and_(ASSIGNEE.c.org_id == Task.org_id, ASSIGNEE.c.id == Task.assignee_id))
    counts = await tx.all(found.where(Task.org_id == tx.org_id, *_wanted(tx, wanted)), TaskCounts)
    return counts[0]


async def named(tx: AnyTx, task_ids: Sequence[UUID]) -> list[TaskRow]:
    """Return tasks in the actor's scope, in the order of `task_ids`."""
    rows = await tx.all(_tasks(tx).where(within(tx, READ, Task.store_id), Task.id.in_(task_ids)), TaskRow)
    by_id = {row.id: row for row in rows}
    return [by_id[task_id] for task_id in task_ids if task_id in by_id]


async def changed(tx: AnyTx, since: datetime | None, limit: int) -> list[TaskDetail]:
    """Return the tasks in the actor's scope that changed after `since`, or without it those that are not done."""
    found = _tasks(tx).where(within(tx, READ, Task.store_id))
    if since is None:
        found = found.where(Task.status.not_in(DONE))
    else:
        found = found.where(or_(Task.changed_at > since, Task.id.in_(gallery_since(tx, since))))
    found = found.order_by(Task.due_at, Task.id).limit(limit)
    return await _details(tx, await tx.all(found, TaskRow))


async def detail(tx: AnyTx, task_id: UUID) -> TaskDetail:
    """Return a task with all that belongs to it.

    Raises:
        NotFound: there is none in the actor's scope.

    """
    row = await tx.one_or_none(_tasks(tx).where(within(tx, READ, Task.store_id), Task.id == task_id), TaskRow)
    if row is None:
        raise NotFound("tasks.not_found")
    return (await _details(tx, [row]))[0]


def _tasks(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    store, blocker = store_ref.subquery("store_ref"), account_ref.alias("blocker")
    standing = and_(TaskBlock.org_id == Task.org_id, TaskBlock.task_id == Task.id, TaskBlock.ended_at.is_(None))
    return (
        select(
            Task.id,
            Task.kind,
            Task.title,
            Task.requirement,
            Task.note,
            Task.store_id,
            store.c.name.label("store_name"),
            Task.status,
            Task.critical,
            Task.level,
            _overdue(tx).label("overdue"),
            NOBODY.label("nobody"),
            Task.due_at,
            Task.opened_at,
            Task.assignee_id,
            ASSIGNEE.c.name.label("assignee_name"),
            Task.returned_count,
            Task.finding_count,
            Task.repeat_count,
            Task.repeats_id,
            Task.inspection_id,
            Task.checkpoint_id,
            Task.live_required,
            TaskBlock.reason.label("block_reason"),
            TaskBlock.note.label("block_note"),
            TaskBlock.blocked_at,
            TaskBlock.blocked_by_id,
            blocker.c.name.label("blocked_by_name"),
            TaskBlock.seconds_left,
            Task.version,
            Task.recorded_at,
        )
        .join(store, and_(store.c.org_id == Task.org_id, store.c.id == Task.store_id))
        .outerjoin(ASSIGNEE, and_(ASSIGNEE.c.org_id == Task.org_id, ASSIGNEE.c.id == Task.assignee_id))
        .outerjoin(TaskBlock, standing)
        .outerjoin(blocker, and_(blocker.c.org_id == TaskBlock.org_id, blocker.c.id == TaskBlock.blocked_by_id))
        .where(Task.org_id == tx.org_id)
    )


def _overdue(tx: AnyTx) -> ColumnElement[bool]:
    return and_(Task.status == TaskStatus.OPEN, Task.due_at < tx.now)


def _wanted(tx: AnyTx, wanted: TaskFilter) -> list[ColumnElement[bool]]:
    conditions: list[tuple[object, ColumnElement[bool]]] = [
        (wanted.status, Task.status == wanted.status),
        (wanted.store_id, Task.store_id == wanted.store_id),
        (wanted.kind, Task.kind == wanted.kind),
        (wanted.mine, Task.assignee_id == tx.actor.account_id),
        (wanted.late, _overdue(tx)),
        (wanted.nobody, NOBODY),
        (wanted.repeated, REPEATED),
    ]
    return [within(tx, READ, Task.store_id), *(condition for asked, condition in conditions if asked)]


async def _details(tx: AnyTx, rows: Sequence[TaskRow]) -> list[TaskDetail]:
    parts = await parts_of(tx, [row.id for row in rows])
    return [row.detail(parts[row.id]) for row in rows]
