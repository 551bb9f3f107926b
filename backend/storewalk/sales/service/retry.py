"""Try waiting lines again: what can be booked now is, once and with the time it had."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.schemas import Cursor
from storewalk.core.tx import Tx
from storewalk.sales.events import ParkedLinesPosted
from storewalk.sales.queries.waiting import Waiting, Which, lock_waiting, settle, wait_for
from storewalk.sales.queries.write import Booked, Parked
from storewalk.sales.service.book import book

BATCH: Final = 1_000
BEGINNING: Final = Cursor(datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0))


async def retry(tx: Tx, which: Which, after: Cursor = BEGINNING, limit: int = BATCH) -> Cursor | None:
    """Book those of the next waiting lines that can be; return where to go on, None at the end.

    Safe to run twice and at once: a line is locked while it is tried, and the ledger posts it under its own id once.
    """
    waiting = await lock_waiting(tx, which, after, limit)
    await book_waiting(tx, waiting)
    last = waiting[-1].line if len(waiting) == limit else None
    return Cursor(last.occurred_at, last.id) if last is not None else None


async def book_waiting(tx: Tx, waiting: Sequence[Waiting]) -> int:
    """Book locked lines as far as their products are known and the book covers them; return how many were."""
    if not waiting:
        return 0
    booked, parked = await book(tx, [each.line for each in waiting])
    await settle(tx, [each.line.id for each in booked])
    await wait_for(tx, _changed(waiting, parked))
    by_store: dict[UUID, list[Booked]] = defaultdict(list)
    for each in booked:
        by_store[each.line.store_id].append(each)
    for store_id, theirs in by_store.items():
        amount_cents = sum(each.line.net_cents for each in theirs)
        tx.record(
            ParkedLinesPosted(subject_id=new_id(), store_id=store_id, lines=len(theirs), amount_cents=amount_cents)
        )
    return len(booked)


def _changed(waiting: Sequence[Waiting], parked: Sequence[Parked]) -> list[Parked]:
    reasons = {each.line.id: each.reason for each in waiting}
    return [each for each in parked if reasons[each.line.id] is not each.reason]
