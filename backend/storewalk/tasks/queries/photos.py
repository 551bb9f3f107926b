"""Which photos a task stands on, those of its findings, before, and of its answers, after; and the way back."""

from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, and_, literal, select, union

from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import within
from storewalk.tasks.models import (
    DONE,
    Task,
    TaskComment,
    TaskCommentPhoto,
    TaskFinding,
    TaskFindingPhoto,
    TaskResponse,
    TaskResponsePhoto,
    TaskStatus,
)
from storewalk.tasks.permissions import READ
from storewalk.tasks.schemas import PhotoPart, PhotoTask


class TaskPhotos(Struct, frozen=True):
    """A task's photos and spoken notes, and whether it still needs them."""

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
    said = select(TaskFinding.voice_id.label("photo_id")).where(
        TaskFinding.org_id == tx.org_id, TaskFinding.task_id == task_id, TaskFinding.voice_id.is_not(None)
    )
    photos = union(before, after, said).subquery()
    return TaskPhotos(status in DONE, await tx.scalars(select(photos.c.photo_id)))


async def tasks_of(tx: AnyTx, photo_id: UUID) -> list[PhotoTask]:
    """Return the tasks within the actor's scope that name a photo and as what, the latest first."""
    parts = union(
        _naming(PhotoPart.BEFORE, TaskFinding, TaskFindingPhoto, TaskFindingPhoto.finding_id, photo_id),
        _naming(PhotoPart.AFTER, TaskResponse, TaskResponsePhoto, TaskResponsePhoto.response_id, photo_id),
        _naming(PhotoPart.COMMENT, TaskComment, TaskCommentPhoto, TaskCommentPhoto.comment_id, photo_id),
    ).subquery("part")
    found = (
        select(Task.id.label("task_id"), Task.title, Task.status, parts.c.part)
        .join(parts, and_(parts.c.org_id == Task.org_id, parts.c.task_id == Task.id))
        .where(Task.org_id == tx.org_id, within(tx, READ, Task.store_id))
        .order_by(Task.opened_at.desc(), Task.id, parts.c.part)
    )
    return await tx.all(found, PhotoTask)


def _naming(part: PhotoPart, owner: Any, photo: Any, owner_id: Any, photo_id: UUID) -> Select[*tuple[Any, ...]]:
    """Select the tasks of the findings, answers or comments that name a photo."""
    return (
        select(owner.org_id, owner.task_id, literal(part.value).label("part"))
        .join(photo, and_(photo.org_id == owner.org_id, owner_id == owner.id))
        .where(photo.photo_id == photo_id)
    )
