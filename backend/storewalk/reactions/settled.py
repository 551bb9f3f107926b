"""What an inbox entry leads to is settled: a task that was accepted meanwhile wants nobody any more."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.tx import Tx
from storewalk.notifications.api import Settled
from storewalk.tasks.api import task_ref

TASKS: Final = "/tasks/"


class TasksDone(Settled):
    """Reads the state of the tasks that links lead to."""

    async def among(self, tx: Tx, links: Collection[str]) -> Mapping[str, datetime]:
        """Return the links of accepted tasks with the time they were accepted at."""
        ids = [task_id for link in links if (task_id := _task_of(link)) is not None]
        if not ids:
            return {}
        task = task_ref.subquery("task_ref")
        found = select(task.c.id, task.c.accepted_at).where(
            task.c.org_id == tx.org_id, task.c.id.in_(ids), task.c.accepted_at.is_not(None)
        )
        return {f"{TASKS}{row['id']}": row["accepted_at"] for row in await tx.all(found, dict)}


def _task_of(link: str) -> UUID | None:
    try:
        return UUID(link.removeprefix(TASKS)) if link.startswith(TASKS) else None
    except ValueError:
        return None
