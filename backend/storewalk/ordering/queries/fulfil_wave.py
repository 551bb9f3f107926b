"""The orders that a warehouse sends on a day: a wave."""

from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import Invalid, NotFound
from storewalk.core.quantities import plain
from storewalk.core.tx import AnyTx
from storewalk.identity.api import is_within
from storewalk.ordering.fulfil_wave_schemas import WaveOrder, WaveOut, WavePick, WaveProduct
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import FULFIL_ORDER
from storewalk.ordering.queries.order_lines import words
from storewalk.stock import api as stock

IN_WAVE: Final = """
FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id AND s.warehouse_id = $2
WHERE o.org_id = $1 AND coalesce(o.expected_on, o.day) = $3"""
SHARED_OUT: Final = f"SELECT o.id {IN_WAVE} AND o.state IN ('approved', 'accepted') ORDER BY o.id"
ORDERS: Final = f"""
SELECT o.id, o.store_id, w.code AS store_code, w.name AS store_name, o.state, o.urgent, o.line_count AS lines,
       o.version
FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id AND s.warehouse_id = $2
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
{IN_WAVE[IN_WAVE.index("WHERE") :]} AND o.state = ANY ($4) ORDER BY w.code, o.id"""
PRODUCTS: Final = f"""
SELECT l.product_id, p.code, p.name::text, u.name::text AS unit_name, sum(l.quantity) AS ordered,
       sum(greatest(coalesce(l.confirmed, l.quantity) - l.shipped, 0)) AS to_ship,
       coalesce(sum(k.quantity), 0) AS kept
{
    IN_WAVE.replace(
        "WHERE",
        '''JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id AND l.quantity > 0
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
LEFT JOIN stock_reservation k ON k.org_id = l.org_id AND k.document_id = l.order_id AND k.product_id = l.product_id
WHERE''',
    )
} AND o.state = ANY ($4)
GROUP BY l.product_id, p.code, p.name, u.name, p.search_code ORDER BY p.search_code"""
TO_PICK: Final = f"""
SELECT o.id AS order_id, w.code AS store_code, w.name AS store_name, l.product_id, p.code, p.name::text,
       l.confirmed - l.shipped + coalesce(g.gone, 0) AS quantity
{
    IN_WAVE.replace(
        "WHERE",
        '''JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
LEFT JOIN LATERAL (SELECT sum(h.damaged + h.missing) AS gone FROM order_shipment_line h
                   WHERE h.org_id = l.org_id AND h.order_id = l.order_id AND h.product_id = l.product_id) g ON true
WHERE''',
    )
} AND o.state IN ('accepted', 'partly_shipped', 'partly_received') AND l.confirmed + coalesce(g.gone, 0) > l.shipped
  AND ($4::uuid IS NULL OR o.id = $4)
ORDER BY w.code, o.id, l.position"""
OF_ORDER: Final = """
SELECT s.warehouse_id, coalesce(o.expected_on, o.day) AS day FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id WHERE o.org_id = $1 AND o.id = $2"""
TO_SEND: Final = (OrderState.APPROVED, OrderState.ACCEPTED, OrderState.PARTLY_SHIPPED, OrderState.PARTLY_RECEIVED)


def which(warehouse_id: UUID | None, day: date | None) -> tuple[UUID, date]:
    """Return the wave that is asked for. Raises Invalid unless both are named."""
    if warehouse_id is None:
        raise Invalid("ordering.which_warehouse", field="warehouse")
    if day is None:
        raise Invalid("ordering.which_day", field="day")
    return warehouse_id, day


async def require_warehouse(tx: AnyTx, warehouse_id: UUID) -> None:
    """Raise NotFound unless the actor answers for a warehouse."""
    if not await is_within(tx, FULFIL_ORDER, warehouse_id):
        raise NotFound("ordering.no_warehouse_here")


async def orders_to_share(tx: AnyTx, warehouse_id: UUID, day: date) -> list[UUID]:
    """Return the orders of a warehouse for a day of which nothing was sent yet."""
    return [row["id"] for row in await tx.fetch(SHARED_OUT, tx.org_id, warehouse_id, day)]


async def read_wave(tx: AnyTx, warehouse_id: UUID, day: date) -> WaveOut:
    """Return what a warehouse has to send on a day, and whether there is enough. Raises NotFound outside the scope."""
    await require_warehouse(tx, warehouse_id)
    arguments = tx.org_id, warehouse_id, day, list(TO_SEND)
    orders = [_order(row) for row in await tx.fetch(ORDERS, *arguments)]
    rows = await tx.fetch(PRODUCTS, *arguments)
    free = await stock.free_of(tx, warehouse_id, [row["product_id"] for row in rows])
    return WaveOut(
        warehouse_id=warehouse_id,
        day=day,
        orders=orders,
        products=[_product(row, free[row["product_id"]] + row["kept"]) for row in rows],
    )


async def order_picks(tx: AnyTx, order_id: UUID) -> list[WavePick]:
    """Return what would leave the warehouse if all that is left of an order were sent now. Raises NotFound.

    Nothing is told of an order from a supplier, nor of one of which nothing is to be sent.
    """
    row = await tx.fetchrow(OF_ORDER, tx.org_id, order_id)
    if row is None:
        raise NotFound("ordering.no_order")
    if row["warehouse_id"] is None:
        return []
    return await wave_picks(tx, row["warehouse_id"], row["day"], order_id)


async def wave_picks(tx: AnyTx, warehouse_id: UUID, day: date, only: UUID | None = None) -> list[WavePick]:
    """Return what to take from where for the accepted orders of a day, or one of them: what ends first goes first."""
    await require_warehouse(tx, warehouse_id)
    rows = await tx.fetch(TO_PICK, tx.org_id, warehouse_id, day, only)
    by = {(row["order_id"], row["product_id"]): row for row in rows}
    wanted = [stock.ToPick(row["order_id"], row["product_id"], row["quantity"]) for row in rows]
    return [_pick(by[each.key, each.product_id], each) for each in await stock.picks(tx, warehouse_id, wanted)]


def _order(row: asyncpg.Record) -> WaveOrder:
    columns = dict[str, Any](row)
    columns["state"] = OrderState(columns["state"])
    return WaveOrder(**columns)


def _product(row: asyncpg.Record, there: Decimal) -> WaveProduct:
    return WaveProduct(
        product_id=row["product_id"],
        code=row["code"],
        name=words(row["name"]),
        unit_name=words(row["unit_name"]),
        ordered=plain(row["ordered"]),
        to_ship=plain(row["to_ship"]),
        there=plain(there),
        short=plain(max(row["to_ship"] - there, Decimal(0))),
    )


def _pick(row: asyncpg.Record, pick: stock.Pick) -> WavePick:
    return WavePick(
        order_id=pick.key,
        store_code=row["store_code"],
        store_name=row["store_name"],
        product_id=pick.product_id,
        code=row["code"],
        name=words(row["name"]),
        quantity=plain(pick.quantity),
        lot_code=pick.lot_code,
        expires_on=pick.expires_on,
        place=stock.PlaceKind(pick.place),
        place_name=pick.place_name,
    )
