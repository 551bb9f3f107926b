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


async def gather(tx: ReadTx, mark: cursor.Mark | None, *, parts: bool) -> SyncOut:
    """Return what changed for the actor since `mark`, or everything; with `parts` of some visits only the answers.

    When more changed than a phone keeps, it is told everything anew, so that nothing is left out silently.
    """
    since = cursor.since(mark, tx.actor, tx.now)
    answer = await _changes(tx, since, parts=parts)
    if since is not None and max(len(answer.tasks), len(answer.notifications), len(answer.transfers)) > MOST:
        answer = await _changes(tx, None, parts=False)
    return answer


async def _changes(tx: ReadTx, since: datetime | None, *, parts: bool) -> SyncOut:
    most = MOST if since is None else MOST + 1
    visits = await inspections.changed_since(tx, since)
    answers: list[inspections.VisitAnswers] = []
    if parts and since is not None:
        visits, answers = await inspections.answers_only(tx, visits, since)
    return SyncOut(
        cursor=cursor.encode(cursor.Mark(tx.now, cursor.fingerprint(tx.actor))),
        full=since is None,
        server_time=tx.now,
        visits=visits,
        visit_answers=answers,
        templates=await inspections.templates_for_sync(tx, since),
        tasks=await tasks.task_changes(tx, since, most),
        counts=await counts.changed_counts(tx, since),
        transfers=await stock.changed_transfers(tx, since, most),
        stores=await stores.changed_since(tx, since),
        notifications=await notifications.inbox_changes(tx, since, most),
        unread=await notifications.unread_count(tx),
    )
