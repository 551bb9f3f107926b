"""The proof that balances are what the moves add up to."""

from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

ITEMS: Final = """
SELECT store_id, product_id, 'item' AS what,
       coalesce(i.quantity, 0)::text AS kept, coalesce(m.quantity, 0)::text AS moved,
       coalesce(i.value_cents, 0) AS kept_cents, coalesce(m.value_cents, 0)::bigint AS moved_cents
FROM (SELECT store_id, product_id, quantity, value_cents FROM stock_item WHERE org_id = $1) i
FULL JOIN (SELECT store_id, product_id, sum(direction * quantity) AS quantity,
                  sum(direction * value_cents) AS value_cents
           FROM stock_move WHERE org_id = $1 GROUP BY store_id, product_id) m USING (store_id, product_id)
WHERE coalesce(i.quantity, 0) <> coalesce(m.quantity, 0) OR coalesce(i.value_cents, 0) <> coalesce(m.value_cents, 0)"""
HOLDS: Final = """
WITH moved AS (
    SELECT store_id, product_id, place_id, lot_id, sum(quantity) AS quantity FROM (
        SELECT store_id, product_id, to_id AS place_id, lot_id, quantity FROM stock_move WHERE org_id = $1
        UNION ALL
        SELECT store_id, product_id, from_id, lot_id, -quantity FROM stock_move WHERE org_id = $1) AS ends
    WHERE place_id IN (SELECT id FROM stock_place
                       WHERE org_id = $1 AND kind IN ('shelf', 'back_room', 'bin'))
    GROUP BY store_id, product_id, place_id, lot_id)
SELECT coalesce(b.store_id, m.store_id) AS store_id, coalesce(b.product_id, m.product_id) AS product_id,
       'hold' AS what, coalesce(b.quantity, 0)::text AS kept, coalesce(m.quantity, 0)::text AS moved,
       0 AS kept_cents, 0::bigint AS moved_cents
FROM (SELECT * FROM stock_balance WHERE org_id = $1) b
FULL JOIN moved m ON m.store_id = b.store_id AND m.product_id = b.product_id AND m.place_id = b.place_id
    AND coalesce(m.lot_id, $2) = coalesce(b.lot_id, $2)
WHERE coalesce(b.quantity, 0) <> coalesce(m.quantity, 0)"""
TRANSIT: Final = """
WITH moved AS (
    SELECT p.store_id, e.product_id, sum(e.quantity) AS quantity, sum(e.value_cents) AS value_cents FROM (
        SELECT to_id AS place_id, product_id, quantity, value_cents FROM stock_move WHERE org_id = $1
        UNION ALL
        SELECT from_id, product_id, -quantity, -value_cents FROM stock_move WHERE org_id = $1) AS e
    JOIN stock_place p ON p.org_id = $1 AND p.id = e.place_id AND p.kind = 'transit'
    GROUP BY p.store_id, e.product_id)
SELECT store_id, product_id, 'transit' AS what,
       coalesce(t.quantity, 0)::text AS kept, coalesce(m.quantity, 0)::text AS moved,
       coalesce(t.value_cents, 0)::bigint AS kept_cents, coalesce(m.value_cents, 0)::bigint AS moved_cents
FROM (SELECT store_id, product_id, sum(quantity) AS quantity, sum(value_cents) AS value_cents
      FROM stock_transit WHERE org_id = $1 GROUP BY store_id, product_id) t
FULL JOIN moved m USING (store_id, product_id)
WHERE coalesce(t.quantity, 0) <> coalesce(m.quantity, 0) OR coalesce(t.value_cents, 0) <> coalesce(m.value_cents, 0)"""
# Goods that make up for what a store owed lose their lot when they arrive, so lots are held against what was sent.
COMING: Final = """
WITH sent AS (
    SELECT store_id, product_id, lot_id, sum(quantity) AS quantity, sum(value_cents) AS value_cents FROM (
        SELECT t.to_store_id AS store_id, l.product_id, p.lot_id, p.shipped AS quantity, p.value_cents
        FROM stock_transfer t
        JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
        JOIN stock_transfer_part p ON p.org_id = l.org_id AND p.line_id = l.id
        WHERE t.org_id = $1 AND t.status = 'shipped'
        UNION ALL
        SELECT to_store_id, product_id, lot_id, left_quantity, left_cents
        FROM stock_consignment WHERE org_id = $1 AND left_quantity > 0) AS ways
    GROUP BY store_id, product_id, lot_id)
SELECT coalesce(t.store_id, s.store_id) AS store_id, coalesce(t.product_id, s.product_id) AS product_id,
       'coming' AS what, coalesce(t.quantity, 0)::text AS kept, coalesce(s.quantity, 0)::text AS moved,
       coalesce(t.value_cents, 0) AS kept_cents, coalesce(s.value_cents, 0)::bigint AS moved_cents
FROM (SELECT * FROM stock_transit WHERE org_id = $1) t
FULL JOIN sent s ON s.store_id = t.store_id AND s.product_id = t.product_id
    AND coalesce(s.lot_id, $2) = coalesce(t.lot_id, $2)
WHERE coalesce(t.quantity, 0) <> coalesce(s.quantity, 0) OR coalesce(t.value_cents, 0) <> coalesce(s.value_cents, 0)"""
PATIENT: Final = "SET LOCAL statement_timeout = '10min'"
"""All moves there ever were are added up, which may take longer than anything that somebody waits for."""
NO_LOT: Final = UUID(int=0)


class Difference(Struct, frozen=True):
    """A balance that is not the sum of its moves."""

    store_id: UUID
    product_id: UUID
    what: str
    kept: str
    moved: str
    kept_cents: int
    moved_cents: int


async def differences(tx: AnyTx) -> list[Difference]:
    """Hold every balance of the organization against the sum of its moves; an empty list is the proof."""
    await tx.raw.execute(PATIENT)
    rows = [
        *await tx.fetch(ITEMS, tx.org_id),
        *await tx.fetch(HOLDS, tx.org_id, NO_LOT),
        *await tx.fetch(TRANSIT, tx.org_id),
        *await tx.fetch(COMING, tx.org_id, NO_LOT),
    ]
    return [Difference(**dict(row)) for row in rows]
