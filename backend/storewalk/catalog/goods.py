"""Products as tills and scanners name them: by barcode or code, with the units they are counted in."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Final, TypeVar
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.barcode import GTIN_DIGITS, gtin
from storewalk.core.tx import AnyTx

GOODS: Final = """
SELECT {key} AS key, p.id, u.code AS unit,
       ARRAY(SELECT v.code FROM product_pack k JOIN unit v ON v.org_id = k.org_id AND v.id = k.unit_id
             WHERE k.org_id = p.org_id AND k.product_id = p.id ORDER BY k.id) AS pack_units,
       ARRAY(SELECT k.quantity FROM product_pack k
             WHERE k.org_id = p.org_id AND k.product_id = p.id ORDER BY k.id) AS pack_sizes
FROM {source}
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id"""
BY_GTIN: Final = GOODS.format(
    key="b.gtin",
    source="""unnest($2::text[]) AS wanted (gtin)
JOIN product_barcode b ON b.org_id = $1 AND b.gtin = wanted.gtin
JOIN product p ON p.org_id = b.org_id AND p.id = b.product_id""",
)
BY_CODE: Final = GOODS.format(
    key="p.code", source="unnest($2::text[]) AS wanted (code) JOIN product p ON p.org_id = $1 AND p.code = wanted.code"
)
BY_ID: Final = GOODS.format(
    key="p.id", source="unnest($2::uuid[]) AS wanted (id) JOIN product p ON p.org_id = $1 AND p.id = wanted.id"
)
K = TypeVar("K", str, UUID)


class Goods(Struct, frozen=True):
    """A product, the code of its base unit, and how many of those each of its packs holds, by the pack's unit."""

    product_id: UUID
    unit: str
    packs: Mapping[str, Decimal]


def gtin_of(barcode: str) -> str | None:
    """Return the 14 digits of a barcode as scanned; None for what cannot be one."""
    digits = barcode.strip()
    return gtin(digits) if digits.isascii() and digits.isdigit() and len(digits) <= GTIN_DIGITS else None


async def goods_with_gtins(tx: AnyTx, gtins: Collection[str]) -> dict[str, Goods]:
    """Return the products that bear these 14 digits, by them."""
    return await _goods(tx, BY_GTIN, list(gtins)) if gtins else {}


async def goods_with_codes(tx: AnyTx, codes: Collection[str]) -> dict[str, Goods]:
    """Return the products with these codes, by them."""
    return await _goods(tx, BY_CODE, list(codes)) if codes else {}


async def goods_with_ids(tx: AnyTx, product_ids: Collection[UUID]) -> dict[UUID, Goods]:
    """Return the products with these ids, by them."""
    return await _goods(tx, BY_ID, list(product_ids)) if product_ids else {}


async def _goods(tx: AnyTx, sql: str, wanted: list[K]) -> dict[K, Goods]:
    return {
        row["key"]: Goods(row["id"], row["unit"], dict(zip(row["pack_units"], row["pack_sizes"], strict=True)))
        for row in await tx.fetch(sql, tx.org_id, wanted)
    }
