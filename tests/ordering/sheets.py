"""Supply of a shop, and the sheet that was planned for it, read line by line."""

import struct
from datetime import time
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid4

from msgspec import Struct

from storewalk.ordering.sheet_models import NUMBERS
from tests.factories.shop import Shop

EVERY_DAY: Final = 0b1111111
SHEET: Final = f"""
SELECT s.day, s.source_ids, s.forecast, u.* FROM order_sheet s
CROSS JOIN LATERAL unnest(
    s.product_ids, s.sources, s.arrival, s.cover, s.service, {", ".join(f"s.{name}" for name in NUMBERS)})
    WITH ORDINALITY AS u (product_id, source, arrival, cover, service, {", ".join(NUMBERS)}, number)
WHERE s.org_id = $1 AND s.store_id = $2 ORDER BY s.day, u.number"""


class Line(Struct, frozen=True):
    """A line of a sheet, in base units and days."""

    source: UUID | None
    arrival: int
    cover: int
    service: float
    expected: Decimal
    safety: Decimal
    display: Decimal
    stock: Decimal
    spoils: Decimal
    on_order: Decimal
    wanted: Decimal
    shelf_life: Decimal
    most: Decimal
    capacity: Decimal
    least: Decimal
    pack: Decimal
    budget: Decimal
    quantity: Decimal
    forecast: list[float]


async def supply(shop: Shop, packs: dict[str, int], *, life: int | None = None, store: UUID | None = None) -> UUID:
    """Have a supplier deliver some products to the shop every day, a day after the order, in packs."""
    source, supplier = uuid4(), uuid4()
    org = shop.org.id
    async with shop.app_tx(shop.org) as tx:
        await tx.fetch(
            "INSERT INTO supplier (org_id, id, code, name, pinyin, credit_code, email, status, version)"
            " VALUES ($1, $2, $3, '蒙牛', 'mengniu', '', '', 'active', 1)",
            org, supplier, f"S{supplier.hex[:6]}",
        )  # fmt: skip
        await tx.fetch(
            "INSERT INTO order_source (org_id, id, code, name, supplier_id, lead_days, sold_same_day, cut_off,"
            " least_cents, status, version) VALUES ($1, $2, $3, '每日配送', $4, 1, true, $5, 0, 'active', 1)",
            org, source, f"D{source.hex[:6]}", supplier, time(11),
        )  # fmt: skip
        await tx.fetch(
            "INSERT INTO order_delivery (org_id, source_id, store_id, weekdays) VALUES ($1, $2, $3, $4)",
            org, source, store or shop.store, EVERY_DAY,
        )  # fmt: skip
        for name, pack in packs.items():
            await tx.fetch(
                "INSERT INTO order_offer (org_id, source_id, product_id, pack_quantity, pack_cents, least, life_days,"
                " service_class, rank) VALUES ($1, $2, $3, $4, $5, 0, $6, 'b', 0)",
                org, source, shop.products[name], Decimal(pack), 300 * pack, life,
            )  # fmt: skip
    return source


async def sheet_of(shop: Shop) -> dict[str, Line]:
    """Return the lines of the shop's only sheet by the products' names."""
    names = {product: name for name, product in shop.products.items()}
    async with shop.app_tx(shop.org) as tx:
        rows = await tx.fetch(SHEET, shop.org.id, shop.store)
    found: dict[str, Line] = {}
    for place, row in enumerate(rows):
        daily = [each for (each,) in struct.iter_unpack("<f", row["forecast"])]
        numbers = {name: Decimal(row[name]) / 1000 for name in NUMBERS if name != "changes"}
        found[names[row["product_id"]]] = Line(
            source=row["source_ids"][row["source"] - 1] if row["source"] else None,
            arrival=row["arrival"],
            cover=row["cover"],
            service=row["service"] / 1000,
            forecast=daily[place :: len(rows)],
            **numbers,
        )
    assert len(found) == len(rows), "one sheet"
    return found
