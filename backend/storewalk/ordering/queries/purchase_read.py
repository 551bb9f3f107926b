"""Orders to suppliers as people look at them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.errors import NotFound
from storewalk.core.quantities import plain
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import READ_PURCHASES
from storewalk.ordering.purchase_goods import Goods, Piece, by_product
from storewalk.ordering.purchase_models import PartOutcome, PurchaseState
from storewalk.ordering.purchase_schemas import ProductNeed, PurchaseItem, PurchaseOrderPart, PurchaseOut, StorePiece
from storewalk.ordering.queries.purchase_locks import ALL_WITHIN
from storewalk.ordering.queries.purchase_pieces import kept_pieces
from storewalk.partners.api import OrderWay

ITEM: Final = """
SELECT d.id, d.number, d.source_id, s.name AS source_name, d.supplier_id, p.name AS supplier_name, d.day, d.state,
       d.way, d.address, d.total_cents, d.tries, d.fault, a.name AS sent_by_name, d.recorded_at, d.sent_at,
       d.opened_at, d.answered_at, d.expected_on, d.version,
       (SELECT count(*) FROM purchase_part t WHERE t.org_id = d.org_id AND t.purchase_id = d.id) AS orders"""
FROM: Final = """
FROM purchase_order d
JOIN order_source s ON s.org_id = d.org_id AND s.id = d.source_id
JOIN supplier p ON p.org_id = d.org_id AND p.id = d.supplier_id
LEFT JOIN account a ON a.org_id = d.org_id AND a.id = d.sent_by
WHERE d.org_id = $1"""
ONE: Final = f"{ITEM}, d.note, d.link_ends_at {FROM} AND d.id = $3 AND {ALL_WITHIN}"
MANY: Final = f"""{ITEM} {FROM} AND {ALL_WITHIN}
  AND ($3::uuid IS NULL OR d.source_id = $3) AND ($4::uuid IS NULL OR d.supplier_id = $4)
  AND (cardinality($5::text[]) = 0 OR d.state = ANY ($5)) AND ($6::date IS NULL OR d.day = $6)
  AND ($7::timestamptz IS NULL OR (d.recorded_at, d.id) < ($7, $8))
ORDER BY d.recorded_at DESC, d.id DESC LIMIT $9"""
PARTS: Final = """
SELECT o.id AS order_id, w.code AS store_code, w.name AS store_name, o.state, o.expected_on, t.outcome
FROM purchase_part t JOIN store_order o ON o.org_id = t.org_id AND o.id = t.order_id
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
WHERE t.org_id = $1 AND t.purchase_id = $2 ORDER BY w.code, o.id"""


class PurchaseFilter(Struct, frozen=True):
    """Which orders to suppliers are wanted."""

    source: UUID | None = None
    supplier: UUID | None = None
    states: Sequence[PurchaseState] = ()
    day: date | None = None


async def list_purchases(
    tx: AnyTx, wanted: PurchaseFilter, *, limit: int | None = None, cursor: str | None = None
) -> Page[PurchaseItem]:
    """Return orders to suppliers of which the actor sees all stores, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    rows = await tx.fetch(
        MANY,
        tx.org_id,
        list(tx.actor.paths(READ_PURCHASES)),
        wanted.source,
        wanted.supplier,
        [state.value for state in wanted.states],
        wanted.day,
        after.at if after else None,
        after.id if after else None,
        size + 1,
    )
    found = page(rows, size, _place)
    return Page([PurchaseItem(**_columns(row)) for row in found.items], found.next)


async def read_purchase(tx: AnyTx, purchase_id: UUID) -> PurchaseOut:
    """Return an order to a supplier. Raises NotFound unless the actor sees all stores behind it."""
    row = await tx.fetchrow(ONE, tx.org_id, list(tx.actor.paths(READ_PURCHASES)), purchase_id)
    if row is None:
        raise NotFound("ordering.no_purchase")
    goods = by_product(await kept_pieces(tx, purchase_id))
    parts = await purchase_parts(tx, purchase_id)
    return PurchaseOut(**_columns(row), products=[product_of(each) for each in goods], parts=parts)


async def purchase_parts(tx: AnyTx, purchase_id: UUID) -> list[PurchaseOrderPart]:
    """Return the stores' orders behind an order to a supplier, as they are now."""
    return [_part(row) for row in await tx.fetch(PARTS, tx.org_id, purchase_id)]


def product_of(goods: Goods) -> ProductNeed:
    """Return a product with the stores behind it."""
    of = goods.of
    return ProductNeed(
        product_id=of.product_id,
        code=of.code,
        name=of.name,
        unit_name=of.unit_name,
        pack_quantity=plain(goods.pack),
        packs=plain(goods.packs),
        quantity=plain(goods.quantity),
        answered=None if goods.answered is None else plain(goods.answered),
        cents=goods.cents,
        rows=[_row(piece) for piece in goods.pieces],
    )


def _row(piece: Piece) -> StorePiece:
    return StorePiece(
        order_id=piece.order_id,
        store_code=piece.store_code,
        store_name=piece.store_name,
        expected_on=piece.expected_on,
        quantity=plain(piece.quantity),
        answered=None if piece.answered is None else plain(piece.answered),
        cents=piece.cents,
    )


def _columns(row: asyncpg.Record) -> dict[str, Any]:
    columns = dict[str, Any](row)
    columns["state"], columns["way"] = PurchaseState(columns["state"]), OrderWay(columns["way"])
    return columns


def _part(row: asyncpg.Record) -> PurchaseOrderPart:
    columns = dict[str, Any](row)
    columns["state"] = OrderState(columns["state"])
    columns["outcome"] = PartOutcome(columns["outcome"]) if columns["outcome"] else None
    return PurchaseOrderPart(**columns)


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["recorded_at"], row["id"]
