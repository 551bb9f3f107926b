"""What stores have, as people look it up: one SQL statement, from the driver's rows to structs."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.errors import Invalid
from storewalk.core.schemas import Page, Words, decode_after, encode_after
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below, require_within
from storewalk.stock.permissions import READ, SEE_WHILE_COUNTED
from storewalk.stock.queries.blind import BLIND, sees_all
from storewalk.stock.queries.blocked import blocked_sql
from storewalk.stock.queries.reserved import RESERVED
from storewalk.stock.schemas import StockOut
from storewalk.stores.api import StoreKind

# Every condition leads with the organization: row-level security demands it anyway, and so the indexes serve. What is
# on order for a store that never had the product has no row of its own yet.
ITEMS: Final = """
(SELECT org_id, store_id, product_id, quantity, value_cents, unit_cost, changed_at FROM stock_item
 UNION ALL
 SELECT t.org_id, t.to_store_id, l.product_id, 0, 0, 0, max(t.changed_at)
 FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
 WHERE t.org_id = $1 AND t.status IN ('requested', 'approved') AND coalesce(l.approved, l.requested) > 0
   AND NOT EXISTS (SELECT 1 FROM stock_item o WHERE o.org_id = t.org_id AND o.store_id = t.to_store_id
                   AND o.product_id = l.product_id)
 GROUP BY t.org_id, t.to_store_id, l.product_id) i"""
ORDERED: Final = """
SELECT t.to_store_id, l.product_id, sum(coalesce(l.approved, l.requested)) AS quantity
FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
WHERE t.org_id = $1 AND t.status IN ('requested', 'approved') GROUP BY t.to_store_id, l.product_id"""
ON_HAND: Final = f"""
SELECT i.store_id, s.kind AS store_kind, s.code AS store_code, s.name AS store_name, i.product_id, p.code, p.name::text,
       u.code AS unit, u.name::text AS unit_name, trim_scale(i.quantity)::text AS quantity,
       trim_scale(coalesce(h.shelf, 0))::text AS shelf, trim_scale(coalesce(h.back_room, 0))::text AS back_room,
       trim_scale(coalesce(h.bins, 0))::text AS bins, trim_scale(coalesce(x.quantity, 0))::text AS blocked,
       trim_scale(coalesce(r.quantity, 0))::text AS reserved,
       trim_scale(i.quantity - coalesce(x.quantity, 0) - coalesce(r.quantity, 0))::text AS available,
       trim_scale(coalesce(o.quantity, 0))::text AS on_order,
       trim_scale(coalesce(w.quantity, 0))::text AS in_transit, coalesce(w.value_cents, 0)::bigint AS in_transit_cents,
       i.value_cents, trim_scale(i.unit_cost)::text AS unit_cost, i.quantity < 0 AS below_zero, i.changed_at,
       p.search_code
FROM {ITEMS}
JOIN store s ON s.org_id = i.org_id AND s.id = i.store_id
JOIN product p ON p.org_id = i.org_id AND p.id = i.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
LEFT JOIN LATERAL (
    SELECT sum(b.quantity) FILTER (WHERE l.kind = 'shelf') AS shelf,
           sum(b.quantity) FILTER (WHERE l.kind = 'back_room') AS back_room,
           sum(b.quantity) FILTER (WHERE l.kind = 'bin') AS bins
    FROM stock_balance b JOIN stock_place l ON l.org_id = b.org_id AND l.id = b.place_id
    WHERE b.org_id = i.org_id AND b.store_id = i.store_id AND b.product_id = i.product_id
) h ON true
LEFT JOIN LATERAL ({blocked_sql("i", "s", "$2")}) x (quantity) ON true
LEFT JOIN (
    SELECT store_id, product_id, sum(quantity) AS quantity, sum(value_cents) AS value_cents
    FROM stock_transit WHERE org_id = $1 GROUP BY store_id, product_id
) w ON w.store_id = i.store_id AND w.product_id = i.product_id
LEFT JOIN (
    SELECT k.store_id, k.product_id, sum(k.quantity) AS quantity FROM ({RESERVED}) k GROUP BY k.store_id, k.product_id
) r ON r.store_id = i.store_id AND r.product_id = i.product_id
LEFT JOIN ({ORDERED}) o ON o.to_store_id = i.store_id AND o.product_id = i.product_id
WHERE i.org_id = $1"""
AT_STORE: Final = "AND i.store_id = ${0}"
OF_PRODUCT: Final = "AND i.product_id = ${0}"
OF_KIND: Final = "AND s.kind = ${0}"
IN_SCOPE: Final = "AND " + lies_below("i", "i.store_id", "${0}")
IN_REGION: Final = """
AND s.region_id IN (
    WITH RECURSIVE below (id) AS (
        SELECT ${0}::uuid UNION SELECT r.id FROM region r JOIN below b ON r.org_id = $1 AND r.parent_id = b.id
    ) SELECT id FROM below)"""
IN_CATEGORY: Final = """
AND p.category_id IN (
    WITH RECURSIVE below (id) AS (
        SELECT ${0}::uuid UNION SELECT c.id FROM category c JOIN below b ON c.org_id = $1 AND c.parent_id = b.id
    ) SELECT id FROM below)"""
BEGINS: Final = """
AND (p.search_code >= ${0} AND p.search_code < ${0} || U&'\\+10FFFF'
  OR p.search_zh >= ${0} AND p.search_zh < ${0} || U&'\\+10FFFF'
  OR p.search_en >= ${0} AND p.search_en < ${0} || U&'\\+10FFFF'
  OR p.pinyin >= ${0} AND p.pinyin < ${0} || U&'\\+10FFFF'
  OR p.id = (SELECT b.product_id FROM product_barcode b WHERE b.org_id = $1 AND b.gtin = lpad(${0}, 14, '0')))"""
BELOW_ZERO: Final = "AND i.quantity < 0"
AFTER: Final = "AND (p.search_code, i.product_id, i.store_id) > (${0}, ${1}, ${2})"
ORDER: Final = "ORDER BY p.search_code, i.product_id, i.store_id LIMIT ${0}"
ROOT: Final = "/"
USUAL_PAGE: Final = 50
LARGEST_PAGE: Final = 5_000
"""A page may hold a whole store, which phones take along and reports read at once."""
WORDS_KEPT: Final = 16_384
STORE_KINDS: Final = {kind.value: kind for kind in StoreKind}
Condition = tuple[str, tuple[object, ...]]
"""SQL with places for its values, which follow."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended: products by code, each at its stores."""

    code: str
    product_id: UUID
    store_id: UUID


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What of the stock is wanted; `q` begins a product's code, name or pinyin, or is its whole barcode."""

    store: UUID | None = None
    region: UUID | None = None
    kind: StoreKind | None = None
    product: UUID | None = None
    category: UUID | None = None
    q: str | None = None
    negative: bool = False
    limit: int = USUAL_PAGE
    after: Place | None = None


