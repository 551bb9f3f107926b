"""What the forecast of a night needs of signals: the arranged days, and events with the stores and goods they touch."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from demand.calendar.arrangement import Arranged, Kind, china_days
from storewalk.core.tx import AnyTx
from storewalk.ordering.signal_models import DayKind, SignalKind

KINDS: Final = {DayKind.DAY_OFF: Kind.OFF, DayKind.WORKED_WEEKEND: Kind.WORK}
DAYS: Final = """
SELECT day, kind, name ->> 'zh' AS name FROM demand_day WHERE org_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day"""
EVENTS: Final = """
SELECT e.id, e.kind, e.name, e.first_day, e.last_day, e.uplift::float8, r.measured::float8, r.reviewed_at
FROM demand_event e LEFT JOIN demand_event_review r ON r.org_id = e.org_id AND r.event_id = e.id
WHERE e.org_id = $1 AND e.status = 'planned' AND e.first_day <= $3 AND e.last_day >= $2
ORDER BY e.first_day, e.recorded_at, e.id"""
# A place is a store, or what lies above stores; a region without any touches none, which is not the same as all.
STORES: Final = """
SELECT t.event_id, s.id FROM demand_event_place t
JOIN scope_node place ON place.org_id = t.org_id AND place.id = t.place_id
LEFT JOIN scope_node n ON n.org_id = t.org_id AND n.path >= place.path AND n.path < place.path || '~'
LEFT JOIN store s ON s.org_id = n.org_id AND s.id = n.id
WHERE t.org_id = $1 AND t.event_id = ANY ($2)"""
PRODUCTS: Final = """
WITH RECURSIVE touched AS (
    SELECT event_id, category_id FROM demand_event_category WHERE org_id = $1 AND event_id = ANY ($2)
    UNION
    SELECT t.event_id, c.id FROM touched t JOIN category c ON c.org_id = $1 AND c.parent_id = t.category_id)
SELECT event_id, product_id FROM demand_event_product WHERE org_id = $1 AND event_id = ANY ($2)
UNION
SELECT t.event_id, p.id FROM touched t LEFT JOIN product p ON p.org_id = $1 AND p.category_id = t.category_id"""


class DatedEvent(Struct, frozen=True):
    """A planned event. `kind` names those that are expected to do alike; without store or product ids it touches all.

    `uplift` is what people state, `measured` what it was last found to have done, at `reviewed_at`.
    """

    id: UUID
    kind: str
    first_day: date
    last_day: date
    uplift: float
    store_ids: frozenset[UUID] | None
    product_ids: frozenset[UUID] | None
    measured: float | None
    reviewed_at: datetime | None


@cache
def built_in_days() -> dict[date, Arranged]:
    """Return the arranged days that come with Storewalk."""
    return china_days()


async def special_days(tx: AnyTx, first: date, last: date) -> dict[date, Arranged]:
    """Return the arranged days of a time, as `demand`'s Calendar takes them: the built-in ones as they were edited."""
    found = {day: arranged for day, arranged in built_in_days().items() if first <= day <= last}
    for day, kind, name in await tx.fetch(DAYS, tx.org_id, first, last):
        if kind == DayKind.ORDINARY:
            found.pop(day, None)
        else:
            found[day] = Arranged(day, KINDS[kind], name)
    return found


async def events_between(tx: AnyTx, first: date, last: date) -> list[DatedEvent]:
    """Return the planned events that have a day in a time, by their first day, in three statements."""
    rows = await tx.fetch(EVENTS, tx.org_id, first, last)
    ids = [row["id"] for row in rows]
    stores = _by_event(await tx.fetch(STORES, tx.org_id, ids))
    products = _by_event(await tx.fetch(PRODUCTS, tx.org_id, ids))
    return [
        DatedEvent(
            row["id"],
            # What has no kind of its own is like what has the same name.
            f"{row['kind']}:{row['name'].casefold()}" if row["kind"] == SignalKind.OTHER else row["kind"],
            row["first_day"],
            row["last_day"],
            row["uplift"],
            stores.get(row["id"]),
            products.get(row["id"]),
            row["measured"],
            row["reviewed_at"],
        )
        for row in rows
    ]


def _by_event(rows: Sequence[asyncpg.Record]) -> dict[UUID, frozenset[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for event_id, touched in rows:
        found[event_id].update([] if touched is None else [touched])
    return {event_id: frozenset(touched) for event_id, touched in found.items()}
