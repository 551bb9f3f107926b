"""Say something about a task, with photos if needed."""

from uuid import UUID

from storewalk.core.errors import Invalid, NotFound
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.photos import api as photos
from storewalk.photos.api import Purpose
from storewalk.tasks.events import TaskCommented
from storewalk.tasks.models import Task, TaskComment, TaskCommentPhoto
from storewalk.tasks.people import overseers
from storewalk.tasks.permissions import COMMENT, READ
from storewalk.tasks.queries import locks
from storewalk.tasks.queries.parts import voices
from storewalk.tasks.schemas import CommentOnTask


async def comment(tx: Tx, task_id: UUID, form: CommentOnTask) -> None:
    """Add a comment under the sender's own id; the same one again adds nothing.

    A comment is no step: it makes no answer stale, and a task in any state takes one.

    Raises:
        NotFound: no such task where the actor may comment, or the id stands for another's comment.
        Invalid: neither words nor photos; see also `photos.api.expect`.

    """
    task = await locks.lock_task(tx, task_id)
    if task is None:
        raise NotFound("tasks.not_found")
    await require_within(tx, COMMENT, task.store_id)
    if not form.text.strip() and not form.photos:
        raise Invalid("tasks.comment_empty", field="text")
    known = await tx.session.get(TaskComment, (tx.org_id, form.id))
    if known is not None:
        if (known.task_id, known.author_id) != (task.id, tx.actor.account_id):
            raise NotFound("tasks.not_found")
        return
    await photos.expect(tx, task.store_id, form.photos, Purpose.EVIDENCE, READ)
    await _keep(tx, task, form)
    tx.record(
        TaskCommented(
            subject_id=task.id,
            store_id=task.store_id,
            title=task.title,
            comment_id=form.id,
            text=form.text.strip(),
            author_name=tx.actor.name,
            told_ids=await _others(tx, task),
        )
    )


async def _keep(tx: Tx, task: Task, form: CommentOnTask) -> None:
    tx.session.add(
        TaskComment(
            org_id=tx.org_id,
            id=form.id,
            task_id=task.id,
            author_id=tx.actor.account_id,
            said_at=tx.occurred_at,
            text=form.text.strip(),
        )
    )
    await tx.flush()
    tx.session.add_all(
        TaskCommentPhoto(org_id=tx.org_id, comment_id=form.id, photo_id=photo.id, position=position)
        for position, photo in enumerate(form.photos)
    )
    task.changed_at = tx.now


async def _others(tx: Tx, task: Task) -> list[UUID]:
    """Return who has to do with the task, without the author: whose it is, who found it, who answered or commented."""
    around = [task.assignee_id, task.found_by_id, *await voices(tx, task.id)]
    others = [account_id for account_id in dict.fromkeys(around) if account_id and account_id != tx.actor.account_id]
    return others or [one for one in await overseers(tx, task.store_id) if one != tx.actor.account_id]