async def on_hand(tx: AnyTx, asked: Asked) -> Page[StockOut]:
    """Return products at stores in the actor's scope by product code. Raises NotFound for a store outside of it."""
    conditions = await narrowed(tx, asked)
    if asked.after is not None:
        conditions.append((AFTER, (asked.after.code, asked.after.product_id, asked.after.store_id)))
    sql, arguments = filled(ON_HAND, tx.org_id, [*conditions, (ORDER, (asked.limit + 1,))], tx.now)
    rows = await tx.fetch(sql, *arguments)
    shown = [_stock_out(row) for row in rows[: asked.limit]]
    if len(rows) <= asked.limit:
        return Page(shown, None)
    last = rows[asked.limit - 1]
    return Page(shown, encode_after(Place(last["search_code"], last["product_id"], last["store_id"])))


def stock_page_size(limit: int | None) -> int:
    """Return the number of rows to give for a wanted `limit`: 50 unless told, 1 to 5,000.

    Raises Invalid for a limit below 1.
    """
    if limit is not None and limit < 1:
        raise Invalid("core.limit_too_small", field="limit")
    return min(limit or USUAL_PAGE, LARGEST_PAGE)


def decode_place(text: str | None) -> Place | None:
    """Read a cursor that `on_hand` gave. Raises Invalid for anything else."""
    return decode_after(text, Place)


async def narrowed(tx: AnyTx, asked: Asked) -> list[Condition]:
    """Return what is asked for and may be seen, as conditions. Raises NotFound for a store outside the scope."""
    conditions: list[Condition] = []
    if asked.store is not None:
        await require_within(tx, READ, asked.store)
        conditions.append((AT_STORE, (asked.store,)))
    elif ROOT not in (paths := tx.actor.paths(READ)):
        conditions.append((IN_SCOPE, (list(paths),)))
    if asked.product is not None:
        conditions.append((OF_PRODUCT, (asked.product,)))
    if asked.region is not None:
        conditions.append((IN_REGION, (asked.region,)))
    if asked.kind is not None:
        conditions.append((OF_KIND, (asked.kind,)))
    if asked.category is not None:
        conditions.append((IN_CATEGORY, (asked.category,)))
    if asked.q:
        conditions.append((BEGINS, (asked.q.strip().lower(),)))
    if asked.negative:
        conditions.append((BELOW_ZERO, ()))
    if not sees_all(tx):
        conditions.append(
            (f"AND NOT ({BLIND.format('${0}', '${1}')})", (tx.now, list(tx.actor.paths(SEE_WHILE_COUNTED))))
        )
    return conditions


def filled(sql: str, org_id: UUID, conditions: Sequence[Condition], *before: object) -> tuple[str, list[object]]:
    """Add conditions to a statement over items `i`, `store s` and `product p`; return it and its arguments.

    `before` are those that the statement itself takes beside the organization.
    """
    arguments = list[object]([org_id, *before])
    for condition, values in conditions:
        first = len(arguments) + 1
        sql += " " + condition.format(first, first + 1, first + 2)
        arguments += values
    return sql, arguments


def _stock_out(row: asyncpg.Record) -> StockOut:
    (store_id, store_kind, store_code, store_name, product_id, code, name, unit, unit_name, quantity, shelf, back_room,
     bins, blocked, reserved, available, on_order, in_transit, in_transit_cents, value_cents, unit_cost, below_zero,
     changed_at, _) = row  # fmt: skip
    return StockOut(
        store_id=store_id,
        store_kind=STORE_KINDS[store_kind],
        store_code=store_code,
        store_name=store_name,
        product_id=product_id,
        code=code,
        name=_words(name),
        unit=unit,
        unit_name=_words(unit_name),
        quantity=quantity,
        shelf=shelf,
        back_room=back_room,
        bins=bins,
        blocked=blocked,
        reserved=reserved,
        available=available,
        on_order=on_order,
        in_transit=in_transit,
        in_transit_cents=in_transit_cents,
        value_cents=value_cents,
        unit_cost=unit_cost,
        below_zero=below_zero,
        changed_at=changed_at,
    )


@lru_cache(WORDS_KEPT)
def _words(text: str) -> Words:
    """Decode a name; the same few thousand come again at every store."""
    return msgspec.json.decode(text, type=Words)
