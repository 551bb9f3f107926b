"""Recalls, where their goods went and where they came from."""

from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, Words, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.stock.permissions import READ_RECALLS
from storewalk.stock.recall_schemas import ProductLot, RecallItem, RecallOut, RecallSource, RecallStore
from storewalk.stores.api import StoreKind

SOURCES: Final = 200
RECALLS: Final = f"""
SELECT r.id, r.product_id, p.code AS product_code, p.name::text AS product_name, u.name::text AS unit_name,
       ARRAY(SELECT coalesce(t.code, '') FROM stock_lot t WHERE t.org_id = r.org_id AND t.id = ANY (r.lot_ids)
             ORDER BY t.expires_on, t.code) AS lot_codes,
       r.reason, coalesce(held.stores, 0) AS stores_with_stock, trim_scale(coalesce(held.quantity, 0))::text AS on_hand,
       o.name AS opened_by_name, r.opened_at, e.name AS ended_by_name, r.ended_at, r.end_reason, r.version,
       r.recorded_at
FROM stock_recall r JOIN product p ON p.org_id = r.org_id AND p.id = r.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id JOIN account o ON o.org_id = r.org_id AND o.id = r.opened_by
LEFT JOIN account e ON e.org_id = r.org_id AND e.id = r.ended_by
LEFT JOIN LATERAL (
    SELECT count(DISTINCT b.store_id) AS stores, sum(b.quantity) AS quantity FROM stock_balance b
    JOIN stock_place l ON l.org_id = b.org_id AND l.id = b.place_id AND l.kind IN ('shelf', 'back_room', 'bin')
    WHERE b.org_id = r.org_id AND b.product_id = r.product_id AND b.quantity > 0
      AND (r.lot_ids = '{{}}' OR b.lot_id = ANY (r.lot_ids)) AND {lies_below("b", "b.store_id", "$2")}
) held ON true
WHERE r.org_id = $1"""
ONE: Final = f"{RECALLS} AND r.id = $3"
MANY: Final = f"""{RECALLS} AND ($3::boolean IS NULL OR (r.ended_at IS NULL) = $3)
  AND ($4::timestamptz IS NULL OR (r.recorded_at, r.id) < ($4, $5))
ORDER BY r.recorded_at DESC, r.id DESC LIMIT $6"""
OF_RECALL: Final = "m.product_id = r.product_id AND (r.lot_ids = '{}' OR m.lot_id = ANY (r.lot_ids))"
# Every move is in exactly one of the columns, so that each row adds up to what is on hand.
STORES: Final = f"""
WITH moved AS (
    SELECT m.store_id, m.direction * m.quantity AS quantity, m.cause FROM stock_recall r
    JOIN stock_move m ON m.org_id = r.org_id AND {OF_RECALL}
    WHERE r.org_id = $1 AND r.id = $2 AND m.direction <> 0 AND {lies_below("m", "m.store_id", "$3")}
), trace AS (
    SELECT store_id, sum(quantity) AS on_hand,
           coalesce(sum(quantity) FILTER (WHERE cause IN ('receipt', 'opening')), 0) AS received,
           coalesce(sum(quantity) FILTER (WHERE cause = 'transfer_in'), 0) AS arrived,
           coalesce(-sum(quantity) FILTER (WHERE cause IN ('sale', 'return')), 0) AS sold,
           coalesce(-sum(quantity) FILTER (WHERE cause = 'waste'), 0) AS wasted,
           coalesce(-sum(quantity) FILTER (WHERE cause = 'transfer_out'), 0) AS sent_on
    FROM moved GROUP BY store_id
), coming AS (
    SELECT m.store_id, sum(m.quantity) AS quantity FROM stock_recall r
    JOIN stock_transit m ON m.org_id = r.org_id AND {OF_RECALL}
    WHERE r.org_id = $1 AND r.id = $2 AND {lies_below("m", "m.store_id", "$3")} GROUP BY m.store_id
)
SELECT s.id AS store_id, s.name AS store_name, s.kind, trim_scale(coalesce(t.received, 0))::text AS received,
       trim_scale(coalesce(t.arrived, 0))::text AS arrived, trim_scale(coalesce(t.sold, 0))::text AS sold,
       trim_scale(coalesce(t.wasted, 0))::text AS wasted, trim_scale(coalesce(t.sent_on, 0))::text AS sent_on,
       trim_scale(coalesce(t.on_hand - t.received - t.arrived + t.sold + t.wasted + t.sent_on, 0))::text AS other,
       trim_scale(coalesce(t.on_hand, 0))::text AS on_hand, trim_scale(coalesce(c.quantity, 0))::text AS in_transit,
       h.count_id
FROM store s LEFT JOIN trace t ON t.store_id = s.id LEFT JOIN coming c ON c.store_id = s.id
LEFT JOIN stock_recall_store h ON h.org_id = s.org_id AND h.recall_id = $2 AND h.store_id = s.id
WHERE s.org_id = $1 AND (t.store_id IS NOT NULL OR c.store_id IS NOT NULL)
ORDER BY coalesce(t.on_hand, 0) DESC, s.name, s.id"""
CAME: Final = f"""
SELECT m.occurred_at, s.name AS store_name, trim_scale(m.quantity)::text AS quantity, l.code AS lot_code,
       a.name AS actor_name
FROM stock_recall r JOIN stock_move m ON m.org_id = r.org_id AND {OF_RECALL} AND m.cause IN ('receipt', 'opening')
JOIN store s ON s.org_id = m.org_id AND s.id = m.store_id
LEFT JOIN stock_lot l ON l.org_id = m.org_id AND l.id = m.lot_id
LEFT JOIN account a ON a.org_id = m.org_id AND a.id = m.actor_id
WHERE r.org_id = $1 AND r.id = $2 AND m.direction = 1 AND {lies_below("m", "m.store_id", "$3")}
ORDER BY m.occurred_at DESC, m.id DESC LIMIT {SOURCES}"""
LOTS: Final = f"""
SELECT l.id, l.code, l.produced_on, l.expires_on, trim_scale(coalesce(sum(b.quantity), 0))::text AS on_hand,
       count(DISTINCT b.store_id) AS stores
FROM stock_lot l LEFT JOIN stock_balance b ON b.org_id = l.org_id AND b.lot_id = l.id AND b.quantity > 0
    AND {lies_below("b", "b.store_id", "$3")}
WHERE l.org_id = $1 AND l.product_id = $2 GROUP BY l.org_id, l.id
ORDER BY l.recorded_at DESC, l.id DESC LIMIT {SOURCES}"""


