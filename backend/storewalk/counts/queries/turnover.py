"""What a store does with its products, for choosing what to count next."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.counts.cycle import Turnover

LATELY: Final = timedelta(days=90)
REMEMBERED: Final = timedelta(days=180)
TURNOVER: Final = """
SELECT i.product_id, coalesce(s.sold_cents, 0)::bigint AS sold_cents, m.counted_at, coalesce(v.misses, 0) AS misses
FROM stock_item i
LEFT JOIN (SELECT product_id, sum(value_cents) AS sold_cents FROM stock_move
           WHERE org_id = $1 AND store_id = $2 AND cause = 'sale' AND recorded_at > $3 GROUP BY product_id) s
    USING (product_id)
LEFT JOIN (SELECT product_id, max(counted_at) AS counted_at FROM stock_mark
           WHERE org_id = $1 AND store_id = $2 GROUP BY product_id) m USING (product_id)
LEFT JOIN (SELECT r.product_id, count(*) AS misses FROM count_result r
           JOIN stock_count c ON c.org_id = r.org_id AND c.id = r.count_id
           WHERE r.org_id = $1 AND c.store_id = $2 AND c.status = 'approved' AND c.approved_at > $4
             AND r.variance <> r.explained GROUP BY r.product_id) v USING (product_id)
WHERE i.org_id = $1 AND i.store_id = $2 AND (i.quantity <> 0 OR s.sold_cents > 0)"""
LAST_TURN: Final = """
SELECT DISTINCT ON (store_id) store_id, recorded_at, status FROM stock_count
WHERE org_id = $1 AND kind = 'cycle' AND opened_by IS NULL ORDER BY store_id, recorded_at DESC"""


async def turnover(tx: AnyTx, store_id: UUID) -> list[Turnover]:
    """Return the products that a store has or has sold in ninety days; misses are those of half a year."""
    rows = await tx.fetch(TURNOVER, tx.org_id, store_id, tx.now - LATELY, tx.now - REMEMBERED)
    return [Turnover(row["product_id"], row["sold_cents"], row["counted_at"], row["misses"]) for row in rows]


async def last_turns(tx: AnyTx) -> dict[UUID, tuple[datetime, str]]:
    """Return by store when the schedule opened its last cycle count, and how that one stands."""
    return {row["store_id"]: (row["recorded_at"], row["status"]) for row in await tx.fetch(LAST_TURN, tx.org_id)}
