"""What a store may order from a source, beside what the sheet of the day suggests: new lines of an order."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

import asyncpg

from storewalk.core.tx import Tx
from storewalk.ordering.order_models import SUMS, StoreOrder
from storewalk.ordering.order_states import EDITABLE
from storewalk.ordering.queries.order_lines import SUMMED
from storewalk.ordering.queries.supply_read import SERVES

SHORT: Final = "(u.expected + u.safety + u.display - u.stock + u.spoils - u.on_order)"
CHANGES: Final = SUMS[SUMS.index("wanted") + 1 : -1]
# Numbers of a sheet are rounded one by one: what its sums are off by, thousandths, goes to what was rounded anyway.
EXACT: Final = {
    "safety": f"u.safety + CASE WHEN u.wanted > 0 THEN u.wanted - {SHORT} ELSE least(-{SHORT}, 0) END",
    "pack": f"u.pack + u.quantity - u.wanted - ({' + '.join(f'u.{name}' for name in CHANGES)})",
}
# Another order of the day that went off to the same source: $2 is this one, of store $3 on day $4 from source $5.
EARLIER: Final = """
    o.org_id = $1 AND o.store_id = $3 AND o.day = $4 AND o.source_id = $5 AND o.id <> $2
    AND o.state NOT IN ('draft', 'returned', 'refused', 'cancelled')"""
# What went off since the sheet was planned, in thousandths, leaves the rest of a suggestion, or nothing: see `_left` of
# `suggestion_list`, which shows the same numbers.
ORDERED_SINCE: Final = f"""
SELECT l.product_id, sum(coalesce(l.confirmed, l.quantity) * 1000)::int AS sent
FROM store_order o JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
WHERE {EARLIER} AND (o.decided_at IS NULL OR o.decided_at > s.planned_at) AND l.product_id = u.product_id
GROUP BY l.product_id"""
FITS: Final = "coalesce(n.sent, 0) <= least(u.quantity, u.wanted)"
REST: Final = "greatest(u.wanted - n.sent, 0)"
LEFT: Final = {
    "on_order": "u.on_order + coalesce(n.sent, 0)",
    "wanted": f"CASE WHEN n.sent IS NULL THEN u.wanted ELSE {REST} END",
    "quantity": f"CASE WHEN {FITS} THEN u.quantity - coalesce(n.sent, 0) ELSE 0 END",
    "pack": f"CASE WHEN n.sent IS NULL OR {FITS} THEN {EXACT['pack']} ELSE -{REST} END",
    **{name: f"CASE WHEN n.sent IS NULL OR {FITS} THEN u.{name} ELSE 0 END" for name in CHANGES if name != "pack"},
    "safety": EXACT["safety"],
}
# Of an order ($2) of store $3 on day $4 from source $5.
SHEET: Final = f"""
SELECT u.product_id, u.arrival, u.cover, u.service, ({LEFT["quantity"]})::numeric / 1000 AS suggested,
       ARRAY[{", ".join(LEFT.get(name, f"u.{name}") for name in SUMS)}] AS arithmetic
FROM order_sheet s
CROSS JOIN LATERAL unnest(s.product_ids, s.sources, s.arrival, s.cover, s.service, {", ".join(f"s.{n}" for n in SUMS)})
    AS u (product_id, source, arrival, cover, service, {", ".join(SUMS)})
LEFT JOIN LATERAL ({ORDERED_SINCE}) n ON true
WHERE s.org_id = $1 AND s.store_id = $3 AND s.day = $4 AND s.source_ids[u.source] = $5"""
MUST: Final = """
SELECT t.product_id FROM order_store_terms t WHERE t.org_id = $1 AND t.store_id = $3 AND t.must_order AND t.carried"""
# What has to be ordered is wanted from the best source of those that deliver to the store.
ELSEWHERE: Final = f"""EXISTS (
    SELECT 1 FROM order_offer b
    JOIN order_delivery d ON d.org_id = b.org_id AND d.source_id = b.source_id AND d.store_id = $3
    JOIN order_source s ON s.org_id = b.org_id AND s.id = b.source_id AND {SERVES}
    WHERE b.org_id = f.org_id AND b.product_id = f.product_id AND b.rank < f.rank)"""


def offered(product: str) -> str:
    """Return SQL for what a source offers of one product to the store, to stand behind LATERAL.

    A look-up for each product, however many a source has and whatever the planner thinks: that is what OFFSET is for.
    """
    return f"""(
    SELECT f.pack_quantity, f.pack_cents, f.least, f.most, p.search_code,
           coalesce(t.must_order, false) AND NOT {ELSEWHERE} AS must_order
    FROM order_offer f
    JOIN product p ON p.org_id = f.org_id AND p.id = f.product_id AND p.status = 'active'
    LEFT JOIN order_store_terms t ON t.org_id = f.org_id AND t.store_id = $3 AND t.product_id = f.product_id
    WHERE f.org_id = $1 AND f.source_id = $5 AND f.product_id = {product} AND coalesce(t.carried, true) OFFSET 0)"""


# A suggestion fits what was offered at night; if that has changed since, the nearest quantity that can be ordered.
FITTING: Final = """CASE WHEN coalesce(u.suggested, 0) = 0 THEN 0 ELSE least(
    greatest(ceil(u.suggested / f.pack_quantity), ceil(f.least / f.pack_quantity)),
    coalesce(floor(f.most / f.pack_quantity), 1000000000)) * f.pack_quantity END"""
COLUMNS: Final = """org_id, order_id, product_id, position, suggested, quantity, reason, pack_quantity, pack_cents,
    least, most, must_order, arrival, cover, service, arithmetic"""
FILL: Final = f"""
WITH sheet AS MATERIALIZED ({SHEET} AND (u.quantity > 0 OR u.wanted > 0 OR u.product_id IN ({MUST}))), lines AS (
    SELECT * FROM sheet
    UNION ALL
    SELECT m.product_id, NULL, NULL, NULL, NULL, NULL FROM ({MUST}) m
    WHERE m.product_id NOT IN (SELECT product_id FROM sheet)
), l AS (
    INSERT INTO store_order_line ({COLUMNS})
    SELECT $1, $2, u.product_id, row_number() OVER (ORDER BY f.search_code), u.suggested, {FITTING}, NULL,
           f.pack_quantity, f.pack_cents, f.least, f.most, f.must_order, u.arrival, u.cover, u.service, u.arithmetic
    FROM lines u CROSS JOIN LATERAL {offered("u.product_id")} f
    WHERE f.must_order OR u.arithmetic[{SUMS.index("wanted") + 1}] > 0 OR u.suggested > 0
    RETURNING quantity, suggested, pack_cents, pack_quantity
)
SELECT {SUMMED},
       (SELECT planned_at FROM order_sheet WHERE org_id = $1 AND store_id = $3 AND day = $4) AS planned_at FROM l"""
ADD: Final = f"""
WITH sheet AS MATERIALIZED ({SHEET} AND u.product_id = ANY ($6))
INSERT INTO store_order_line ({COLUMNS})
SELECT $1, $2, w.product_id, $9 + w.number, u.suggested, w.quantity, w.reason, f.pack_quantity, f.pack_cents, f.least,
       f.most, f.must_order, u.arrival, u.cover, u.service, u.arithmetic
