"""An order after its approval, with deliveries, receipts and claims."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import NotFound
from storewalk.core.quantities import plain
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import is_within
from storewalk.ordering.fulfil_models import ConfirmedWhy, MissingWhy
from storewalk.ordering.fulfil_outputs import (
    FulfilledLineOut,
    FulfilmentOut,
    OrderReceiptOut,
    ReceiptLineOut,
    ShipmentLineOut,
    ShipmentOut,
)
from storewalk.ordering.order_states import FROM, OrderState, Step
from storewalk.ordering.permissions import CANCEL_ORDER, RECEIVE_ORDER
from storewalk.ordering.queries.fulfil_claims import claims_of_order
from storewalk.ordering.queries.fulfil_locks import Origin, answers_for
from storewalk.ordering.queries.fulfil_scope import SEEN, seen_from
from storewalk.ordering.queries.order_lines import words
from storewalk.ordering.queries.order_locks import order_meant
from storewalk.stock import api as stock

HEAD: Final = f"""
SELECT o.id, o.store_id, w.code AS store_code, w.name AS store_name, o.source_id, s.name AS source_name, s.warehouse_id,
       o.urgent, o.note, o.day, o.expected_on, o.state, o.reason, a.name AS accepted_by_name, o.accepted_at,
       o.closed_at, o.version, coalesce(s.over_percent, r.over_percent, 0) AS over_percent
FROM store_order o
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
LEFT JOIN account a ON a.org_id = o.org_id AND a.id = o.accepted_by
LEFT JOIN order_receiving_rule r ON r.org_id = o.org_id
WHERE o.org_id = $1 AND {SEEN} AND o.id = $4"""
LINES: Final = """
SELECT l.product_id, p.code, p.name::text, u.name::text AS unit_name,
       trim_scale(l.pack_quantity)::text AS pack_quantity, trim_scale(l.quantity)::text AS quantity,
       trim_scale(l.confirmed)::text AS confirmed, c.why, trim_scale(c.there)::text AS there,
       trim_scale(c.asked)::text AS asked, trim_scale(c.need)::text AS need,
       coalesce(c.note, '') AS note, trim_scale(l.shipped)::text AS shipped,
       trim_scale(l.received)::text AS received,
       trim_scale(greatest(coalesce(l.confirmed, l.quantity) - l.shipped + coalesce(g.gone, 0), 0))::text AS to_ship,
       trim_scale(greatest(coalesce(l.confirmed, l.quantity) - l.received, 0))::text AS open,
       f.life_days IS NOT NULL AS perishes
FROM store_order_line l
JOIN store_order o ON o.org_id = l.org_id AND o.id = l.order_id
LEFT JOIN order_offer f ON f.org_id = l.org_id AND f.source_id = o.source_id AND f.product_id = l.product_id
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
LEFT JOIN order_confirmation c ON c.org_id = l.org_id AND c.order_id = l.order_id AND c.product_id = l.product_id
LEFT JOIN (
    SELECT product_id, sum(damaged + missing) AS gone FROM order_shipment_line
    WHERE org_id = $1 AND order_id = $2 GROUP BY product_id
) g ON g.product_id = l.product_id
WHERE l.org_id = $1 AND l.order_id = $2 AND l.quantity > 0 ORDER BY l.position, p.search_code"""
SHIPMENTS: Final = """
SELECT h.id, h.number, h.expected_at, h.note, a.name AS shipped_by_name, h.shipped_at, h.received_at
FROM order_shipment h JOIN account a ON a.org_id = h.org_id AND a.id = h.shipped_by
WHERE h.org_id = $1 AND h.order_id = $2 ORDER BY h.number"""
SHIPPED: Final = """
SELECT l.shipment_id, l.id, l.product_id, p.code, p.name::text, l.lot_code, l.expires_on,
       trim_scale(l.shipped)::text AS shipped, trim_scale(l.received)::text AS received,
       trim_scale(l.damaged)::text AS damaged, trim_scale(l.missing)::text AS missing,
       trim_scale(greatest(l.shipped - l.received - l.damaged - l.missing, 0))::text AS open
FROM order_shipment_line l JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
WHERE l.org_id = $1 AND l.order_id = $2 ORDER BY l.position"""
RECEIPTS: Final = """
SELECT r.id, r.shipment_id, a.name AS received_by_name, r.received_at, r.note, r.value_cents
FROM order_receipt r JOIN account a ON a.org_id = r.org_id AND a.id = r.received_by
WHERE r.org_id = $1 AND r.order_id = $2 ORDER BY r.recorded_at, r.id"""
RECEIVED: Final = """
SELECT l.receipt_id, l.shipment_line_id, l.product_id, p.code, p.name::text, trim_scale(l.received)::text AS received,
       trim_scale(l.damaged)::text AS damaged, trim_scale(l.missing)::text AS missing, l.missing_why, l.lot_code,
       l.expires_on, trim_scale(l.temperature)::text AS temperature, l.note, l.photo_ids, l.value_cents
