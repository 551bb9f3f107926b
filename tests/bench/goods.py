"""A catalogue with barcodes, and stock of it in lots with a cost."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid4

from msgspec import Struct

from storewalk.catalog import api as catalog
from storewalk.catalog.barcode import check_digit
from storewalk.core.schemas import Words
from storewalk.stock import api as stock
from storewalk.stock.service.lots import Lot, find_or_make
from tests.bench.served import Installation

PRODUCTS: Final = 5_000
CHUNK: Final = 1_000
LOTS: Final = (("A", date(2030, 1, 31), Decimal(30)), ("B", date(2030, 3, 31), Decimal(20_000)))


class Product(Struct, frozen=True):
    """A product and the barcode on it."""

    id: UUID
    barcode: str


async def furnish(installation: Installation) -> list[Product]:
    """Take in a catalogue of 5,000 products."""
    platform, org = installation.platform, installation.org
    barcodes = {f"S{n:05}": _ean_13(n) for n in range(PRODUCTS)}
    async with platform.transaction(org.system) as tx:
        await catalog.add_category(tx, catalog.AddCategory(code="SOLD", name=Words("零售", "Retail")))
        await catalog.add_unit(tx, catalog.AddUnit(code="pc", name=Words("个", "piece")))
        lines = [
            (
                n,
                catalog.ProductLine(
                    code=code, name_zh=f"商品 {code}", category="SOLD", unit="pc", barcodes=[barcode], price_cents=500
                ),
            )
            for n, (code, barcode) in enumerate(barcodes.items())
        ]
        outcome = await catalog.take_in(tx, lines, dry_run=False)
        assert outcome.created == PRODUCTS, outcome.faults[:3]
        rows = await tx.fetch("SELECT id, code FROM product WHERE org_id = $1 AND code LIKE 'S%' ORDER BY code", org.id)
    return [Product(row["id"], barcodes[row["code"]]) for row in rows]


async def stores(installation: Installation, count: int) -> list[tuple[UUID, str]]:
    """Return the ids and codes of stores."""
    async with installation.platform.transaction(installation.org.system) as tx:
        sql = "SELECT id, code FROM store WHERE org_id = $1 AND code LIKE 'N%' ORDER BY code DESC LIMIT $2"
        rows = await tx.fetch(sql, installation.org.id, count)
    return [(row["id"], row["code"]) for row in rows]


async def deliver(installation: Installation, store_id: UUID, products: Sequence[Product]) -> None:
    """Put two lots of each product into a store: a little that expires first, and plenty after it."""
    at = datetime.now(UTC) - timedelta(days=1)
    for start in range(0, len(products), CHUNK):
        chunk = products[start : start + CHUNK]
        async with installation.platform.transaction(installation.org.system) as tx:
            named = {(each.id, code): Lot(None, expires) for each in chunk for code, expires, _ in LOTS}
            lots = await find_or_make(tx, named)
            receipt = uuid4()
            wanted = [
                stock.Wanted(
                    store_id=store_id,
                    product_id=each.id,
                    quantity=quantity,
                    cause=stock.Cause.RECEIPT,
                    way=stock.Way.IN,
                    cause_id=receipt,
                    cause_line=number,
                    occurred_at=at,
                    lot_id=lots[each.id, code].id,
                    value_cents=int(quantity) * 300 + number,
                )
                for number, each in enumerate(chunk)
                for code, _, quantity in LOTS
            ]
            await stock.move(tx, wanted)


def _ean_13(number: int) -> str:
    body = f"690{number:09}"
    return f"{body}{check_digit(body)}"
