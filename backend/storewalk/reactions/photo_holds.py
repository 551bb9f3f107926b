"""Photos of a task that is not done outlive retention: they are what it is about."""

from typing import Final

from storewalk.core.tx import Tx
from storewalk.photos import api as photos
from storewalk.tasks.api import task_photos
from storewalk.tasks.events import TaskAccepted, TaskAnswered, TaskFindingRepeated, TaskOpened, TaskWithdrawn

SOURCE: Final = "task"


Step = TaskOpened | TaskFindingRepeated | TaskAnswered | TaskAccepted | TaskWithdrawn


async def keep_while_open(tx: Tx, event: Step) -> None:
    """Hold a task's photos, or let go of them once it is done.

    Safe to run twice and in any order: the task's state is read afresh, under its lock.
    """
    task = await task_photos(tx, event.subject_id)
    if task.done:
        await photos.release(tx, SOURCE, event.subject_id)
    else:
        await photos.hold(tx, task.photo_ids, SOURCE, event.subject_id)
