"""Promotions as a store sees them: those that touch it, and of a product those near today."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.ordering.promotion_models import PromotionKind
from storewalk.ordering.suggestion_schemas import PromotedDays

# A place is the store or lies above it; a promotion without any is the whole chain's.
AT_STORE: Final = """
(NOT EXISTS (SELECT 1 FROM promotion_place e WHERE e.org_id = p.org_id AND e.promotion_id = p.id)
 OR EXISTS (
    SELECT 1 FROM promotion_place e JOIN scope_node n ON n.org_id = e.org_id AND n.id = e.place_id
    JOIN scope_node h ON h.org_id = n.org_id AND h.id = $2 AND h.path >= n.path AND h.path < n.path || '~'
    WHERE e.org_id = p.org_id AND e.promotion_id = p.id))"""
"""The condition over `promotion p` that it runs at store $2."""
PROMOTIONS: Final = f"""
SELECT p.name, p.kind, p.first_day, p.last_day, coalesce(t.discount, p.discount)::float8 AS discount
FROM promotion p JOIN promotion_product t ON t.org_id = p.org_id AND t.promotion_id = p.id
WHERE p.org_id = $1 AND t.product_id = $3 AND p.status = 'planned' AND p.last_day >= $4 AND p.first_day <= $5
  AND {AT_STORE}
ORDER BY p.first_day, p.id"""


async def promotions_of(tx: AnyTx, store_id: UUID, product_id: UUID, first: date, last: date) -> list[PromotedDays]:
    """Return the promotions of a product at a store that have a day in a time."""
    rows = await tx.fetch(PROMOTIONS, tx.org_id, store_id, product_id, first, last)
    found: list[PromotedDays] = []
    for row in rows:
        columns = dict[str, Any](row)
        columns["kind"] = PromotionKind(columns["kind"])
        found.append(PromotedDays(**columns))
    return found
