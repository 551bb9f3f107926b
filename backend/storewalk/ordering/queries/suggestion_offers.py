"""What a store could order beside what its sheet has: other sources' goods, and what is offered since the plan."""

from datetime import date
from typing import Final
from uuid import UUID

import asyncpg

from storewalk.core.tx import AnyTx
from storewalk.ordering.queries.order_lines import words
from storewalk.ordering.queries.supply_read import SERVES
from storewalk.ordering.suggestion_schemas import OfferedProduct

OFFERED: Final = f"""
WITH planned AS MATERIALIZED (
    SELECT u.product_id, s.source_ids[u.source] AS source_id FROM order_sheet s
    CROSS JOIN LATERAL unnest(s.product_ids, s.sources) AS u (product_id, source)
    WHERE s.org_id = $1 AND s.store_id = $2 AND s.day = $3 AND u.source > 0
)
SELECT f.product_id, p.code, p.name::text, n.code AS unit, n.name::text AS unit_name, f.source_id,
       trim_scale(f.pack_quantity)::text AS pack_quantity, f.pack_cents, trim_scale(f.least)::text AS least_quantity,
       trim_scale(f.most)::text AS most_quantity, coalesce(t.must_order, false) AS must_order
FROM order_delivery d
JOIN order_source s ON s.org_id = d.org_id AND s.id = d.source_id AND {SERVES}
JOIN order_offer f ON f.org_id = d.org_id AND f.source_id = d.source_id
JOIN product p ON p.org_id = f.org_id AND p.id = f.product_id AND p.status = 'active'
JOIN unit n ON n.org_id = p.org_id AND n.id = p.unit_id
LEFT JOIN order_store_terms t ON t.org_id = f.org_id AND t.store_id = $2 AND t.product_id = f.product_id
WHERE d.org_id = $1 AND d.store_id = $2 AND coalesce(t.carried, true)
  AND (f.product_id, f.source_id) NOT IN (SELECT product_id, source_id FROM planned)
ORDER BY p.search_code, s.code"""


async def offers_beside(tx: AnyTx, store_id: UUID, day: date) -> list[OfferedProduct]:
    """Return what the store's sources offer of which its sheet of a day says nothing, by product code."""
    return [_offered(row) for row in await tx.fetch(OFFERED, tx.org_id, store_id, day)]


def _offered(row: asyncpg.Record) -> OfferedProduct:
    return OfferedProduct(
        product_id=row["product_id"],
        code=row["code"],
        name=words(row["name"]),
        unit=row["unit"],
        unit_name=words(row["unit_name"]),
        source_id=row["source_id"],
        pack_quantity=row["pack_quantity"],
        pack_cents=row["pack_cents"],
        least_quantity=row["least_quantity"],
        most_quantity=row["most_quantity"],
        must_order=row["must_order"],
    )
