"""What stores ordered of suppliers and nobody has sent to them yet."""

from datetime import date
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import Invalid, NotFound
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import READ_PURCHASES
from storewalk.ordering.purchase_goods import by_product
from storewalk.ordering.purchase_need_schemas import MissingStore, PurchaseNeed, PurchaseNeedOut, PurchaseNeeds
from storewalk.ordering.queries.purchase_locks import way_of
from storewalk.ordering.queries.purchase_pieces import UNSENT, wanted_pieces
from storewalk.ordering.queries.purchase_read import PurchaseFilter, list_purchases, product_of
from storewalk.partners.api import OrderWay

OPEN: Final = "o.state IN ('draft', 'returned', 'waiting')"
NEEDS: Final = f"""
SELECT s.id AS source_id, s.name AS source_name, p.id AS supplier_id, p.name AS supplier_name,
       coalesce(y.way, 'file') AS way, coalesce(y.automatic, false) AS automatic, n.*, s.least_cents, (
           SELECT coalesce(sum(d.total_cents), 0)::bigint FROM purchase_order d
           WHERE d.org_id = s.org_id AND d.source_id = s.id AND d.day = n.day AND d.state <> 'refused') AS sent_cents
FROM (
    SELECT o.source_id AS source, o.day, max(o.cut_off_at) AS cut_off_at, count(*) FILTER (WHERE {UNSENT}) AS orders,
           count(*) FILTER (WHERE {OPEN}) AS open_orders,
           coalesce(sum(o.total_cents) FILTER (WHERE {UNSENT}), 0)::bigint AS cents
    FROM store_order o
    WHERE o.org_id = $1 AND {lies_below("o", "o.store_id", "$2")} AND (o.state = 'approved' OR {OPEN})
      AND ($4::uuid IS NULL OR o.source_id = $4) AND ($5::date IS NULL OR o.day = $5)
    GROUP BY 1, 2
    HAVING count(*) FILTER (WHERE {UNSENT}) > 0 OR max(o.cut_off_at) FILTER (WHERE {OPEN}) > $3
) n
JOIN order_source s ON s.org_id = $1 AND s.id = n.source
JOIN supplier p ON p.org_id = s.org_id AND p.id = s.supplier_id
LEFT JOIN supplier_way y ON y.org_id = p.org_id AND y.supplier_id = p.id
ORDER BY n.cut_off_at, s.code"""
MISSING: Final = f"""
SELECT w.id AS store_id, w.code AS store_code, w.name AS store_name, o.id AS order_id, o.state
FROM store w
LEFT JOIN LATERAL (
    SELECT o.id, o.state FROM store_order o
    WHERE o.org_id = w.org_id AND o.store_id = w.id AND o.source_id = $3 AND o.day = $4
      AND o.state NOT IN ('cancelled', 'refused')
    ORDER BY {OPEN}, o.recorded_at DESC LIMIT 1
) o ON true
WHERE w.org_id = $1 AND {lies_below("w", "w.id", "$2")} AND w.status <> 'closed'
  AND ({OPEN} OR o.id IS NULL AND EXISTS (
      SELECT 1 FROM order_sheet h WHERE h.org_id = w.org_id AND h.store_id = w.id AND h.day = $4
        AND $3 = ANY (h.source_ids)))
ORDER BY w.code"""


async def purchase_needs(tx: AnyTx) -> PurchaseNeeds:
    """Return what the stores in the actor's scope want of suppliers."""
    return PurchaseNeeds(items=await _needs(tx, None, None))


async def purchase_need(tx: AnyTx, source_id: UUID, day: date | None) -> PurchaseNeedOut:
    """Return what stores want of a source on a day. Raises NotFound for a warehouse's, Invalid without a day."""
    if day is None:
        raise Invalid("ordering.which_day", field="day")
    if await way_of(tx, source_id) is None:
        raise NotFound("ordering.no_supplier_source")
    paths = list(tx.actor.paths(READ_PURCHASES))
    found = await _needs(tx, source_id, day)
    goods = by_product(await wanted_pieces(tx, source_id, day, paths))
    rows = await tx.fetch(MISSING, tx.org_id, paths, source_id, day)
    sent = await list_purchases(tx, PurchaseFilter(source=source_id, day=day))
    return PurchaseNeedOut(
        need=found[0] if found else None,
        products=[product_of(each) for each in goods],
        missing=[_missing(row) for row in rows],
        purchases=sent.items,
    )


async def _needs(tx: AnyTx, source_id: UUID | None, day: date | None) -> list[PurchaseNeed]:
    paths = list(tx.actor.paths(READ_PURCHASES))
    return [_need(row) for row in await tx.fetch(NEEDS, tx.org_id, paths, tx.now, source_id, day)]


def _need(row: asyncpg.Record) -> PurchaseNeed:
    columns = dict[str, Any](row)
    columns.pop("source")
    columns["way"] = OrderWay(columns["way"])
    return PurchaseNeed(**columns)


def _missing(row: asyncpg.Record) -> MissingStore:
    columns = dict[str, Any](row)
    columns["state"] = OrderState(columns["state"]) if columns["state"] else None
    return MissingStore(**columns)
