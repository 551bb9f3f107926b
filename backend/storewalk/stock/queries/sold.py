"""What the ledger says of demand: units sold by business day, and how long a product was not there to be sold."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

TOUCHED: Final = """
SELECT DISTINCT store_id, business_date FROM stock_move
WHERE org_id = $1 AND recorded_at > $2 AND recorded_at <= $3 AND cause IN ('sale', 'return')"""
# A move is recorded after it occurred, which spares the partitions from before.
SOLD: Final = """
SELECT product_id, -sum(direction * quantity) AS quantity FROM stock_move
WHERE org_id = $1 AND store_id = $2 AND business_date = $3 AND recorded_at >= $4 AND cause IN ('sale', 'return')
GROUP BY product_id"""
# The level at an instant is what the book has now, less what has moved since: late facts have their place in it.
OUT: Final = """
WITH move AS (
    SELECT product_id, occurred_at, sum(direction * quantity) AS change FROM stock_move
    WHERE org_id = $1 AND store_id = $2 AND occurred_at > $3 AND recorded_at > $3 AND direction <> 0
    GROUP BY product_id, occurred_at
), level AS (
    SELECT i.product_id, i.quantity - coalesce(sum(m.change), 0) AS quantity, $3::timestamptz AS since,
           coalesce(min(m.occurred_at), 'infinity') AS until
    FROM stock_item i LEFT JOIN move m USING (product_id) WHERE i.org_id = $1 AND i.store_id = $2
    GROUP BY i.product_id, i.quantity
    UNION ALL
    SELECT m.product_id, i.quantity - coalesce(sum(m.change) OVER later, 0), m.occurred_at,
           coalesce(lead(m.occurred_at) OVER (PARTITION BY m.product_id ORDER BY m.occurred_at), 'infinity')
    FROM move m JOIN stock_item i ON i.org_id = $1 AND i.store_id = $2 AND i.product_id = m.product_id
    WINDOW later AS (
        PARTITION BY m.product_id ORDER BY m.occurred_at ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
)
SELECT l.product_id,
       sum(extract(epoch FROM least(l.until, s.closes) - greatest(l.since, s.opens)))::float8 AS seconds
FROM level l JOIN unnest($4::timestamptz[], $5::timestamptz[]) AS s (opens, closes)
    ON l.since < s.closes AND l.until > s.opens
WHERE l.quantity <= 0 GROUP BY l.product_id"""

# Hours are counted from the beginning of each business day, which is the time of day of the first one's.
BY_HOUR: Final = """
SELECT mod(floor(extract(epoch FROM occurred_at - $5::timestamptz) / 3600)::int, 24) AS hour,
       -sum(direction * quantity) AS quantity
FROM stock_move
WHERE org_id = $1 AND store_id = $2 AND business_date BETWEEN $3 AND $4 AND recorded_at >= $5 AND occurred_at >= $5
  AND cause IN ('sale', 'return')
GROUP BY hour"""


class StoreDay(Struct, frozen=True):
    """A business day of a store."""

    store_id: UUID
    day: date


async def days_touched(tx: AnyTx, after: datetime, until: datetime) -> list[StoreDay]:
    """Return the days of which sales or returns were recorded after an instant and up to another."""
    rows = await tx.fetch(TOUCHED, tx.org_id, after, until)
    return [StoreDay(row["store_id"], row["business_date"]) for row in rows]


async def sold_on(tx: AnyTx, store_id: UUID, day: date, begins: datetime) -> dict[UUID, Decimal]:
    """Return by product what was sold on a business day less what came back, in base units; it may be negative.

    `begins` is the instant at which the day begins at the store.
    """
    rows = await tx.fetch(SOLD, tx.org_id, store_id, day, begins)
    return {row["product_id"]: row["quantity"] for row in rows}


async def sold_by_hour(tx: AnyTx, store_id: UUID, first: date, last: date, begins: datetime) -> list[Decimal]:
    """Return what was sold in each of the 24 hours of a store's business day, less what came back, over some days.

    `begins` is the instant at which the first of them begins at the store.
    """
    hours = [Decimal(0)] * 24
    for hour, quantity in await tx.fetch(BY_HOUR, tx.org_id, store_id, first, last, begins):
        hours[hour] = max(quantity, Decimal(0))
    return hours


async def out_of_stock(tx: AnyTx, store_id: UUID, openings: Sequence[tuple[datetime, datetime]]) -> dict[UUID, float]:
    """Return by product for which share of the openings (from, until) the store had none of it, where it is not 0.

    Known are the products that the store's book has ever had.
    """
    if not openings:
        return {}
    opens, closes = zip(*openings, strict=True)
    whole = sum((until - since).total_seconds() for since, until in openings)
    rows = await tx.fetch(OUT, tx.org_id, store_id, min(opens), list(opens), list(closes))
    return {row["product_id"]: min(row["seconds"] / whole, 1.0) for row in rows}
