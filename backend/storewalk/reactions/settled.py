"""What an inbox entry leads to is settled: a task that is done meanwhile wants nobody any more."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from storewalk.core.tx import Tx
from storewalk.notifications.api import Settled
from storewalk.tasks.api import task_ref

TASKS: Final = "/tasks/"


class TasksDone(Settled):
    """Reads the state of the tasks that links lead to."""

    async def among(self, tx: Tx, links: Collection[str]) -> Mapping[str, datetime]:
        """Return the links of tasks that are done with the time since when."""
        ids = [task_id for link in links if (task_id := _task_of(link)) is not None]
        if not ids:
            return {}
        task = task_ref.subquery("task_ref")
        done_at = func.coalesce(task.c.accepted_at, task.c.withdrawn_at).label("done_at")
        found = select(task.c.id, done_at).where(task.c.org_id == tx.org_id, task.c.id.in_(ids), done_at.is_not(None))
        return {f"{TASKS}{row['id']}": row["done_at"] for row in await tx.all(found, dict)}


def _task_of(link: str) -> UUID | None:
    try:
        return UUID(link.removeprefix(TASKS)) if link.startswith(TASKS) else None
    except ValueError:
        return None
