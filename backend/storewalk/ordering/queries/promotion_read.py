"""What the forecast of a night needs of promotions: days and prices, with the stores and goods they touch."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

PROMOTIONS: Final = """
SELECT p.id, p.version, p.kind, p.first_day, p.last_day, p.uplift::float8 FROM promotion p
WHERE p.org_id = $1 AND p.status = 'planned' AND p.first_day <= $3 AND p.last_day >= $2
ORDER BY p.first_day, p.id"""
# A place is a store, or what lies above stores; a region without any touches none, which is not the same as all.
STORES: Final = """
SELECT t.promotion_id, array_agg(s.id) FILTER (WHERE s.id IS NOT NULL) AS store_ids FROM promotion_place t
JOIN scope_node place ON place.org_id = t.org_id AND place.id = t.place_id
LEFT JOIN scope_node n ON n.org_id = t.org_id AND n.path >= place.path AND n.path < place.path || '~'
LEFT JOIN store s ON s.org_id = n.org_id AND s.id = n.id
WHERE t.org_id = $1 AND t.promotion_id = ANY ($2) GROUP BY t.promotion_id"""
PRODUCTS: Final = """
SELECT t.promotion_id, coalesce(t.discount, p.discount)::float8 AS price, array_agg(t.product_id) AS product_ids
FROM promotion_product t JOIN promotion p ON p.org_id = t.org_id AND p.id = t.promotion_id
WHERE t.org_id = $1 AND t.promotion_id = ANY ($2)
GROUP BY t.promotion_id, price ORDER BY t.promotion_id, price"""

DUE: Final = """
SELECT p.id FROM promotion p
LEFT JOIN (SELECT promotion_id, max(until) AS until FROM promotion_review WHERE org_id = $1 GROUP BY promotion_id) r
    ON r.promotion_id = p.id
WHERE p.org_id = $1 AND p.status = 'planned' AND p.last_day < $2 AND p.last_day >= $2 - 60
  AND (r.until IS NULL OR r.until < p.last_day + 7 AND p.last_day + 7 < $2)"""
MEMORY: Final = timedelta(days=60)
LONGEST: Final = timedelta(days=366)


class Promoted(Struct, frozen=True):
    """Products at one price over the usual one (None: the price stays), in some stores or (None) in all of them.

    A promotion with several prices is several of these. `uplift` is the factor on units that people state.
    """

    promotion_id: UUID
    version: int
    kind: str
    first_day: date
    last_day: date
    store_ids: frozenset[UUID] | None
    product_ids: frozenset[UUID]
    price: float | None
    uplift: float | None


async def promotions_between(tx: AnyTx, first: date, last: date) -> list[Promoted]:
    """Return the planned promotions that have a day in a time, by their first day, in three statements.

    Regions are resolved to the stores that lie in them now.
    """
    rows = await tx.fetch(PROMOTIONS, tx.org_id, first, last)
    ids = [row["id"] for row in rows]
    stores = {row[0]: frozenset(row[1] or ()) for row in await tx.fetch(STORES, tx.org_id, ids)}
    products: dict[UUID, list[tuple[float | None, frozenset[UUID]]]] = defaultdict(list)
    for promotion_id, price, product_ids in await tx.fetch(PRODUCTS, tx.org_id, ids):
        products[promotion_id].append((price, frozenset(product_ids)))
    return [
        Promoted(
            row["id"],
            row["version"],
            row["kind"],
            row["first_day"],
            row["last_day"],
            stores.get(row["id"]),
            product_ids,
            price,
            row["uplift"],
        )
        for row in rows
        for price, product_ids in products[row["id"]]
    ]


async def promotions_to_review(tx: AnyTx, day: date) -> list[Promoted]:
    """Return the promotions that ended before a day and are to be held against what was sold.

    Each is looked at once its days are over and again when a week has passed, which tells better what was usual; after
    two months no more.
    """
    due = [row["id"] for row in await tx.fetch(DUE, tx.org_id, day)]
    if not due:
        return []
    first, last = day - MEMORY - LONGEST, day - timedelta(days=1)
    return [each for each in await promotions_between(tx, first, last) if each.promotion_id in due]
