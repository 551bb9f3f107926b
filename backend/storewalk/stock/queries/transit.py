"""What is on its way to stores: changed in the transaction of the move, under the lock of the receiver's book."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx

Transit = dict[tuple[UUID, UUID, UUID | None], tuple[Decimal, int]]
"""By receiving store, product and lot: by how much quantity and value change."""

MAKE: Final = """
INSERT INTO stock_transit (org_id, id, store_id, product_id, lot_id, quantity, value_cents)
SELECT $1, n.id, n.store_id, n.product_id, n.lot_id, 0, 0
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) AS n (id, store_id, product_id, lot_id)
ON CONFLICT (org_id, store_id, product_id, lot_id) DO NOTHING"""
CHANGE: Final = """
UPDATE stock_transit t SET quantity = t.quantity + n.quantity, value_cents = t.value_cents + n.value_cents
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::numeric[], $6::bigint[])
    AS n (store_id, product_id, lot_id, quantity, value_cents)
WHERE t.org_id = $1 AND t.store_id = n.store_id AND t.product_id = n.product_id
  AND t.lot_id IS NOT DISTINCT FROM n.lot_id"""
LET_GO: Final = """
DELETE FROM stock_transit t USING unnest($2::uuid[], $3::uuid[]) AS n (store_id, product_id)
WHERE t.org_id = $1 AND t.store_id = n.store_id AND t.product_id = n.product_id AND t.quantity = 0"""


async def change_transit(tx: Tx, changes: Mapping[tuple[UUID, UUID, UUID | None], tuple[Decimal, int]]) -> None:
    """Put goods on their way, or take them off it; the table refuses to give more than is there."""
    if not changes:
        return
    stores = [store for store, _, _ in changes]
    products = [product for _, product, _ in changes]
    lots = [lot for _, _, lot in changes]
    await tx.fetch(MAKE, tx.org_id, [new_id() for _ in changes], stores, products, lots)
    quantities, values = [quantity for quantity, _ in changes.values()], [value for _, value in changes.values()]
    await tx.fetch(CHANGE, tx.org_id, stores, products, lots, quantities, values)
    await tx.fetch(LET_GO, tx.org_id, stores, products)
