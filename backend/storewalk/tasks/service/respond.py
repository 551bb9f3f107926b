"""The store answers: it is put right, here is the photo."""

from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.photos import api as photos
from storewalk.photos.api import PhotoSpec, Purpose, Source
from storewalk.tasks.events import TaskAnswered
from storewalk.tasks.models import Task, TaskResponse, TaskResponsePhoto, TaskStatus
from storewalk.tasks.people import verifiers
from storewalk.tasks.permissions import READ, RESPOND
from storewalk.tasks.queries import locks
from storewalk.tasks.queries.parts import before_photos
from storewalk.tasks.schemas import RespondTask
from storewalk.tasks.service.block import end_block
from storewalk.tasks.service.lock import lock


async def respond(tx: Tx, task_id: UUID, form: RespondTask) -> Task:
    """Answer an open or a blocked task with at least one after-photo, which may still be on its way.

    Raises:
        NotFound: no such task where the actor may answer.
        Conflict: somebody else changed it meanwhile; carries the task as it is now.
        WrongState: it was answered already or is done.
        Invalid: a photo is one of those that show the fault, or known to come from the gallery where a live one is
            asked for; see also `photos.api.expect`.

    """
    task = await lock(tx, task_id, RESPOND, if_version=form.if_version)
    if task.status not in {TaskStatus.OPEN, TaskStatus.BLOCKED}:
        raise WrongState("tasks.not_open", status=task.status)
    blocked = await locks.lock_standing_block(tx, task.id)
    if blocked is not None:
        end_block(tx, blocked)  # the store could do it after all
    await _require_live(tx, task, form.photos)
    purpose = await _purpose(tx, task, form.photos)
    await photos.expect(tx, task.store_id, form.photos, purpose, READ)
    response = TaskResponse(
        org_id=tx.org_id,
        id=new_id(),
        task_id=task.id,
        answered_by_id=tx.actor.account_id,
        answered_at=tx.occurred_at,
        note=form.note,
    )
    tx.session.add(response)
    await tx.flush()
    tx.session.add_all(
        TaskResponsePhoto(org_id=tx.org_id, response_id=response.id, photo_id=photo.id, position=position)
        for position, photo in enumerate(form.photos)
    )
    task.status, task.answered_at = TaskStatus.ANSWERED, tx.occurred_at
    task.stepped(tx.now)
    tx.record(
        TaskAnswered(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            response_id=response.id,
            answered_by_id=tx.actor.account_id,
            verifier_ids=await verifiers(tx, task.store_id, found_by=task.found_by_id, answered_by=tx.actor.account_id),
        )
    )
    return task


async def _require_live(tx: Tx, task: Task, given: list[PhotoSpec]) -> None:
    """Refuse photos of the gallery; of one that is registered later the verifier is told."""
    known = await photos.photo_state(tx, [photo.id for photo in given])
    if task.live_required and any(photo.source is Source.GALLERY for photo in known.values()):
        raise Invalid("tasks.gallery_photo", field="photos")


async def _purpose(tx: Tx, task: Task, given: list[PhotoSpec]) -> Purpose:
    """Say what the after-photos are for: where a shelf was read before, it is read again."""
    before = await photos.photo_state(tx, await before_photos(tx, task.id))
    if any(photo.id in before for photo in given):
        raise Invalid("tasks.before_photo_again", field="photos")
    read_before = any(photo.purpose is Purpose.SHELF for photo in before.values())
    return Purpose.SHELF if read_before else Purpose.EVIDENCE
