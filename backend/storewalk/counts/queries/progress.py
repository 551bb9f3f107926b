"""How far the counters of a count are, zone by zone."""

from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.counts.permissions import READ
from storewalk.counts.queries.counts import store_of
from storewalk.counts.schemas.office import CounterProgress

PROGRESS: Final = """
SELECT l.zone_id, l.counted_by AS counter_id, a.name AS counter_name, count(*) AS lines,
       count(DISTINCT l.product_id) AS products, sum(l.tags)::bigint AS tags, max(l.counted_at) AS last_at
FROM count_line l
JOIN stock_count c ON c.org_id = l.org_id AND c.id = l.count_id AND c.round = l.round
JOIN account a ON a.org_id = l.org_id AND a.id = l.counted_by
WHERE l.org_id = $1 AND l.count_id = $2 AND NOT l.voided
GROUP BY l.zone_id, l.counted_by, a.name ORDER BY last_at DESC, l.zone_id, l.counted_by"""


async def progress(tx: AnyTx, count_id: UUID) -> list[CounterProgress]:
    """Return how far each counter is in each zone, the latest first. Raises NotFound."""
    await store_of(tx, count_id, READ)
    return [CounterProgress(**dict(row)) for row in await tx.fetch(PROGRESS, tx.org_id, count_id)]
