"""What a store has ordered of late: the last orders of each product, and what went off today already."""

from collections import defaultdict
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.ordering.suggestion_schemas import LastOrder

LAST: Final = 3
LATELY_DAYS: Final = 60
SENT: Final = "state NOT IN ('draft', 'returned', 'refused', 'cancelled')"
# Of each source today's orders and the last ones before. What was approved before the sheet was planned is in its
# numbers as on order.
LATELY: Final = f"""
WITH latest AS MATERIALIZED (
    SELECT id, source_id, day, day = $3 AS today,
           decided_at IS NULL OR decided_at > (
               SELECT planned_at FROM order_sheet WHERE org_id = $1 AND store_id = $2 AND day = $3) AS uncounted,
           row_number() OVER (PARTITION BY source_id, day = $3 ORDER BY day DESC, recorded_at DESC) AS number
    FROM store_order
    WHERE org_id = $1 AND store_id = $2 AND day BETWEEN $3 - {LATELY_DAYS} AND $3 AND {SENT}
)
SELECT l.product_id, e.source_id, e.day, e.today, coalesce(e.uncounted, false),
       (coalesce(l.confirmed, l.quantity) * 1000)::bigint, trim_scale(l.quantity)::text
FROM latest e JOIN store_order_line l ON l.org_id = $1 AND l.order_id = e.id
WHERE (e.today OR e.number <= {LAST}) AND l.quantity > 0 AND ($4::uuid IS NULL OR l.product_id = $4)
ORDER BY e.day DESC, e.number"""


class Lately(Struct, frozen=True):
    """Orders of a source's product: thousandths that went off today, of them those that no sheet knows, the last."""

    today: dict[tuple[UUID, UUID], int]
    uncounted: dict[tuple[UUID, UUID], int]
    last: dict[tuple[UUID, UUID], tuple[LastOrder, ...]]


async def ordered_lately(tx: AnyTx, store_id: UUID, day: date, product_id: UUID | None = None) -> Lately:
    """Return what was ordered of products, or of one, by source and product."""
    today, uncounted = defaultdict[tuple[UUID, UUID], int](int), defaultdict[tuple[UUID, UUID], int](int)
    last = defaultdict[tuple[UUID, UUID], tuple[LastOrder, ...]](tuple)
    for product, source, ordered_on, is_today, is_uncounted, quantity, told in await tx.fetch(
        LATELY, tx.org_id, store_id, day, product_id
    ):
        key = (source, product)
        if not is_today:
            last[key] += (LastOrder(day=ordered_on, quantity=told),)
            continue
        today[key] += quantity
        if is_uncounted:
            uncounted[key] += quantity
    return Lately(dict(today), dict(uncounted), dict(last))
