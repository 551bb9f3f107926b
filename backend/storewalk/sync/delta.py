"""Gathers what changed from the rooms that own it; each shows only what the actor may see."""

from datetime import datetime
from typing import Final

from storewalk.core.tx import ReadTx
from storewalk.counts import api as counts
from storewalk.inspections import api as inspections
from storewalk.notifications import api as notifications
from storewalk.stock import api as stock
from storewalk.stores import api as stores
from storewalk.sync import cursor
from storewalk.sync.schemas import SyncOut
from storewalk.tasks import api as tasks

MOST: Final = 500
"""How many tasks, transfers or inbox entries a phone keeps: the most pressing tasks, the newest of the others."""


async def gather(tx: ReadTx, mark: cursor.Mark | None) -> SyncOut:
    """Return what changed for the actor since `mark`, or everything.

    When more changed than a phone keeps, it is told everything anew, so that nothing is left out silently.
    """
    since = cursor.since(mark, tx.actor, tx.now)
    answer = await _changes(tx, since)
    if since is not None and max(len(answer.tasks), len(answer.notifications), len(answer.transfers)) > MOST:
        answer = await _changes(tx, None)
    return answer


async def _changes(tx: ReadTx, since: datetime | None) -> SyncOut:
    most = MOST if since is None else MOST + 1
    return SyncOut(
        cursor=cursor.encode(cursor.Mark(tx.now, cursor.fingerprint(tx.actor))),
        full=since is None,
        server_time=tx.now,
        visits=await inspections.changed_since(tx, since),
        templates=await inspections.templates_for_sync(tx, since),
        tasks=await tasks.task_changes(tx, since, most),
        counts=await counts.changed_counts(tx, since),
        transfers=await stock.changed_transfers(tx, since, most),
        stores=await stores.changed_since(tx, since),
        notifications=await notifications.inbox_changes(tx, since, most),
        unread=await notifications.unread_count(tx),
    )
