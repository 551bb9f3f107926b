"""How every transition begins: the row is locked, the scope is checked, and so is what the sender had seen."""

from uuid import UUID

from storewalk.core.access import Permission
from storewalk.core.errors import Conflict, NotFound
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.tasks.models import Task
from storewalk.tasks.queries import locks
from storewalk.tasks.queries.tasks import detail


async def lock(tx: Tx, task_id: UUID, permission: Permission, *, if_version: int) -> Task:
    """Lock a task for a step of the actor.

    Raises:
        NotFound: there is none where the actor holds `permission`.
        Conflict: it is not at `if_version` any more; carries the task as it is now.

    """
    task = await locks.lock_task(tx, task_id)
    if task is None:
        raise NotFound("tasks.not_found")
    await require_within(tx, permission, task.store_id)
    if task.version != if_version:
        raise Conflict("tasks.changed", field="ifVersion", current=await detail(tx, task_id))
    return task
