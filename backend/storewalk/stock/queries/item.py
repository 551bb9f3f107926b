"""One product at one store: what is on hand, and which lots of it lie where."""

from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.stock.models import PlaceKind
from storewalk.stock.permissions import READ
from storewalk.stock.queries.blind import require_open
from storewalk.stock.queries.blocked import recalled_sql
from storewalk.stock.queries.on_hand import Asked, on_hand
from storewalk.stock.schemas import ItemTransfer, LotOut, StockItemOut
from storewalk.stock.transfer_models import TransferStatus
from storewalk.stores.api import business_day_sql

LOTS: Final = f"""
SELECT l.id AS place_id, l.kind AS place, l.code AS place_code, l.name AS place_name,
       t.id AS lot_id, t.code AS lot_code, t.produced_on, t.expires_on, trim_scale(b.quantity)::text AS quantity,
       h.lot_id IS NOT NULL OR {recalled_sql("b")}
           OR coalesce(t.expires_on < {business_day_sql("s", "$4")}, false) AS blocked,
       h.lot_id IS NOT NULL OR {recalled_sql("b")} AS withdrawn
FROM stock_balance b
JOIN store s ON s.org_id = b.org_id AND s.id = b.store_id
JOIN stock_place l ON l.org_id = b.org_id AND l.id = b.place_id
LEFT JOIN stock_lot t ON t.org_id = b.org_id AND t.id = b.lot_id
LEFT JOIN stock_hold h ON h.org_id = b.org_id AND h.store_id = b.store_id AND h.lot_id = b.lot_id
WHERE b.org_id = $1 AND b.store_id = $2 AND b.product_id = $3 AND b.quantity <> 0
  AND l.kind IN ('shelf', 'back_room', 'bin')
UNION ALL
SELECT NULL, 'transit', 'transit', '', t.id, t.code, t.produced_on, t.expires_on, trim_scale(w.quantity)::text, false,
       false
FROM stock_transit w LEFT JOIN stock_lot t ON t.org_id = w.org_id AND t.id = w.lot_id
WHERE w.org_id = $1 AND w.store_id = $2 AND w.product_id = $3
ORDER BY expires_on, lot_code, place_code"""
# What is reserved, on order and in transit, transfer by transfer: the same conditions as the figures of the list.
TRANSFERS: Final = """
SELECT t.id AS transfer_id, t.status, s.name AS other_store_name, t.from_store_id = $2 AS outgoing,
       trim_scale(coalesce(l.shipped, l.approved, l.requested))::text AS quantity
FROM stock_transfer t
JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id AND l.product_id = $3
JOIN store s ON s.org_id = t.org_id AND s.id = CASE t.from_store_id WHEN $2 THEN t.to_store_id ELSE t.from_store_id END
WHERE t.org_id = $1 AND coalesce(l.shipped, l.approved, l.requested) > 0
  AND (t.from_store_id = $2 AND t.status = 'approved'
    OR t.to_store_id = $2 AND t.status IN ('requested', 'approved', 'shipped'))
ORDER BY t.recorded_at DESC, t.id DESC"""


async def read_item(tx: AnyTx, store_id: UUID, product_id: UUID) -> StockItemOut:
    """Return a product at a store.

    Raises NotFound, also where the store never had it, and WrongState while it is being counted there.
    """
    await require_within(tx, READ, store_id)
    await require_open(tx, store_id, product_id)
    found = (await on_hand(tx, Asked(store=store_id, product=product_id, limit=1))).items
    if not found:
        raise NotFound("core.not_found")
    rows = await tx.fetch(LOTS, tx.org_id, store_id, product_id, tx.now)
    transfers = await tx.fetch(TRANSFERS, tx.org_id, store_id, product_id)
    return StockItemOut(
        item=found[0], lots=[_lot(row) for row in rows], transfers=[_transfer(row) for row in transfers]
    )


def _transfer(row: asyncpg.Record) -> ItemTransfer:
    columns = dict[str, Any](row)
    columns["status"] = TransferStatus(columns["status"])
    return ItemTransfer(**columns)


def _lot(row: asyncpg.Record) -> LotOut:
    columns = dict[str, Any](row)
    columns["place"] = PlaceKind(columns["place"])
    return LotOut(**columns)
