"""What a submission looks at: lines as they can be ordered now, what is wrong with them, what they come to."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.tx import Tx
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_rules import Setting
from storewalk.ordering.queries.order_fill import EARLIER, MUST, offered
from storewalk.ordering.queries.order_lines import CENTS, SUMMED

GONE: Final = """CASE WHEN p.status <> 'active' THEN 'discontinued' WHEN f.product_id IS NULL THEN 'not_offered'
    WHEN NOT coalesce(t.carried, true) THEN 'not_carried' END"""
NOW: Final = f"""
    SELECT {GONE} AS gone, f.pack_quantity, f.pack_cents, f.least, f.most FROM product p
    LEFT JOIN order_offer f ON f.org_id = p.org_id AND f.source_id = $3 AND f.product_id = p.id
    LEFT JOIN order_store_terms t ON t.org_id = p.org_id AND t.store_id = $4 AND t.product_id = p.id
    WHERE p.org_id = $1 AND p.id = l.product_id OFFSET 0"""
# The lines that are not as they can be ordered today: most orders have none.
STALE: Final = f"""
SELECT l.product_id, n.* FROM store_order_line l CROSS JOIN LATERAL ({NOW}) n
WHERE l.org_id = $1 AND l.order_id = $2 AND (
    n.gone IS NOT NULL AND (l.quantity > 0 OR l.dropped IS NOT NULL) OR l.dropped IS NOT NULL OR l.submitted IS NOT NULL
    OR n.pack_quantity IS NOT NULL AND (n.pack_quantity, n.pack_cents, n.least, n.most) IS DISTINCT FROM
       (l.pack_quantity, l.pack_cents, l.least, l.most))"""
# Prices, packs and limits as they are today; what cannot be ordered any more drops out and says why.
RENEW: Final = """
UPDATE store_order_line l SET
    quantity = CASE WHEN n.gone IS NULL THEN l.quantity ELSE 0 END, submitted = NULL, dropped = n.gone,
    pack_quantity = coalesce(n.pack_quantity, l.pack_quantity), pack_cents = coalesce(n.pack_cents, l.pack_cents),
    least = coalesce(n.least, l.least), most = CASE WHEN n.pack_quantity IS NULL THEN l.most ELSE n.most END
FROM unnest($3::uuid[], $4::text[], $5::numeric[], $6::bigint[], $7::numeric[], $8::numeric[])
    AS n (product_id, gone, pack_quantity, pack_cents, least, most)
WHERE l.org_id = $1 AND l.order_id = $2 AND l.product_id = n.product_id"""
WORTH: Final = "l.pack_cents / l.pack_quantity"
UNREASONED: Final = f"""l.reason IS NULL AND abs(l.quantity - l.suggested) * 100 > $3::int * l.suggested
    AND abs(l.quantity - l.suggested) * {WORTH} > $4::bigint"""
FAULTY: Final = f"""l.dropped IS NULL AND ({UNREASONED}
    OR l.quantity > 0 AND (l.quantity % l.pack_quantity <> 0 OR l.quantity < l.least OR l.quantity > l.most))"""
WRONG: Final = f"""
SELECT l.product_id, p.code, l.pack_quantity, l.least, l.most, l.quantity, coalesce({UNREASONED}, false) AS unreasoned
FROM store_order_line l
CROSS JOIN LATERAL (SELECT p.code FROM product p WHERE p.org_id = $1 AND p.id = l.product_id OFFSET 0) p
WHERE l.org_id = $1 AND l.order_id = $2 AND {FAULTY} ORDER BY l.position"""
MISSING: Final = f"""
SELECT m.product_id FROM ({MUST}) m CROSS JOIN LATERAL {offered("m.product_id")} f
LEFT JOIN store_order_line l ON l.org_id = $1 AND l.order_id = $2 AND l.product_id = m.product_id
WHERE f.must_order AND coalesce(l.quantity, 0) = 0 AND NOT EXISTS (
    SELECT FROM store_order o JOIN store_order_line x ON x.org_id = o.org_id AND x.order_id = o.id
    WHERE {EARLIER} AND x.product_id = m.product_id AND x.quantity > 0)
