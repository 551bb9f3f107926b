"""What belongs to tasks: when their fault was seen, the answers, what was said, and every step."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import Select, Uuid, and_, cast, func, literal, select

from storewalk.catalog.api import NamedProduct
from storewalk.core.models import EventRow
from storewalk.core.schemas import Output
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.photos.api import PhotoMarks, Source, capture_ref
from storewalk.tasks.details import CommentOut, FindingOut, ResponseOut, StepOut
from storewalk.tasks.models import (
    Task,
    TaskComment,
    TaskCommentPhoto,
    TaskFinding,
    TaskFindingPhoto,
    TaskResponse,
    TaskResponsePhoto,
)
from storewalk.tasks.queries.products import products_of
from storewalk.tasks.records import CommentRow, FindingRow, Parts, PhotoRow, ResponseRow, StepRow

Row = TypeVar("Row", FindingRow, ResponseRow, CommentRow)
Out = TypeVar("Out", bound=Output)
NOTHING: Final[Mapping[UUID, list[NamedProduct]]] = {}


async def parts_of(tx: AnyTx, task_ids: Sequence[UUID]) -> dict[UUID, Parts]:
    """Return what belongs to each of some tasks."""
    if not task_ids:
        return {}
    seen = await tx.all(_findings(tx, task_ids), FindingRow)
    about = await products_of(tx, [row.id for row in seen])
    findings = await _with_photos(tx, seen, _finding_photos(), FindingOut, about)
    responses = await _with_photos(tx, await tx.all(_responses(tx, task_ids), ResponseRow), _after(tx), ResponseOut)
    comments = await _with_photos(tx, await tx.all(_comments(tx, task_ids), CommentRow), _comment_photos(), CommentOut)
    steps: dict[UUID, list[StepOut]] = {}
    for step in await _steps(tx, task_ids):
        steps.setdefault(step.task_id, []).append(step.out())
    return {
        task_id: Parts(
            findings=findings.get(task_id, []),
            responses=responses.get(task_id, []),
            comments=comments.get(task_id, []),
            steps=steps.get(task_id, []),
        )
        for task_id in task_ids
    }


async def before_photos(tx: AnyTx, task_id: UUID) -> list[UUID]:
    """Return the photos of a task's findings."""
    found = select(TaskFindingPhoto.photo_id).join(
        TaskFinding, and_(TaskFinding.org_id == TaskFindingPhoto.org_id, TaskFinding.id == TaskFindingPhoto.finding_id)
    )
    return await tx.scalars(found.where(TaskFinding.org_id == tx.org_id, TaskFinding.task_id == task_id))


async def voices(tx: AnyTx, task_id: UUID) -> list[UUID]:
    """Return who has answered or commented on a task."""
    answered = select(TaskResponse.answered_by_id).where(
        TaskResponse.org_id == tx.org_id, TaskResponse.task_id == task_id
    )
    said = select(TaskComment.author_id).where(TaskComment.org_id == tx.org_id, TaskComment.task_id == task_id)
    return [*await tx.scalars(answered.distinct()), *await tx.scalars(said.distinct())]


def gallery_since(tx: AnyTx, since: datetime) -> Select[UUID]:
    """Select the tasks with an after-photo that turned out since to come from the gallery."""
    capture = capture_ref.subquery("capture")
    return (
        select(TaskResponse.task_id)
        .join(
            TaskResponsePhoto,
            and_(TaskResponsePhoto.org_id == TaskResponse.org_id, TaskResponsePhoto.response_id == TaskResponse.id),
        )
        .join(capture, and_(capture.c.org_id == TaskResponse.org_id, capture.c.id == TaskResponsePhoto.photo_id))
        .where(TaskResponse.org_id == tx.org_id, capture.c.source == Source.GALLERY, capture.c.changed_at > since)
    )


async def _with_photos(
    tx: AnyTx,
    rows: list[Row],
    photos: Select[*tuple[Any, ...]],
    shown: type[Out],
    about: Mapping[UUID, list[NamedProduct]] = NOTHING,
) -> dict[UUID, list[Out]]:
    """Return rows by task, each with its photos."""
    owner = photos.selected_columns["owner_id"]
    owned: dict[UUID, list[PhotoRow]] = {}
    for photo in await tx.all(photos.where(owner.in_([row.id for row in rows])), PhotoRow) if rows else ():
        owned.setdefault(photo.owner_id, []).append(photo)
    by_task: dict[UUID, list[Out]] = {}
    for row in rows:
        own = owned.get(row.id, [])
        given = {
            **msgspec.structs.asdict(row),
            "photos": [photo.photo_id for photo in own],
            "gallery": [photo.photo_id for photo in own if photo.gallery],
            "products": about.get(row.id, []),
            "marks": [PhotoMarks(photo_id=photo.photo_id, marks=photo.marks) for photo in own if photo.marks],
        }
        by_task.setdefault(row.task_id, []).append(shown(**{name: given[name] for name in shown.__struct_fields__}))
    return by_task


