"""What the forecast of a night needs of promotions: days and prices, with the stores and goods they touch."""

from collections import defaultdict
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

PROMOTIONS: Final = """
SELECT p.id, p.kind, p.first_day, p.last_day, p.uplift::float8 FROM promotion p
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


class Promoted(Struct, frozen=True):
    """Products at one price over the usual one (None: the price stays), in some stores or (None) in all of them.

    A promotion with several prices is several of these. `uplift` is the factor on units that people state.
    """

    promotion_id: UUID
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
