"""Supply of a shop, and the sheet that was planned for it, read line by line."""

import struct
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.ordering.sheet_models import NUMBERS
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.supply import add_source, deliver, offer, set_offers

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
    known: Decimal
    forecast: list[float]


async def supply(buyer: Client, shop: Shop, packs: dict[str, int], life_days: int | None = None) -> UUID:
    """Have a supplier deliver some products to the shop every day, a day after the order, in packs of 3 yuan a unit."""
    source = await add_source(buyer, leastCents=0)
    assert (await deliver(buyer, source, shop.store)).is_success
    lines = [
        offer(shop.products[name], packQuantity=str(pack), packCents=300 * pack, serviceClass="b", lifeDays=life_days)
        for name, pack in packs.items()
    ]
    assert (await set_offers(buyer, source, *lines)).is_success
    return UUID(source["id"])


async def set_terms(buyer: Client, shop: Shop, product: str, **terms: object) -> None:
    """Say what differs at the shop for a product."""
    line = {"productId": str(shop.products[product]), **terms}
    answer = await buyer.put("/api/order-terms", {"storeIds": [str(shop.store)], "lines": [line]})
    assert answer.is_success, answer.text


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