def _findings(tx: AnyTx, task_ids: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    finder = account_ref.alias("finder")
    return (
        select(
            TaskFinding.id,
            TaskFinding.task_id,
            TaskFinding.found_at.label("at"),
            finder.c.name.label("by_name"),
            TaskFinding.note,
            TaskFinding.voice_id,
            TaskFinding.inspection_id,
        )
        .outerjoin(finder, and_(finder.c.org_id == TaskFinding.org_id, finder.c.id == TaskFinding.found_by_id))
        .where(TaskFinding.org_id == tx.org_id, TaskFinding.task_id.in_(task_ids))
        .order_by(TaskFinding.found_at, TaskFinding.id)
    )


def _responses(tx: AnyTx, task_ids: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    author, verifier = account_ref.alias("author"), account_ref.alias("verifier")
    return (
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


def _comments(tx: AnyTx, task_ids: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    author = account_ref.alias("author")
    return (
        select(
            TaskComment.id,
            TaskComment.task_id,
            TaskComment.said_at.label("at"),
            TaskComment.author_id.label("by_id"),
            author.c.name.label("by_name"),
            TaskComment.text,
        )
        .join(author, and_(author.c.org_id == TaskComment.org_id, author.c.id == TaskComment.author_id))
        .where(TaskComment.org_id == tx.org_id, TaskComment.task_id.in_(task_ids))
        .order_by(TaskComment.recorded_at, TaskComment.id)
    )


def _finding_photos() -> Select[*tuple[Any, ...]]:
    return _photos(TaskFindingPhoto, TaskFindingPhoto.finding_id).add_columns(TaskFindingPhoto.marks)


def _comment_photos() -> Select[*tuple[Any, ...]]:
    return _photos(TaskCommentPhoto, TaskCommentPhoto.comment_id)


def _photos(photo: type[TaskFindingPhoto | TaskCommentPhoto], owner: Any) -> Select[*tuple[Any, ...]]:
    return select(owner.label("owner_id"), photo.photo_id).order_by(owner, photo.position)


def _after(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    """Select photos of answers, each with whether it is one of the gallery though a live one was wanted."""
    photo, capture = TaskResponsePhoto, capture_ref.subquery("capture")
    return (
        select(
            photo.response_id.label("owner_id"),
            photo.photo_id,
            and_(Task.live_required, func.coalesce(capture.c.source == Source.GALLERY, literal(False))).label(
                "gallery"
            ),
        )
        .join(TaskResponse, and_(TaskResponse.org_id == photo.org_id, TaskResponse.id == photo.response_id))
        .join(Task, and_(Task.org_id == TaskResponse.org_id, Task.id == TaskResponse.task_id))
        .join(capture, and_(capture.c.org_id == photo.org_id, capture.c.id == photo.photo_id))
        .where(photo.org_id == tx.org_id)
        .order_by(photo.response_id, photo.position)
    )


async def _steps(tx: AnyTx, task_ids: Sequence[UUID]) -> list[StepRow]:
    person, receiver = account_ref.alias("person"), account_ref.alias("receiver")
    given_to = cast(EventRow.payload["assignee_id"].astext, Uuid)
    found = (
        select(
            EventRow.id,
            EventRow.subject_id.label("task_id"),
            EventRow.occurred_at.label("at"),
            EventRow.kind,
            person.c.name.label("by_name"),
            receiver.c.name.label("to_name"),
            EventRow.payload,
        )
        .outerjoin(person, and_(person.c.org_id == EventRow.org_id, person.c.id == EventRow.actor_id))
        .outerjoin(receiver, and_(receiver.c.org_id == EventRow.org_id, receiver.c.id == given_to))
        .where(EventRow.org_id == tx.org_id, EventRow.subject_id.in_(task_ids))
        .order_by(EventRow.recorded_at, EventRow.id)
    )
    return await tx.all(found, StepRow)
