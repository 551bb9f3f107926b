"""What moved after an instant: how a count that took an hour is held against one book."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.stock.models import PlaceKind
from storewalk.stock.places import standard_place

# What customers take or bring happens at the shelf, wherever the book found the goods; any other place is the back room
# for who counts; a correction carries nothing anywhere. A move is recorded after it occurred, which spares the
# partitions from before.
CHANGED: Final = """
SELECT p.number, sum(CASE WHEN p.place_id IS NULL THEN m.direction
                          WHEN p.place_id = $8 THEN s.direction
                          ELSE m.direction - s.direction END * m.quantity) AS change
FROM unnest($3::bigint[], $4::uuid[], $5::uuid[], $6::timestamptz[]) AS p (number, product_id, place_id, since)
JOIN stock_move m ON m.org_id = $1 AND m.store_id = $2 AND m.product_id = p.product_id AND m.occurred_at > p.since
    AND m.recorded_at > $7
CROSS JOIN LATERAL (SELECT CASE WHEN m.cause IN ('sale', 'return', 'cost_correction') THEN m.direction
                                ELSE (m.to_id = $8)::int - (m.from_id = $8)::int END AS direction) s
GROUP BY p.number"""
# Most of what was counted has not moved since, and its book says so.
MOVED: Final = """
SELECT product_id, changed_at FROM stock_item WHERE org_id = $1 AND store_id = $2 AND changed_at > $3"""


class Point(Struct, frozen=True, gc=False):
    """A product at a place of the store (none: anywhere in it) at an instant."""

    product_id: UUID
    place_id: UUID | None
    at: datetime


async def changes_since(tx: AnyTx, store_id: UUID, points: Sequence[Point]) -> list[Decimal]:
    """Return for each point by how much the stock there has changed since, by all that is known now."""
    changes = [Decimal(0)] * len(points)
    if not points:
        return changes
    since = min(point.at for point in points)
    moved = {row["product_id"]: row["changed_at"] for row in await tx.fetch(MOVED, tx.org_id, store_id, since)}
    asked = [n for n, point in enumerate(points) if point.product_id in moved and moved[point.product_id] > point.at]
    if not asked:
        return changes
    rows = await tx.fetch(
        CHANGED,
        tx.org_id,
        store_id,
        asked,
        [points[n].product_id for n in asked],
        [points[n].place_id for n in asked],
        [points[n].at for n in asked],
        since,
        standard_place(store_id, PlaceKind.SHELF),
    )
    for row in rows:
        changes[row["number"]] = row["change"]
    return changes