async def list_recalls(
    tx: AnyTx, *, active: bool | None = None, limit: int | None = None, cursor: str | None = None
) -> Page[RecallItem]:
    """Return the recalls, the newest first; quantities are of the stores in the actor's scope."""
    size, after = page_size(limit), decode_cursor(cursor)
    place = (None, None) if after is None else (after.at, after.id)
    rows = await tx.fetch(MANY, tx.org_id, _paths(tx), active, *place, size + 1)
    return page([RecallItem(**_head(row)) for row in rows], size, lambda item: (item.recorded_at, item.id))


async def read_recall(tx: AnyTx, recall_id: UUID) -> RecallOut:
    """Return a recall with its trace through the stores in the actor's scope. Raises NotFound."""
    rows = await tx.fetch(ONE, tx.org_id, _paths(tx), recall_id)
    if not rows:
        raise NotFound("core.not_found")
    stores = [_store(row) for row in await tx.fetch(STORES, tx.org_id, recall_id, _paths(tx))]
    sources = [RecallSource(**dict(row)) for row in await tx.fetch(CAME, tx.org_id, recall_id, _paths(tx))]
    return RecallOut(**_head(rows[0]), stores=stores, sources=sources)


async def lots_of(tx: AnyTx, product_id: UUID) -> list[ProductLot]:
    """Return the lots of a product, the newest first, at most 200."""
    return [ProductLot(**dict(row)) for row in await tx.fetch(LOTS, tx.org_id, product_id, _paths(tx))]


def _paths(tx: AnyTx) -> list[str]:
    return list(tx.actor.paths(READ_RECALLS))


def _head(row: asyncpg.Record) -> dict[str, Any]:
    columns = dict[str, Any](row)
    for name in ("product_name", "unit_name"):
        columns[name] = msgspec.json.decode(columns[name], type=Words)
    return columns


def _store(row: asyncpg.Record) -> RecallStore:
    columns = dict[str, Any](row)
    columns["kind"] = StoreKind(columns["kind"])
    return RecallStore(**columns)