FROM order_receipt r
JOIN order_receipt_line l ON l.org_id = r.org_id AND l.receipt_id = r.id
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
WHERE r.org_id = $1 AND r.order_id = $2 ORDER BY l.position"""


async def read_fulfilment(tx: AnyTx, order_id: UUID) -> FulfilmentOut:
    """Return an order. Raises NotFound where the actor sees neither its store nor the warehouse that it comes from."""
    if isinstance(tx, Tx):
        await tx.flush()
    row = await tx.fetchrow(HEAD, tx.org_id, *seen_from(tx), order_id)
    if row is None:
        meant = await order_meant(tx, order_id)
        row = await tx.fetchrow(HEAD, tx.org_id, *seen_from(tx), meant) if meant else None
    if row is None:
        raise NotFound("ordering.no_order")
    head = dict[str, Any](row)
    head["state"] = OrderState(head["state"])
    found = head["id"]
    origin = Origin(head["source_id"], head["source_name"], head["warehouse_id"])
    may_fulfil = await answers_for(tx, origin, head["store_id"])
    lines = await tx.fetch(LINES, tx.org_id, found)
    ready = await _ready(tx, found, origin, lines) if may_fulfil else {}
    return FulfilmentOut(
        **head,
        from_warehouse=origin.warehouse_id is not None,
        may_fulfil=may_fulfil,
        may_receive=await is_within(tx, RECEIVE_ORDER, head["store_id"]),
        may_close=head["state"] in FROM[Step.CLOSE] and await _may_close(tx, origin, head["store_id"]),
        lines=[_line(each, ready.get(each["product_id"])) for each in lines],
        shipments=await _shipments(tx, found),
        receipts=await _receipts(tx, found),
        claims=await claims_of_order(tx, found),
    )


async def _may_close(tx: AnyTx, origin: Origin, store_id: UUID) -> bool:
    return await is_within(tx, CANCEL_ORDER, store_id) or await answers_for(tx, origin, store_id, CANCEL_ORDER)


async def _ready(tx: AnyTx, order_id: UUID, origin: Origin, lines: Sequence[asyncpg.Record]) -> dict[UUID, Decimal]:
    """Return how much of each product the warehouse has for an order: what it keeps for it, and what is free."""
    if origin.warehouse_id is None:
        return {}
    free = await stock.free_of(tx, origin.warehouse_id, [row["product_id"] for row in lines])
    kept = await stock.kept_for(tx, order_id)
    return {id_: max(quantity, Decimal(0)) + kept.get(id_, Decimal(0)) for id_, quantity in free.items()}


def _line(row: asyncpg.Record, ready: Decimal | None) -> FulfilledLineOut:
    columns = dict[str, Any](row)
    columns["ready"] = None if ready is None else plain(min(ready, Decimal(columns["to_ship"])))
    columns["name"], columns["unit_name"] = words(columns["name"]), words(columns["unit_name"])
    columns["why"] = ConfirmedWhy(columns["why"]) if columns["why"] else None
    return FulfilledLineOut(**columns)


async def _shipments(tx: AnyTx, order_id: UUID) -> list[ShipmentOut]:
    lines: dict[UUID, list[ShipmentLineOut]] = {}
    for row in await tx.fetch(SHIPPED, tx.org_id, order_id):
        columns = dict[str, Any](row)
        columns["name"] = words(columns["name"])
        lines.setdefault(columns.pop("shipment_id"), []).append(ShipmentLineOut(**columns))
    rows = await tx.fetch(SHIPMENTS, tx.org_id, order_id)
    return [ShipmentOut(**dict[str, Any](row), lines=lines.get(row["id"], [])) for row in rows]


async def _receipts(tx: AnyTx, order_id: UUID) -> list[OrderReceiptOut]:
    lines: dict[UUID, list[ReceiptLineOut]] = {}
    for row in await tx.fetch(RECEIVED, tx.org_id, order_id):
        columns = dict[str, Any](row)
        columns["name"] = words(columns["name"])
        columns["missing_why"] = MissingWhy(columns["missing_why"]) if columns["missing_why"] else None
        lines.setdefault(columns.pop("receipt_id"), []).append(ReceiptLineOut(**columns))
    rows = await tx.fetch(RECEIPTS, tx.org_id, order_id)
    return [OrderReceiptOut(**dict[str, Any](row), lines=lines.get(row["id"], [])) for row in rows]
