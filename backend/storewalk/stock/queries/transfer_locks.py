"""What a step of a transfer locks, and what it has to know of the two stores and the goods."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.tx import AnyTx, Tx
from storewalk.stock.queries.blocked import blocked_sql
from storewalk.stock.queries.books import Key
from storewalk.stock.queries.reserved import RESERVED
from storewalk.stock.transfer_models import StockTransfer, StockTransferLine, StockTransferPart

# A store's entity on a day is the last that it came to before the end of that day.
ENDS: Final = """
SELECT s.id, s.name, s.status, e.legal_entity_id AS entity_id FROM unnest($2::uuid[], $3::date[]) AS w (id, day)
JOIN store s ON s.org_id = $1 AND s.id = w.id
LEFT JOIN LATERAL (
    SELECT d.legal_entity_id FROM store_entity d
    WHERE d.org_id = s.org_id AND d.store_id = s.id AND d.valid_from <= w.day ORDER BY d.valid_from DESC LIMIT 1
) e ON true"""
ON_HAND: Final = """
SELECT i.store_id, i.product_id FROM unnest($2::uuid[], $3::uuid[]) AS k (store_id, product_id)
JOIN stock_item i ON i.org_id = $1 AND i.store_id = k.store_id AND i.product_id = k.product_id
ORDER BY i.store_id, i.product_id FOR UPDATE OF i"""
OFFERED: Final = f"""
SELECT i.store_id, i.product_id, i.quantity - coalesce(({blocked_sql("i", "s", "$4")}), 0) AS quantity
FROM unnest($2::uuid[], $3::uuid[]) AS w (store_id, product_id)
JOIN stock_item i ON i.org_id = $1 AND i.store_id = w.store_id AND i.product_id = w.product_id
JOIN store s ON s.org_id = i.org_id AND s.id = i.store_id"""
PROMISED: Final = f"""
SELECT r.store_id, r.product_id, sum(r.quantity) AS quantity FROM ({RESERVED}) r
WHERE r.store_id = ANY ($2) AND r.product_id = ANY ($3) GROUP BY r.store_id, r.product_id"""
CODES: Final = "SELECT id, code FROM product WHERE org_id = $1 AND id = ANY ($2)"
CLOSED: Final = """
SELECT k.product_id FROM unnest($3::uuid[]) AS k (product_id) WHERE EXISTS (
    SELECT 1 FROM stock_blind b WHERE b.org_id = $1 AND b.store_id = $2 AND b.since <= $4
    AND (b.product_ids IS NULL OR k.product_id = ANY (b.product_ids)))"""


class End(Struct, frozen=True):
    """One of the two stores of a transfer, and whose it is."""

    id: UUID
    name: str
    status: str
    entity_id: UUID | None


async def lock_transfers(tx: Tx, transfer_ids: Sequence[UUID]) -> dict[UUID, StockTransfer]:
    """Lock transfers in the order of their ids, and return those that are there."""
    found = select(StockTransfer).where(StockTransfer.org_id == tx.org_id, StockTransfer.id.in_(transfer_ids))
    ordered = found.order_by(StockTransfer.id).with_for_update().execution_options(populate_existing=True)
    return {transfer.id: transfer for transfer in await tx.session.scalars(ordered)}


async def lines(tx: Tx, transfer_id: UUID) -> list[StockTransferLine]:
    """Return the lines of a locked transfer."""
    found = select(StockTransferLine).where(
        StockTransferLine.org_id == tx.org_id, StockTransferLine.transfer_id == transfer_id
    )
    return list(await tx.session.scalars(found.order_by(StockTransferLine.position)))


async def parts(tx: Tx, transfer_id: UUID) -> list[StockTransferPart]:
    """Return what a locked transfer sent of which lot."""
    found = select(StockTransferPart).where(
        StockTransferPart.org_id == tx.org_id, StockTransferPart.transfer_id == transfer_id
    )
    return list(await tx.session.scalars(found.order_by(StockTransferPart.position)))


async def ends(tx: AnyTx, days: Mapping[UUID, date]) -> dict[UUID, End]:
    """Return stores with the legal entity that each belongs to on a day of its own."""
    rows = await tx.fetch(ENDS, tx.org_id, list(days), list(days.values()))
    return {row["id"]: End(**dict[str, Any](row)) for row in rows}


async def lock_available(tx: Tx, keys: Iterable[Key]) -> dict[Key, Decimal]:
    """Lock books in the order of all postings; return what each offers and has not promised.

    That is nothing where it has none, and leaves out what is past its last day or withdrawn.
    """
    wanted = sorted(set(keys))
    await tx.fetch(ON_HAND, tx.org_id, [store for store, _ in wanted], [product for _, product in wanted])
    return await available(tx, wanted)


async def available(tx: AnyTx, keys: Iterable[Key]) -> dict[Key, Decimal]:
    """Return what books offer and have not promised, as `lock_available` does, without a lock."""
    wanted = sorted(set(keys))
    stores, products = [store for store, _ in wanted], [product for _, product in wanted]
    free = dict.fromkeys(wanted, Decimal(0))
    for row in await tx.fetch(OFFERED, tx.org_id, stores, products, tx.now):
        free[row["store_id"], row["product_id"]] = row["quantity"]
    for row in await tx.fetch(PROMISED, tx.org_id, sorted(set(stores)), sorted(set(products))):
        key = row["store_id"], row["product_id"]
        if key in free:
            free[key] -= row["quantity"]
    return free


async def product_codes(tx: AnyTx, product_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the codes of products, for refusals to name them."""
    return {row["id"]: row["code"] for row in await tx.fetch(CODES, tx.org_id, list(product_ids))}


async def closed_products(tx: AnyTx, store_id: UUID, product_ids: Iterable[UUID]) -> set[UUID]:
    """Return those of some products whose book is closed at a store, because it is being counted."""
    rows = await tx.fetch(CLOSED, tx.org_id, store_id, list(product_ids), tx.now)
    return {row["product_id"] for row in rows}
