"""Reads of tasks: lists, and tasks whole with their photos and answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, literal, select, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref, within
from storewalk.stores.api import store_ref
from storewalk.tasks.models import Task, TaskFinding, TaskFindingPhoto, TaskResponse, TaskResponsePhoto, TaskStatus
from storewalk.tasks.permissions import READ
from storewalk.tasks.records import PhotoRow, ResponseRow, TaskFilter, TaskRow
from storewalk.tasks.schemas import ResponseOut, TaskDetail


async def listed(tx: AnyTx, wanted: TaskFilter, after: Cursor | None, limit: int) -> list[TaskRow]:
    """Return tasks in the actor's scope, newest first, one more than `limit`."""
    found = _tasks(tx).where(*_wanted(tx, wanted))
    if after is not None:
        found = found.where(tuple_(Task.recorded_at, Task.id) < tuple_(literal(after.at), literal(after.id)))
    found = found.order_by(Task.recorded_at.desc(), Task.id.desc()).limit(limit + 1)
    return await tx.all(found, TaskRow)


async def changed(tx: AnyTx, since: datetime | None, limit: int) -> list[TaskDetail]:
    """Return the tasks in the actor's scope that changed after `since`, or without it those that are not done."""
    found = _tasks(tx).where(within(tx, READ, Task.store_id))
    found = found.where(Task.changed_at > since if since is not None else Task.status != TaskStatus.ACCEPTED)
    found = found.order_by(Task.due_at, Task.id).limit(limit)
    return await _details(tx, await tx.all(found, TaskRow))


async def detail(tx: AnyTx, task_id: UUID) -> TaskDetail:
    """Return a task with its photos and answers.

    Raises:
        NotFound: there is none in the actor's scope.

    """
    row = await tx.one_or_none(_tasks(tx).where(within(tx, READ, Task.store_id), Task.id == task_id), TaskRow)
    if row is None:
        raise NotFound("tasks.not_found")
    return (await _details(tx, [row]))[0]


async def before_photos(tx: AnyTx, task_id: UUID) -> list[UUID]:
    """Return the photos of a task's findings, first finding first."""
    return (await _before(tx, [task_id])).get(task_id, [])


def _tasks(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    store = store_ref.subquery("store_ref")
    assignee = account_ref.alias("assignee")
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
            and_(Task.status == TaskStatus.OPEN, Task.due_at < tx.now).label("overdue"),
            Task.due_at,
            Task.opened_at,
            Task.assignee_id,
            assignee.c.name.label("assignee_name"),
            Task.returned_count,
            Task.finding_count,
            Task.inspection_id,
            Task.checkpoint_id,
            Task.version,
            Task.recorded_at,
        )
        .join(store, and_(store.c.org_id == Task.org_id, store.c.id == Task.store_id))
        .outerjoin(assignee, and_(assignee.c.org_id == Task.org_id, assignee.c.id == Task.assignee_id))
        .where(Task.org_id == tx.org_id)
    )


def _wanted(tx: AnyTx, wanted: TaskFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [within(tx, READ, Task.store_id)]
    if wanted.status is not None:
        conditions.append(Task.status == wanted.status)
    if wanted.store_id is not None:
        conditions.append(Task.store_id == wanted.store_id)
    if wanted.mine:
        conditions.append(Task.assignee_id == tx.actor.account_id)
    return conditions


async def _details(tx: AnyTx, rows: Sequence[TaskRow]) -> list[TaskDetail]:
    if not rows:
        return []
    ids = [row.id for row in rows]
    before = await _before(tx, ids)
    responses = await _responses(tx, ids)
    return [row.detail(before.get(row.id, []), responses.get(row.id, [])) for row in rows]


async def _before(tx: AnyTx, task_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    finding = and_(TaskFinding.org_id == TaskFindingPhoto.org_id, TaskFinding.id == TaskFindingPhoto.finding_id)
    found = (
        select(TaskFinding.task_id.label("owner_id"), TaskFindingPhoto.photo_id)
        .join(TaskFindingPhoto, finding)
        .where(TaskFinding.org_id == tx.org_id, TaskFinding.task_id.in_(task_ids))
        .order_by(TaskFinding.found_at, TaskFinding.id, TaskFindingPhoto.position)
    )
    return _by_owner(await tx.all(found, PhotoRow))


async def _responses(tx: AnyTx, task_ids: Sequence[UUID]) -> dict[UUID, list[ResponseOut]]:
    author, verifier = account_ref.alias("author"), account_ref.alias("verifier")
    found = (
        select(
            TaskResponse.id,
            TaskResponse.task_id,
            TaskResponse.answered_at.label("at"),
            TaskResponse.answered_by_id.label("by_id"),
            author.c.name.label("by_name"),
            TaskResponse.note,
            TaskResponse.verdict,
            TaskResponse.reason,
            verifier.c.name.label("verified_by_name"),
            TaskResponse.verified_at,
        )
        .join(author, and_(author.c.org_id == TaskResponse.org_id, author.c.id == TaskResponse.answered_by_id))
        .outerjoin(
            verifier, and_(verifier.c.org_id == TaskResponse.org_id, verifier.c.id == TaskResponse.verified_by_id)
        )
        .where(TaskResponse.org_id == tx.org_id, TaskResponse.task_id.in_(task_ids))
        .order_by(TaskResponse.recorded_at, TaskResponse.id)
    )
    rows = await tx.all(found, ResponseRow)
    after = (
        select(TaskResponsePhoto.response_id.label("owner_id"), TaskResponsePhoto.photo_id)
        .where(TaskResponsePhoto.org_id == tx.org_id, TaskResponsePhoto.response_id.in_([row.id for row in rows]))
        .order_by(TaskResponsePhoto.response_id, TaskResponsePhoto.position)
    )
    photos = _by_owner(await tx.all(after, PhotoRow)) if rows else {}
    responses: dict[UUID, list[ResponseOut]] = {}
    for row in rows:
        responses.setdefault(row.task_id, []).append(row.out(photos.get(row.id, [])))
    return responses


def _by_owner(rows: Sequence[PhotoRow]) -> dict[UUID, list[UUID]]:
    owned: dict[UUID, list[UUID]] = {}
    for row in rows:
        owned.setdefault(row.owner_id, []).append(row.photo_id)
    return owned