ORDER BY f.search_code"""
EARLIER_CENTS: Final = f"SELECT coalesce(sum(o.total_cents), 0)::bigint FROM store_order o WHERE {EARLIER}"
MEASURE: Final = f"""
SELECT {SUMMED}, count(*) FILTER (WHERE {FAULTY}) AS faulty,
       coalesce(round(sum(l.suggested * {WORTH}) FILTER (WHERE l.dropped IS NULL)), 0)::bigint AS suggested_cents,
       coalesce(round(sum(abs(l.quantity - l.suggested) * {WORTH}) FILTER (WHERE l.dropped IS NULL)), 0)::bigint
           AS deviation_cents,
       (SELECT n.path FROM scope_node n WHERE n.org_id = $1 AND n.id = $5) AS path
FROM store_order_line l WHERE l.org_id = $1 AND l.order_id = $2"""
BY_CATEGORY: Final = f"""
WITH RECURSIVE below AS (
    SELECT id AS top, id FROM category WHERE org_id = $1 AND id = ANY ($3)
    UNION SELECT b.top, c.id FROM below b JOIN category c ON c.org_id = $1 AND c.parent_id = b.id
)
SELECT b.top, sum({CENTS})::bigint FROM store_order_line l
CROSS JOIN LATERAL (SELECT p.category_id FROM product p WHERE p.org_id = $1 AND p.id = l.product_id OFFSET 0) p
JOIN below b ON b.id = p.category_id
WHERE l.org_id = $1 AND l.order_id = $2 GROUP BY b.top"""


class Taken(Struct, frozen=True):
    """An order in numbers: cents, lines, and how many of them are `faulty`; `path` is its store's place."""

    cents: int
    lines: int
    changed: int
    faulty: int
    suggested_cents: int
    deviation_cents: int
    path: str


async def renew(tx: Tx, order: StoreOrder) -> list[UUID]:
    """Bring the lines of a locked order up to what is offered now; return the products that dropped out."""
    rows = await tx.fetch(STALE, tx.org_id, order.id, order.source_id, order.store_id)
    if rows:
        await tx.fetch(RENEW, tx.org_id, order.id, *(list(column) for column in zip(*rows, strict=True)))
    return [row["product_id"] for row in rows if row["gone"]]


async def wrong(tx: Tx, order: StoreOrder, setting: Setting) -> list[asyncpg.Record]:
    """Return the lines that cannot be ordered so, or that lack a reason."""
    return await tx.fetch(WRONG, tx.org_id, order.id, setting.reason_percent, setting.reason_cents)


async def missing(tx: Tx, order: StoreOrder) -> list[UUID]:
    """Return the products that must be ordered and are not."""
    rows = await tx.fetch(MISSING, tx.org_id, order.id, order.store_id, order.day, order.source_id)
    return [row["product_id"] for row in rows]


async def earlier_cents(tx: Tx, order: StoreOrder) -> int:
    """Return what other orders of the day that went off to the same source come to."""
    asked = (order.id, order.store_id, order.day, order.source_id)
    row = await tx.fetchrow(EARLIER_CENTS, tx.org_id, *asked)
    return row[0] if row else 0


async def measure(tx: Tx, order: StoreOrder, setting: Setting) -> Taken:
    """Return a locked order in numbers, and keep with it what it comes to."""
    limits = setting.reason_percent, setting.reason_cents
    row = await tx.fetchrow(MEASURE, tx.org_id, order.id, *limits, order.store_id)
    taken = Taken(**dict[str, Any](row or {}))
    order.total_cents, order.line_count, order.changed_count = taken.cents, taken.lines, taken.changed
    return taken


async def by_category(tx: Tx, order: StoreOrder, categories: Sequence[UUID]) -> dict[UUID, int]:
    """Return what an order orders of some categories and those below them, in cents."""
    rows = await tx.fetch(BY_CATEGORY, tx.org_id, order.id, categories) if categories else []
    return {row[0]: row[1] for row in rows}
