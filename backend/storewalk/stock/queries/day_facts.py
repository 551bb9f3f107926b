"""What the ledger says of one business day of a store, product by product: sold, at what cost, wasted, and left."""

from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

# What is left at the end of a day is what the book has now, less what has moved since: late facts have their place in
# it. A move is recorded after it occurred, which spares the partitions from before.
FACTS: Final = """
WITH done AS (
    SELECT m.product_id,
           -sum(m.direction * m.quantity) FILTER (WHERE m.cause <> 'waste') AS sold,
           -sum(m.direction * m.value_cents) FILTER (WHERE m.cause <> 'waste') AS cost_cents,
           -sum(m.direction * m.value_cents) FILTER (WHERE w.reason IN ('expired', 'spoiled')) AS perished_cents,
           -sum(m.direction * m.value_cents) FILTER (WHERE m.cause = 'waste') AS waste_cents
    FROM stock_move m
    LEFT JOIN waste_report w ON m.cause = 'waste' AND w.org_id = m.org_id AND w.id = m.cause_id
    WHERE m.org_id = $1 AND m.store_id = $2 AND m.business_date = $3 AND m.recorded_at >= $4
      AND m.cause IN ('sale', 'return', 'waste')
    GROUP BY m.product_id
), later AS (
    SELECT product_id, sum(direction * quantity) AS quantity, sum(direction * value_cents) AS value_cents
    FROM stock_move
    WHERE org_id = $1 AND store_id = $2 AND occurred_at >= $5 AND recorded_at >= $5 AND direction <> 0
    GROUP BY product_id
)
SELECT i.product_id, coalesce(d.sold, 0) AS sold, coalesce(d.cost_cents, 0)::bigint AS cost_cents,
       coalesce(d.perished_cents, 0)::bigint AS perished_cents, coalesce(d.waste_cents, 0)::bigint AS waste_cents,
       i.quantity - coalesce(l.quantity, 0) AS left_quantity,
       (i.value_cents - coalesce(l.value_cents, 0))::bigint AS left_cents
FROM stock_item i LEFT JOIN done d USING (product_id) LEFT JOIN later l USING (product_id)
WHERE i.org_id = $1 AND i.store_id = $2"""
TOUCHED: Final = """
SELECT store_id, min(business_date) AS day FROM stock_move
WHERE org_id = $1 AND recorded_at > $2 AND recorded_at <= $3 AND direction <> 0
GROUP BY store_id"""


class DayFacts(Struct, frozen=True, gc=False):
    """A product on a business day: what was sold less what came back, what that cost, what was wasted, what is left.

    `perished_cents` is the part of `waste_cents` that expired or spoiled. Corrections of cost are of no day's sales.
    """

    product_id: UUID
    sold: Decimal
    cost_cents: int
    perished_cents: int
    waste_cents: int
    left_quantity: Decimal
    left_cents: int


async def day_facts(tx: AnyTx, store_id: UUID, day: date, span: tuple[datetime, datetime]) -> list[DayFacts]:
    """Return the facts of all that the store's book has ever had; `span` are the instants the day begins and ends."""
    return [DayFacts(**row) for row in await tx.fetch(FACTS, tx.org_id, store_id, day, *span)]


async def first_days_touched(tx: AnyTx, after: datetime, until: datetime) -> dict[UUID, date]:
    """Return by store the first business day of which moves were recorded after an instant and up to another."""
    return {row["store_id"]: row["day"] for row in await tx.fetch(TOUCHED, tx.org_id, after, until)}
