"""Keep what a promotion was found to have done, beside what was expected of it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.events import PromotionMeasured

# A promotion that was changed or cancelled meanwhile is another one than was measured.
LOCK: Final = """
SELECT 1 FROM promotion WHERE org_id = $1 AND id = $2 AND version = $3 AND status = 'planned' FOR UPDATE"""
KEEP: Final = """
INSERT INTO promotion_review AS r (org_id, promotion_id, product_id, sold, expected, until, reviewed_at)
SELECT $1, $2, t.product_id, coalesce(n.sold, 0), coalesce(n.expected, 0), $6, $7
FROM promotion_product t
LEFT JOIN unnest($3::uuid[], $4::numeric[], $5::numeric[]) AS n (product_id, sold, expected)
    ON n.product_id = t.product_id
WHERE t.org_id = $1 AND t.promotion_id = $2
ON CONFLICT (org_id, promotion_id, product_id) DO UPDATE
SET sold = excluded.sold, expected = excluded.expected, until = excluded.until, reviewed_at = excluded.reviewed_at
RETURNING sold, expected"""
BEFORE: Final = """
SELECT sum(sold) AS sold, sum(expected) AS expected FROM promotion_review WHERE org_id = $1 AND promotion_id = $2"""


async def keep_review(
    tx: Tx, promotion_id: UUID, version: int, found: Mapping[UUID, tuple[float, float]], until: date
) -> None:
    """Keep by product the units that a promotion sold and those expected without it, as days until `until` tell.

    Of a product that is not among them nothing was sold. The same again is not told again; for a promotion that has
    another version by now nothing is kept.
    """
    if await tx.fetchrow(LOCK, tx.org_id, promotion_id, version) is None:
        return
    before = await tx.fetchrow(BEFORE, tx.org_id, promotion_id)
    products = sorted(found)
    sold, expected = ([_units(found[each][side]) for each in products] for side in (0, 1))
    rows = await tx.fetch(KEEP, tx.org_id, promotion_id, products, sold, expected, until, tx.now)
    total = sum((row["sold"] for row in rows), Decimal(0)), sum((row["expected"] for row in rows), Decimal(0))
    if before is None or tuple(before) != total:
        tx.record(PromotionMeasured(subject_id=promotion_id, sold=total[0], expected=total[1]))


def _units(value: float) -> Decimal:
    return round(Decimal(max(value, 0.0)), 3)