FROM unnest($6::uuid[], $7::numeric[], $8::text[]) WITH ORDINALITY AS w (product_id, quantity, reason, number)
CROSS JOIN LATERAL {offered("w.product_id")} f
LEFT JOIN sheet u ON u.product_id = w.product_id"""
# What was submitted already keeps what the store asked for.
CHANGE: Final = """
UPDATE store_order_line l SET quantity = w.quantity, reason = w.reason, dropped = NULL,
       submitted = CASE WHEN $6 THEN coalesce(l.submitted, l.quantity) END
FROM unnest($3::uuid[], $4::numeric[], $5::text[]) AS w (product_id, quantity, reason)
WHERE l.org_id = $1 AND l.order_id = $2 AND l.product_id = w.product_id"""
PLANNED: Final = "SELECT planned_at FROM order_sheet WHERE org_id = $1 AND store_id = $2 AND day = $3"
LAST: Final = "SELECT coalesce(max(position), 0) FROM store_order_line WHERE org_id = $1 AND order_id = $2"
# What has to be known of a product before its line is set: what it is, whether it is offered, and its line so far.
LOOK: Final = """
SELECT p.id IS NOT NULL AS known, p.code, p.status = 'active' AS active, f.product_id IS NOT NULL AS offered,
       coalesce(t.carried, true) AS carried, coalesce(f.pack_quantity, l.pack_quantity) AS pack_quantity,
       coalesce(f.least, l.least) AS least, CASE WHEN f.product_id IS NULL THEN l.most ELSE f.most END AS most,
       trim_scale(l.quantity) AS now, l.reason, l.product_id IS NOT NULL AS there
FROM unnest($3::uuid[]) WITH ORDINALITY AS w (product_id, number)
LEFT JOIN product p ON p.org_id = $1 AND p.id = w.product_id
LEFT JOIN order_offer f ON f.org_id = $1 AND f.source_id = $4 AND f.product_id = w.product_id
LEFT JOIN order_store_terms t ON t.org_id = $1 AND t.store_id = $5 AND t.product_id = w.product_id
LEFT JOIN store_order_line l ON l.org_id = $1 AND l.order_id = $2 AND l.product_id = w.product_id
ORDER BY w.number"""


async def fill(tx: Tx, order: StoreOrder) -> None:
    """Give a new order the lines that the sheet of its day suggests, and those that must be ordered.

    Where an order of the day went off already, it is an addition, which has what people put into it.
    """
    asked = (tx.org_id, order.id, order.store_id, order.day, order.source_id)
    if await tx.raw.fetchval(f"SELECT EXISTS (SELECT FROM store_order o WHERE {EARLIER})", *asked):
        order.planned_at = await tx.raw.fetchval(PLANNED, tx.org_id, order.store_id, order.day)
        return
    row = await tx.fetchrow(FILL, tx.org_id, order.id, order.store_id, order.day, order.source_id)
    if row is not None:
        order.total_cents, order.line_count, order.changed_count = row["cents"], row["lines"], row["changed"]
        order.planned_at = row["planned_at"]


async def look(tx: Tx, order: StoreOrder, product_ids: Sequence[UUID]) -> list[asyncpg.Record]:
    """Return what is known of some products, in the order in which they are named."""
    return await tx.fetch(LOOK, tx.org_id, order.id, product_ids, order.source_id, order.store_id)


async def change(tx: Tx, order: StoreOrder, lines: Sequence[tuple[UUID, Decimal, str | None]]) -> None:
    """Set lines that an order has: product, quantity, reason."""
    if lines:
        columns = [list(column) for column in zip(*lines, strict=True)]
        await tx.fetch(CHANGE, tx.org_id, order.id, *columns, order.state not in EDITABLE)


async def add(tx: Tx, order: StoreOrder, lines: Sequence[tuple[UUID, Decimal, str | None]]) -> None:
    """Add lines, with what the sheet of the day has to say of them."""
    if lines:
        columns = [list(column) for column in zip(*lines, strict=True)]
        last = await tx.raw.fetchval(LAST, tx.org_id, order.id)
        await tx.fetch(ADD, tx.org_id, order.id, order.store_id, order.day, order.source_id, *columns, last)
