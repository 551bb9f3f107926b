"""Where in a store some products lie, now and at the time when somebody looked: what is seen is held against it."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.stock.models import PlaceKind
from storewalk.stock.places import standard_place

WHEREABOUTS: Final = """
SELECT w.product_id, b.shelf, b.behind, b.shelf - m.since AS shelf_then, EXISTS (
    SELECT 1 FROM stock_blind c WHERE c.org_id = $1 AND c.store_id = $2 AND c.since <= $6
    AND (c.product_ids IS NULL OR w.product_id = ANY (c.product_ids))) AS being_counted
FROM unnest($3::uuid[]) AS w (product_id)
CROSS JOIN LATERAL (
    SELECT coalesce(sum(h.quantity) FILTER (WHERE l.kind = 'shelf'), 0) AS shelf,
           coalesce(sum(h.quantity) FILTER (WHERE l.kind IN ('back_room', 'bin')), 0) AS behind
    FROM stock_balance h JOIN stock_place l ON l.org_id = h.org_id AND l.id = h.place_id
    WHERE h.org_id = $1 AND h.store_id = $2 AND h.product_id = w.product_id) b
CROSS JOIN LATERAL (
    SELECT coalesce(sum(CASE WHEN v.to_id = $5 THEN v.quantity ELSE -v.quantity END), 0) AS since
    FROM stock_move v
    WHERE v.org_id = $1 AND v.store_id = $2 AND v.product_id = w.product_id AND v.occurred_at > $4
      AND v.recorded_at > $4 AND $5 IN (v.from_id, v.to_id)) m"""


class Whereabouts(Struct, frozen=True):
    """What the book has of a product on the shelf and behind it, and what it had on the shelf back then.

    `being_counted`: the store's own people are not to see any of it.
    """

    shelf: Decimal
    behind: Decimal
    shelf_then: Decimal
    being_counted: bool


async def whereabouts(
    tx: AnyTx, store_id: UUID, product_ids: Collection[UUID], then: datetime
) -> dict[UUID, Whereabouts]:
    """Return where products lie by a store's book, by product; nothing is anywhere of those it never had."""
    shelf = standard_place(store_id, PlaceKind.SHELF)
    rows = await tx.fetch(WHEREABOUTS, tx.org_id, store_id, list(product_ids), then, shelf, tx.now)
    return {
        row["product_id"]: Whereabouts(row["shelf"], row["behind"], row["shelf_then"], row["being_counted"])
        for row in rows
    }
