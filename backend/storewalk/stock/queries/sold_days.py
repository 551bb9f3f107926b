"""One product at one store day by day: what was sold, how long it was not there, what came in and what is left."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.stock.models import Cause

# A move is recorded after it occurred, which spares the partitions from before.
SOLD: Final = """
SELECT business_date, trim_scale(-sum(direction * quantity))::text AS quantity FROM stock_move
WHERE org_id = $1 AND store_id = $2 AND product_id = $3 AND business_date >= $4 AND recorded_at >= $5
  AND occurred_at >= $5 AND cause IN ('sale', 'return')
GROUP BY business_date"""
# The level at an instant is what the book has now, less what has moved since: late facts have their place in it. Before
# anything of it ever came a product was not missing.
OUT: Final = """
WITH move AS (
    SELECT occurred_at, sum(direction * quantity) AS change FROM stock_move
    WHERE org_id = $1 AND store_id = $2 AND product_id = $3 AND occurred_at > $4 AND recorded_at > $4
      AND direction <> 0
    GROUP BY occurred_at
), item AS (
    SELECT quantity FROM stock_item WHERE org_id = $1 AND store_id = $2 AND product_id = $3
), began AS (
    SELECT min(occurred_at) AS at FROM stock_move WHERE org_id = $1 AND store_id = $2 AND product_id = $3
), level AS (
    SELECT i.quantity - coalesce((SELECT sum(change) FROM move), 0) AS quantity, $4::timestamptz AS since,
           coalesce((SELECT min(occurred_at) FROM move), 'infinity') AS until
    FROM item i
    UNION ALL
    SELECT i.quantity - coalesce(sum(m.change) OVER later, 0), m.occurred_at,
           coalesce(lead(m.occurred_at) OVER (ORDER BY m.occurred_at), 'infinity')
    FROM move m CROSS JOIN item i
    WINDOW later AS (ORDER BY m.occurred_at ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
)
SELECT s.day,
       sum(extract(epoch FROM least(l.until, s.closes) - greatest(l.since, s.opens, b.at)))::float8 AS seconds
FROM began b JOIN level l ON l.until > b.at
JOIN unnest($5::date[], $6::timestamptz[], $7::timestamptz[]) AS s (day, opens, closes)
    ON l.since < s.closes AND l.until > s.opens AND s.closes > b.at
WHERE l.quantity <= 0 GROUP BY s.day"""
CAME: Final = """
SELECT cause, max(occurred_at) AS occurred_at, trim_scale(sum(quantity))::text AS quantity FROM stock_move
WHERE org_id = $1 AND store_id = $2 AND product_id = $3 AND cause IN ('opening', 'receipt', 'transfer_in')
  AND direction = 1
GROUP BY cause, cause_id ORDER BY max(occurred_at) DESC LIMIT $4"""
LEFT: Final = """
SELECT l.code AS lot_code, l.expires_on, trim_scale(sum(b.quantity))::text AS quantity
FROM stock_balance b JOIN stock_place p ON p.org_id = b.org_id AND p.id = b.place_id
LEFT JOIN stock_lot l ON l.org_id = b.org_id AND l.id = b.lot_id
WHERE b.org_id = $1 AND b.store_id = $2 AND b.product_id = $3 AND b.quantity <> 0
  AND p.kind IN ('shelf', 'back_room', 'bin')
GROUP BY l.code, l.expires_on ORDER BY l.expires_on, l.code"""
Openings = Sequence[tuple[datetime, datetime]]


class CameIn(Struct, frozen=True):
    """Goods that came in by one document."""

    cause: Cause
    occurred_at: datetime
    quantity: str


class LotLeft(Struct, frozen=True):
    """What is on hand of a lot."""

    lot_code: str | None
    expires_on: date | None
    quantity: str


async def sold_by_day(tx: AnyTx, store_id: UUID, product_id: UUID, first: date, begins: datetime) -> dict[date, str]:
    """Return what was sold on the business days from `first` on, less what came back.

    `begins` is the instant at which `first` begins at the store.
    """
    rows = await tx.fetch(SOLD, tx.org_id, store_id, product_id, first, begins)
    return {row["business_date"]: row["quantity"] for row in rows}


async def out_by_day(
    tx: AnyTx, store_id: UUID, product_id: UUID, days: Sequence[tuple[date, Openings]]
) -> dict[date, float]:
    """Return by day for which share of its openings (from, until) the store had none, where that is not 0."""
    spans = [(day, opens, closes) for day, openings in days for opens, closes in openings]
    if not spans:
        return {}
    whole = {day: sum((until - since).total_seconds() for since, until in openings) for day, openings in days}
    since = min(opens for _, opens, _ in spans)
    columns = [list(column) for column in zip(*spans, strict=True)]
    rows = await tx.fetch(OUT, tx.org_id, store_id, product_id, since, *columns)
    return {row["day"]: min(row["seconds"] / whole[row["day"]], 1.0) for row in rows}


async def came_in(tx: AnyTx, store_id: UUID, product_id: UUID, most: int) -> list[CameIn]:
    """Return what came in, the latest first."""
    rows = await tx.fetch(CAME, tx.org_id, store_id, product_id, most)
    return [CameIn(Cause(row["cause"]), row["occurred_at"], row["quantity"]) for row in rows]


async def lots_left(tx: AnyTx, store_id: UUID, product_id: UUID) -> list[LotLeft]:
    """Return the lots that are on hand, the first to end on top."""
    return [LotLeft(**row) for row in await tx.fetch(LEFT, tx.org_id, store_id, product_id)]
