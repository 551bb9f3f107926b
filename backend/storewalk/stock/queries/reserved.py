"""What stores have promised: to transfers that were approved, and to documents of other rooms."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx

RESERVED: Final = """
SELECT t.from_store_id AS store_id, l.product_id, l.approved AS quantity
FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
WHERE t.org_id = $1 AND t.status = 'approved'
UNION ALL
SELECT store_id, product_id, quantity FROM stock_reservation WHERE org_id = $1"""
"""Rows of store, product and quantity, several of a product; $1 is the organization."""
LEAVING: Final = f"""
SELECT r.store_id, r.product_id, sum(r.quantity) AS quantity FROM (
    {RESERVED}
    UNION ALL
    SELECT t.from_store_id, l.product_id, l.requested
    FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
    WHERE t.org_id = $1 AND t.status = 'requested') r
WHERE r.store_id = ANY ($2) GROUP BY r.store_id, r.product_id"""


async def promised(tx: AnyTx, store_ids: Sequence[UUID]) -> list[tuple[UUID, UUID, Decimal]]:
    """Return store, product and quantity of what stores have promised, or were asked for and not refused yet."""
    rows = await tx.fetch(LEAVING, tx.org_id, list(store_ids))
    return [(row["store_id"], row["product_id"], row["quantity"]) for row in rows]
