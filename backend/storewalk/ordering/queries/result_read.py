"""What has become of a store's orders, line by line, for those who judge it afterwards."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.ordering.order_models import SUMS, DeviationReason

LONGEST_COVER: Final = 75
"""No order covers more days than the planner looks ahead."""
# What was dropped at the submission nobody could order: it says nothing of what the store thought.
FINISHED: Final = f"""
SELECT o.id AS order_id, o.source_id, o.day, l.product_id, l.suggested, l.quantity, l.received, l.reason,
       l.pack_quantity, l.pack_cents, l.cover, l.arithmetic[{SUMS.index("expected") + 1}] AS expected,
       l.arithmetic[{SUMS.index("safety") + 1}] + l.arithmetic[{SUMS.index("display") + 1}]
       - l.arithmetic[{SUMS.index("stock") + 1}] + l.arithmetic[{SUMS.index("spoils") + 1}]
       - l.arithmetic[{SUMS.index("on_order") + 1}] AS beside
FROM store_order o JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
WHERE o.org_id = $1 AND o.store_id = $2 AND o.state IN ('received', 'closed') AND l.dropped IS NULL
  AND (o.changed_at > $4 OR o.day + {LONGEST_COVER} > $3 AND EXISTS (
      SELECT 1 FROM store_order_line c WHERE c.org_id = o.org_id AND c.order_id = o.id AND o.day + c.cover > $3))
ORDER BY o.id, l.product_id"""
NOT_CARRIED: Final = "SELECT product_id FROM order_store_terms WHERE org_id = $1 AND store_id = $2 AND NOT carried"


class FinishedLine(Struct, frozen=True, kw_only=True):
    """A line of an order that has come, or of which nothing more will; quantities in base units.

    `cover` counts the days that the order had to last, from `day` on. `expected` is the forecast of these days, and
    `beside` the rest of the arithmetic (safety + display - stock + spoils - on order), both in thousandths; None for
    what no sheet knew.
    """

    order_id: UUID
    source_id: UUID
    day: date
    product_id: UUID
    suggested: Decimal | None
    quantity: Decimal
    received: Decimal
    reason: DeviationReason | None
    pack_quantity: Decimal
    pack_cents: int
    cover: int | None
    expected: int | None
    beside: int | None


async def finished_lines(tx: AnyTx, store_id: UUID, since: date, after: datetime) -> list[FinishedLine]:
    """Return the lines of a store's finished orders that had to last until `since` or longer, or changed after `after`.

    In the order of their orders.
    """
    rows = [dict(row) for row in await tx.fetch(FINISHED, tx.org_id, store_id, since, after)]
    for row in rows:
        row["reason"] = DeviationReason(row["reason"]) if row["reason"] else None
    return [FinishedLine(**row) for row in rows]


async def not_carried(tx: AnyTx, store_id: UUID) -> set[UUID]:
    """Return the products that a store does not carry."""
    return {row["product_id"] for row in await tx.fetch(NOT_CARRIED, tx.org_id, store_id)}
