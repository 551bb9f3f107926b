"""Products as people look them up: one SQL statement each, from the driver's rows to structs."""

from datetime import datetime
from typing import Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.catalog.barcode import GTIN_DIGITS, gtin
from storewalk.catalog.models import ProductStatus
from storewalk.catalog.schemas import PackOut, ProductOut
from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor, Page, Words, page
from storewalk.core.tx import AnyTx

PRODUCTS: Final = """
SELECT p.id, p.code, p.name::text, p.pinyin, p.category_id, c.name::text AS category_name, u.code AS unit,
       u.name::text AS unit_name,
       ARRAY(SELECT b.code FROM product_barcode b WHERE b.org_id = p.org_id AND b.product_id = p.id ORDER BY b.gtin)
           AS barcodes,
       (SELECT coalesce(json_agg(json_build_object('unit', v.code, 'unitName', v.name,
                                                   'quantity', trim_scale(k.quantity)::text)
                                 ORDER BY k.quantity, v.code)::text, '[]')
        FROM product_pack k JOIN unit v ON v.org_id = k.org_id AND v.id = k.unit_id
        WHERE k.org_id = p.org_id AND k.product_id = p.id) AS packs,
       p.price_cents, p.status, p.version, p.recorded_at, p.changed_at
FROM product p
JOIN category c ON c.org_id = p.org_id AND c.id = p.category_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE p.org_id = $1"""
IN_CATEGORY: Final = """
AND p.category_id IN (
    WITH RECURSIVE below (id) AS (
        SELECT ${0}::uuid UNION SELECT c.id FROM category c JOIN below b ON c.org_id = $1 AND c.parent_id = b.id
    ) SELECT id FROM below)"""
# Prefixes by plain comparison: LIKE is not leakproof, so under row-level security it would not use an index.
BEGINS: Final = """
AND (p.search_code >= ${0} AND p.search_code < ${0} || U&'\\+10FFFF'
  OR p.search_zh >= ${0} AND p.search_zh < ${0} || U&'\\+10FFFF'
  OR p.search_en >= ${0} AND p.search_en < ${0} || U&'\\+10FFFF'
  OR p.pinyin >= ${0} AND p.pinyin < ${0} || U&'\\+10FFFF'
  OR p.id = (SELECT b.product_id FROM product_barcode b WHERE b.org_id = $1 AND b.gtin = ${1}))"""
HAS_BARCODE: Final = "AND p.id = (SELECT b.product_id FROM product_barcode b WHERE b.org_id = $1 AND b.gtin = ${0})"
AFTER: Final = "AND (p.recorded_at, p.id) > (${0}, ${1})"
CHANGED: Final = "AND p.changed_at >= $2 ORDER BY p.changed_at, p.id LIMIT {0}"
CHANGED_AFTER: Final = "AND (p.changed_at, p.id) > ($2, $3) ORDER BY p.changed_at, p.id LIMIT {0}"
_WORDS = msgspec.json.Decoder(Words)
_PACKS = msgspec.json.Decoder(list[PackOut])


async def get_product(tx: AnyTx, product_id: UUID) -> ProductOut:
    """Return a product. Raises NotFound."""
    row = await tx.fetchrow(f"{PRODUCTS} AND p.id = $2", tx.org_id, product_id)
    if row is None:
        raise NotFound("catalog.no_product")
    return _product_out(row)


async def list_products(
    tx: AnyTx,
    *,
    q: str | None = None,
    category: UUID | None = None,
    barcode: str | None = None,
    limit: int = 50,
    after: Cursor | None = None,
) -> Page[ProductOut]:
    """Return products by their time of recording.

    `q` is the beginning of a name in either language, of its pinyin or of the code, or a whole barcode; `category`
    takes in those below it; `barcode` finds the one product that bears it, in whichever kind it was scanned.
    """
    statement = _Statement(tx)
    if q:
        statement.add(BEGINS, q.strip().lower(), _number(q))
    if category is not None:
        statement.add(IN_CATEGORY, category)
    if barcode is not None:
        statement.add(HAS_BARCODE, _number(barcode))
    if after is not None:
        statement.add(AFTER, after.at, after.id)
    statement.add("ORDER BY p.recorded_at, p.id LIMIT ${0}", limit + 1)
    rows = page(await tx.fetch(statement.sql, *statement.arguments), limit, _place)
    return Page([_product_out(row) for row in rows.items], rows.next)


async def changed_products(
    tx: AnyTx, since: datetime, after: UUID | None, limit: int
) -> list[tuple[datetime, ProductOut]]:
    """Return products by the time of their last change, with it: those changed from `since` on, at most `limit`.

    With `after`, those behind that product, which changed at `since` itself.
    """
    sql = CHANGED_AFTER if after is not None else CHANGED
    arguments = (after,) if after is not None else ()
    rows = await tx.fetch(f"{PRODUCTS} {sql.format(limit)}", tx.org_id, since, *arguments)
    return [(row["changed_at"], _product_out(row)) for row in rows]


async def every_product(tx: AnyTx) -> list[ProductOut]:
    """Return all products by code."""
    return [_product_out(row) for row in await tx.fetch(f"{PRODUCTS} ORDER BY p.code", tx.org_id)]


class _Statement:
    def __init__(self, tx: AnyTx) -> None:
        self.sql = PRODUCTS
        self.arguments: list[object] = [tx.org_id]

    def add(self, condition: str, *arguments: object) -> None:
        first = len(self.arguments) + 1
        self.sql += " " + condition.format(first, first + 1)
        self.arguments += arguments


def _number(text: str) -> str:
    digits = text.strip()
    return gtin(digits) if digits.isdigit() and len(digits) <= GTIN_DIGITS else ""


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["recorded_at"], row["id"]


def _product_out(row: asyncpg.Record) -> ProductOut:
    (product_id, code, name, pinyin, category_id, category_name, unit, unit_name, barcodes, packs, price_cents, status,
     version, _, _) = row  # fmt: skip
    return ProductOut(
        id=product_id,
        code=code,
        name=_WORDS.decode(name),
        pinyin=pinyin,
        category_id=category_id,
        category_name=_WORDS.decode(category_name),
        unit=unit,
        unit_name=_WORDS.decode(unit_name),
        packs=_PACKS.decode(packs),
        barcodes=barcodes,
        price_cents=price_cents,
        status=ProductStatus(status),
        version=version,
    )
