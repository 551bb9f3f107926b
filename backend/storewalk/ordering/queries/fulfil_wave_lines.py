"""What the orders of a wave ask for, line by line, and what is kept for them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

LINES: Final = """
SELECT l.order_id, l.product_id, p.code, CASE WHEN c.why = 'source' THEN l.confirmed ELSE l.quantity END AS wanted,
       l.quantity, l.pack_quantity, l.arithmetic, coalesce(c.why = 'source', false) AS cut,
       CASE WHEN c.why = 'adjusted' THEN l.confirmed END AS by_hand, coalesce(c.note, '') AS note
FROM store_order_line l
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
LEFT JOIN order_confirmation c ON c.org_id = l.org_id AND c.order_id = l.order_id AND c.product_id = l.product_id
WHERE l.org_id = $1 AND l.order_id = ANY ($2) AND l.quantity > 0 ORDER BY l.order_id, l.position, l.product_id"""
KEPT: Final = """
SELECT product_id, sum(quantity) AS quantity FROM stock_reservation
WHERE org_id = $1 AND document_id = ANY ($2) GROUP BY product_id"""


class WaveLine(Struct, frozen=True):
    """What an order of a wave wants of a product.

    `cut` tells that people wanted to send less than was ordered, `by_hand` is a share that somebody has set.
    """

    order_id: UUID
    product_id: UUID
    code: str
    wanted: Decimal
    quantity: Decimal
    pack_quantity: Decimal
    arithmetic: list[int] | None
    cut: bool
    by_hand: Decimal | None
    note: str


async def wave_lines(tx: AnyTx, order_ids: Sequence[UUID]) -> list[WaveLine]:
    """Return the lines of orders."""
    return [WaveLine(**dict[str, Any](row)) for row in await tx.fetch(LINES, tx.org_id, list(order_ids))]


async def kept_for_all(tx: AnyTx, order_ids: Sequence[UUID]) -> dict[UUID, Decimal]:
    """Return what is kept for orders together, by product."""
    rows = await tx.fetch(KEPT, tx.org_id, list(order_ids))
    return {row["product_id"]: row["quantity"] for row in rows}
