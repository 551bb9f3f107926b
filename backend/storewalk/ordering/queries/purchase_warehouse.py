"""What warehouses lack for the orders of their stores, and who supplies them with it."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from typing import Any, Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.money import round_half_up
from storewalk.core.quantities import plain
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import READ_PURCHASES
from storewalk.ordering.purchase_need_schemas import LackRow, WarehouseLack, WarehouseNeed, WarehouseNeeds
from storewalk.ordering.queries.order_lines import words
from storewalk.ordering.queries.supply_read import SERVES
from storewalk.stock import api as stock

ZERO: Final = Decimal(0)
# What a warehouse shared because it was short is still wanted; what people cut is not.
WANTED: Final = """CASE WHEN o.state IN ('approved', 'accepted') AND (c.why IS NULL OR c.why IN ('in_full', 'shared'))
    THEN l.quantity - l.shipped ELSE coalesce(l.confirmed, l.quantity) - l.shipped END"""
ASKED: Final = f"""
SELECT s.warehouse_id, h.name AS warehouse_name, l.product_id, p.code, p.name::text, u.name::text AS unit_name,
       o.id AS order_id, w.code AS store_code, w.name AS store_name, o.expected_on, {WANTED} AS quantity,
       coalesce(k.quantity, 0) AS kept
FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
JOIN store h ON h.org_id = s.org_id AND h.id = s.warehouse_id
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
LEFT JOIN order_confirmation c ON c.org_id = l.org_id AND c.order_id = l.order_id AND c.product_id = l.product_id
LEFT JOIN stock_reservation k ON k.org_id = l.org_id AND k.document_id = l.order_id AND k.product_id = l.product_id
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE o.org_id = $1 AND o.state IN ('approved', 'accepted', 'partly_shipped', 'partly_received')
  AND {lies_below("s", "s.warehouse_id", "$2")} AND ($3::uuid IS NULL OR s.warehouse_id = $3) AND {WANTED} > 0
ORDER BY h.code, p.search_code, p.code, w.code, o.id"""
COMING: Final = """
SELECT l.product_id, sum(greatest(coalesce(l.confirmed, l.quantity) - l.received, 0)) AS quantity
FROM store_order o JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
WHERE o.org_id = $1 AND o.store_id = $2
  AND o.state IN ('approved', 'accepted', 'partly_shipped', 'shipped', 'partly_received')
GROUP BY l.product_id"""
OFFERED: Final = f"""
SELECT DISTINCT ON (f.product_id) f.product_id, s.id AS source_id, s.name AS source_name, f.pack_quantity,
       f.pack_cents, f.least, f.most
FROM order_offer f
JOIN order_source s ON s.org_id = f.org_id AND s.id = f.source_id AND s.supplier_id IS NOT NULL AND {SERVES}
JOIN order_delivery d ON d.org_id = s.org_id AND d.source_id = s.id AND d.store_id = $2
WHERE f.org_id = $1 AND f.product_id = ANY ($3) ORDER BY f.product_id, f.rank, s.code"""


class Supplied(Struct, frozen=True):
    """Who supplies a warehouse with a product, and how."""

    source_id: UUID
    source_name: str
    pack_quantity: Decimal
    pack_cents: int
    least: Decimal
    most: Decimal | None

    def packed(self, short: Decimal) -> Decimal:
        """Return how much is ordered where so much is short: whole packs, no less and no more than the supplier takes.

        Where the most it takes is less than what is short, the rest is left for another day.
        """
        packs = (max(short, self.least) / self.pack_quantity).to_integral_value(ROUND_CEILING)
        wanted = packs * self.pack_quantity
        return wanted if self.most is None else min(wanted, self.most // self.pack_quantity * self.pack_quantity)


class Lack(Struct, frozen=True):
    """A product of a warehouse: the rows of stores' orders, what is there for them, and what comes."""

    rows: list[asyncpg.Record]
    there: Decimal
    coming: Decimal
    supplied: Supplied | None

    @property
    def product_id(self) -> UUID:
        """The product."""
        return self.rows[0]["product_id"]

    @property
    def asked(self) -> Decimal:
        """What stores want together."""
        return sum((row["quantity"] for row in self.rows), ZERO)

    @property
    def short(self) -> Decimal:
        """What is missing."""
        return max(self.asked - self.there - self.coming, ZERO)


async def warehouse_needs(tx: AnyTx) -> WarehouseNeeds:
    """Return what the warehouses in the actor's scope lack."""
    rows = await tx.fetch(ASKED, tx.org_id, list(tx.actor.paths(READ_PURCHASES)), None)
    by_warehouse: dict[UUID, list[asyncpg.Record]] = {}
    for row in rows:
        by_warehouse.setdefault(row["warehouse_id"], []).append(row)
    needs: list[WarehouseNeed] = []
    for warehouse_id, mine in by_warehouse.items():
        products = [_out(each) for each in await _lacks(tx, warehouse_id, mine)]
        if products:
            name = mine[0]["warehouse_name"]
            needs.append(WarehouseNeed(warehouse_id=warehouse_id, warehouse_name=name, products=products))
    return WarehouseNeeds(items=needs)


async def lacks_of(tx: AnyTx, warehouse_id: UUID, paths: Sequence[str]) -> list[Lack]:
    """Return what a warehouse lacks."""
    return await _lacks(tx, warehouse_id, await tx.fetch(ASKED, tx.org_id, list(paths), warehouse_id))


async def _lacks(tx: AnyTx, warehouse_id: UUID, rows: Sequence[asyncpg.Record]) -> list[Lack]:
    by_product: dict[UUID, list[asyncpg.Record]] = {}
    for row in rows:
        by_product.setdefault(row["product_id"], []).append(row)
    free = await stock.free_of(tx, warehouse_id, by_product)
    coming = {row["product_id"]: row["quantity"] for row in await tx.fetch(COMING, tx.org_id, warehouse_id)}
    offers = {
        row["product_id"]: _supplied(row) for row in await tx.fetch(OFFERED, tx.org_id, warehouse_id, [*by_product])
    }
    found = [
        Lack(
            mine,
            max(free[product_id] + sum((row["kept"] for row in mine), ZERO), ZERO),
            coming.get(product_id, ZERO),
            offers.get(product_id),
        )
        for product_id, mine in by_product.items()
    ]
    return [lack for lack in found if lack.short]


def _supplied(row: asyncpg.Record) -> Supplied:
    columns = dict[str, Any](row)
    columns.pop("product_id")
    return Supplied(**columns)


def _out(lack: Lack) -> WarehouseLack:
    row, by = lack.rows[0], lack.supplied
    quantity = by.packed(lack.short) if by else None
    return WarehouseLack(
        product_id=lack.product_id,
        code=row["code"],
        name=words(row["name"]),
        unit_name=words(row["unit_name"]),
        asked=plain(lack.asked),
        there=plain(lack.there),
        coming=plain(lack.coming),
        short=plain(lack.short),
        source_id=by.source_id if by else None,
        source_name=by.source_name if by else "",
        pack_quantity=plain(by.pack_quantity) if by else None,
        packs=plain(quantity / by.pack_quantity) if by and quantity is not None else None,
        quantity=plain(quantity) if quantity is not None else None,
        cents=int(round_half_up(quantity * by.pack_cents / by.pack_quantity)) if by and quantity is not None else None,
        rows=[
            LackRow(
                order_id=each["order_id"],
                store_code=each["store_code"],
                store_name=each["store_name"],
                expected_on=each["expected_on"],
                quantity=plain(each["quantity"]),
            )
            for each in lack.rows
        ],
    )
