"""The places of a store, and what lies at one of them."""

from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, Words, decode_after, encode_after
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.stock.models import PlaceKind
from storewalk.stock.permissions import READ, SEE_WHILE_COUNTED
from storewalk.stock.place_schemas import PlacedGoods, PlaceOut
from storewalk.stock.places import standard_place
from storewalk.stock.queries.blind import BLIND, sees_all
from storewalk.stock.queries.blocked import recalled_sql
from storewalk.stores.api import business_day_sql

EVERYWHERE: Final = (PlaceKind.SHELF, PlaceKind.BACK_ROOM)
"""Where goods lie in every store, also before anything has moved there."""
PLACES: Final = """
SELECT w.id, $2::uuid AS store_id, w.kind, coalesce(p.code, w.kind) AS code, coalesce(p.name, '') AS name, p.closed_at,
       coalesce(p.version, 1) AS version, w.turn
FROM unnest($3::uuid[], $4::text[]) WITH ORDINALITY AS w (id, kind, turn)
LEFT JOIN stock_place p ON p.org_id = $1 AND p.id = w.id
UNION ALL
SELECT p.id, p.store_id, p.kind, p.code, p.name, p.closed_at, p.version, 10 FROM stock_place p
WHERE p.org_id = $1 AND p.store_id = $2 AND p.kind = 'bin'"""
LISTED: Final = f"""
SELECT l.id, l.store_id, l.kind, l.code, l.name, l.closed_at, l.version,
       (SELECT count(DISTINCT b.product_id) FROM stock_balance b
        WHERE b.org_id = $1 AND b.store_id = $2 AND b.place_id = l.id AND b.quantity <> 0) AS products
FROM ({PLACES}) l WHERE $5::uuid IS NULL OR l.id = $5 ORDER BY l.closed_at IS NOT NULL, l.turn, l.code"""
GOODS: Final = f"""
SELECT i.product_id, p.code AS product_code, p.name::text AS product_name, u.code AS unit, u.name::text AS unit_name,
       i.lot_id, t.code AS lot_code, t.expires_on, trim_scale(i.quantity)::text AS quantity, p.search_code, i.id,
       h.lot_id IS NOT NULL OR {recalled_sql("i")}
           OR coalesce(t.expires_on < {business_day_sql("s", "$4")}, false) AS blocked
FROM stock_balance i
JOIN store s ON s.org_id = i.org_id AND s.id = i.store_id
JOIN product p ON p.org_id = i.org_id AND p.id = i.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
LEFT JOIN stock_lot t ON t.org_id = i.org_id AND t.id = i.lot_id
LEFT JOIN stock_hold h ON h.org_id = i.org_id AND h.store_id = i.store_id AND h.lot_id = i.lot_id
WHERE i.org_id = $1 AND i.store_id = $2 AND i.place_id = $3 AND i.quantity <> 0
  AND ($5::text IS NULL OR (p.search_code, i.id) > ($5, $6))"""
OPEN_ONLY: Final = f"AND NOT ({BLIND.format('$4', '$8')})"
IN_ORDER: Final = "ORDER BY p.search_code, i.id LIMIT $7"


class After(msgspec.Struct, frozen=True, array_like=True):
    """Where a page of goods ended."""

    code: str
    id: UUID


async def places_at(tx: AnyTx, store_id: UUID) -> list[PlaceOut]:
    """Return where goods lie at a store: shelf, back room, bins by code, closed ones last. Raises NotFound."""
    await require_within(tx, READ, store_id)
    return [_place(row) for row in await _fetch(tx, store_id, None)]


async def read_place(tx: AnyTx, store_id: UUID, place_id: UUID) -> PlaceOut:
    """Return a place of a store. Raises NotFound."""
    rows = await _fetch(tx, store_id, place_id)
    if not rows:
        raise NotFound("stock.no_place")
    return _place(rows[0])


async def goods_at(tx: AnyTx, store_id: UUID, place_id: UUID, *, limit: int, cursor: str | None) -> Page[PlacedGoods]:
    """Return what lies at a place, lot by lot, by product code; not what the actor must not see while it is counted.

    Raises NotFound outside the scope, and for a place of another store.
    """
    await require_within(tx, READ, store_id)
    await read_place(tx, store_id, place_id)
    after = decode_after(cursor, After)
    arguments: list[object] = [tx.org_id, store_id, place_id, tx.now]
    arguments += [after.code, after.id] if after else [None, None]
    arguments.append(limit + 1)
    sql = f"{GOODS} {IN_ORDER}"
    if not sees_all(tx):
        sql = f"{GOODS} {OPEN_ONLY} {IN_ORDER}"
        arguments.append(list(tx.actor.paths(SEE_WHILE_COUNTED)))
    rows = await tx.fetch(sql, *arguments)
    shown = [_goods(row) for row in rows[:limit]]
    if len(rows) <= limit:
        return Page(shown, None)
    last = rows[limit - 1]
    return Page(shown, encode_after(After(last["search_code"], last["id"])))


async def _fetch(tx: AnyTx, store_id: UUID, place_id: UUID | None) -> list[asyncpg.Record]:
    ids, kinds = [standard_place(store_id, kind) for kind in EVERYWHERE], [kind.value for kind in EVERYWHERE]
    return await tx.fetch(LISTED, tx.org_id, store_id, ids, kinds, place_id)


def _place(row: asyncpg.Record) -> PlaceOut:
    columns = dict[str, Any](row)
    columns["kind"] = PlaceKind(columns["kind"])
    return PlaceOut(**columns)


def _goods(row: asyncpg.Record) -> PlacedGoods:
    columns = dict[str, Any](row)
    for name in ("product_name", "unit_name"):
        columns[name] = msgspec.json.decode(columns[name], type=Words)
    del columns["search_code"], columns["id"]
    return PlacedGoods(**columns)
