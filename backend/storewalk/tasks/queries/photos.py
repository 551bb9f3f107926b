"""Which photos a task stands on: those of its findings, before, and of its answers, after."""

from uuid import UUID

from msgspec import Struct
from sqlalchemy import select, union

from storewalk.core.tx import Tx
from storewalk.tasks.models import (
    Task,
    TaskFinding,
    TaskFindingPhoto,
    TaskResponse,
    TaskResponsePhoto,
    TaskStatus,
)


class TaskPhotos(Struct, frozen=True):
    """A task's photos, and whether it still needs them."""

    done: bool
    photo_ids: list[UUID]


async def task_photos(tx: Tx, task_id: UUID) -> TaskPhotos:
    """Return a task's photos; the task's own steps wait until the transaction ends. A task that is gone has none."""
    state = select(Task.status).where(Task.org_id == tx.org_id, Task.id == task_id).with_for_update(read=True)
    status = next(iter(await tx.scalars(state)), TaskStatus.ACCEPTED)
    before = (
        select(TaskFindingPhoto.photo_id)
        .join(TaskFinding, TaskFinding.id == TaskFindingPhoto.finding_id)
        .where(TaskFindingPhoto.org_id == tx.org_id, TaskFinding.org_id == tx.org_id, TaskFinding.task_id == task_id)
    )
    after = (
        select(TaskResponsePhoto.photo_id)
        .join(TaskResponse, TaskResponse.id == TaskResponsePhoto.response_id)
        .where(TaskResponsePhoto.org_id == tx.org_id, TaskResponse.org_id == tx.org_id, TaskResponse.task_id == task_id)
    )
    photos = union(before, after).subquery()
    return TaskPhotos(status is TaskStatus.ACCEPTED, await tx.scalars(select(photos.c.photo_id)))
