"""A person opens the same task at one store or at several."""

from uuid import UUID

from storewalk.core.errors import Invalid, NotFound
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.photos import api as photos
from storewalk.photos.api import Purpose
from storewalk.tasks.models import MANUAL
from storewalk.tasks.people import answerers
from storewalk.tasks.permissions import OPEN, READ
from storewalk.tasks.schemas import NewTask, OpenTasks
from storewalk.tasks.service.found import Finding
from storewalk.tasks.service.open import open_task


async def open_by_hand(tx: Tx, form: OpenTasks) -> list[UUID]:
    """Open one task a store; the ids are the sender's own, so that a repeat opens nothing.

    Raises:
        NotFound: a store where the actor may not open tasks.
        Invalid: a store or an id is named twice; the due time had passed when it was written; photos or a person are
            given for more than one store; that person may not answer there. See also `photos.api.expect`.

    """
    _check(tx, form)
    for task in form.tasks:
        await require_within(tx, OPEN, task.store_id)
    ordered = sorted(form.tasks, key=lambda task: str(task.store_id))  # as every sender locks them
    return [await _open(tx, task, form) for task in ordered]


def _check(tx: Tx, form: OpenTasks) -> None:
    stores, ids = {task.store_id for task in form.tasks}, {task.id for task in form.tasks}
    if min(len(stores), len(ids)) < len(form.tasks):
        raise Invalid("tasks.twice", field="tasks")
    if form.due_at is not None and form.due_at <= tx.occurred_at:
        raise Invalid("tasks.due_passed", field="dueAt")
    if len(form.tasks) > 1 and (form.photos or form.assignee_id):
        raise Invalid("tasks.of_one_store", field="photos" if form.photos else "assigneeId")


async def _open(tx: Tx, task: NewTask, form: OpenTasks) -> UUID:
    if form.assignee_id and form.assignee_id not in await answerers(tx, task.store_id):
        raise Invalid("tasks.cannot_respond_there", field="assigneeId")
    await photos.expect(tx, task.store_id, form.photos, Purpose.EVIDENCE, READ)
    title = form.title.strip()
    finding = Finding(
        kind=MANUAL,
        source=MANUAL,
        source_id=task.id,
        task_id=task.id,
        store_id=task.store_id,
        title=Words(title, title),
        requirement=Words(form.requirement.strip() or title, form.requirement.strip() or title),
        critical=form.critical,
        found_by_id=tx.actor.account_id,
        found_at=tx.occurred_at,
        photos=tuple(photo.id for photo in form.photos),
        due_at=form.due_at,
        assignee_id=form.assignee_id,
    )
    opened = await open_task(tx, finding)
    if opened != task.id:
        raise NotFound("tasks.not_found")
    return opened
