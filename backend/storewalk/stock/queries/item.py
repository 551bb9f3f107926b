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
from storewalk.stock.queries.on_hand import Asked, on_hand
from storewalk.stock.schemas import LotOut, StockItemOut

LOTS: Final = """
SELECT l.kind AS place, l.code AS place_code, t.code AS lot_code, t.produced_on, t.expires_on,
       trim_scale(b.quantity)::text AS quantity
FROM stock_balance b
JOIN stock_place l ON l.org_id = b.org_id AND l.id = b.place_id
LEFT JOIN stock_lot t ON t.org_id = b.org_id AND t.id = b.lot_id
WHERE b.org_id = $1 AND b.store_id = $2 AND b.product_id = $3 AND b.quantity <> 0
  AND l.kind IN ('shelf', 'back_room', 'bin')
UNION ALL
SELECT 'transit', 'transit', t.code, t.produced_on, t.expires_on, trim_scale(w.quantity)::text
FROM stock_transit w LEFT JOIN stock_lot t ON t.org_id = w.org_id AND t.id = w.lot_id
WHERE w.org_id = $1 AND w.store_id = $2 AND w.product_id = $3
ORDER BY expires_on, lot_code, place_code"""


async def read_item(tx: AnyTx, store_id: UUID, product_id: UUID) -> StockItemOut:
    """Return a product at a store.

    Raises NotFound, also where the store never had it, and WrongState while it is being counted there.
    """
    await require_within(tx, READ, store_id)
    await require_open(tx, store_id, product_id)
    found = (await on_hand(tx, Asked(store=store_id, product=product_id, limit=1))).items
    if not found:
        raise NotFound("core.not_found")
    rows = await tx.fetch(LOTS, tx.org_id, store_id, product_id)
    return StockItemOut(item=found[0], lots=[_lot(row) for row in rows])


def _lot(row: asyncpg.Record) -> LotOut:
    columns = dict[str, Any](row)
    columns["place"] = PlaceKind(columns["place"])
    return LotOut(**columns)
