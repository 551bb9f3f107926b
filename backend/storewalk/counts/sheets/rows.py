"""The rows of a sheet as they are read: products to count, without any quantity, and what was counted of them."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec
from msgspec import Struct

from storewalk.catalog.api import products_below
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.counts.schemas.counts import CountOut
from storewalk.stock.api import book_of

PRODUCTS: Final = """
SELECT p.code, p.name::text AS name, u.name::text AS unit,
       (SELECT min(b.code) FROM product_barcode b WHERE b.org_id = p.org_id AND b.product_id = p.id) AS barcode
FROM product p
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
JOIN category c ON c.org_id = p.org_id AND c.id = p.category_id
WHERE p.org_id = $1 AND p.id = ANY ($2) ORDER BY c.code, p.search_code, p.id"""
LINES: Final = """
SELECT l.zone_id, p.code, p.name::text AS name, u.name::text AS unit, l.barcode, l.quantity, l.counted_at, l.round,
       a.name AS counter, l.note
FROM count_line l
JOIN account a ON a.org_id = l.org_id AND a.id = l.counted_by
LEFT JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
LEFT JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE l.org_id = $1 AND l.count_id = $2 AND NOT l.voided ORDER BY p.search_code, l.round, l.counted_at, l.id"""


class ProductRow(Struct, frozen=True):
    """A product to count."""

    code: str
    name: Words
    unit: Words
    barcode: str | None


class LineRow(Struct, frozen=True):
    """What one person counted in a zone; without a name, of a code that nobody knows yet."""

    zone_id: UUID
    code: str | None
    name: Words | None
    unit: Words | None
    barcode: str | None
    quantity: Decimal
    counted_at: datetime
    round: int
    counter: str
    note: str


async def products_to_count(tx: AnyTx, count: CountOut) -> list[ProductRow]:
    """Return the products of a count by category and code: of a whole shop, all that it ever had.

    That a product is among them says nothing of how much of it the book has.
    """
    chosen = set(count.recount_ids or count.product_ids)
    if not chosen:
        chosen = set(await book_of(tx, count.store_id))
        if count.category_ids:
            below = await products_below(tx, count.category_ids)
            chosen = chosen & below or below
    rows = await tx.fetch(PRODUCTS, tx.org_id, list(chosen))
    return [ProductRow(r["code"], _words(r["name"]), _words(r["unit"]), r["barcode"]) for r in rows]


async def counted_lines(tx: AnyTx, count_id: UUID) -> list[LineRow]:
    """Return all that was counted, in both rounds, by product."""
    return [_line(row) for row in await tx.fetch(LINES, tx.org_id, count_id)]


def _line(row: asyncpg.Record) -> LineRow:
    columns = dict[str, Any](row)
    for name in ("name", "unit"):
        columns[name] = columns[name] and _words(columns[name])
    return LineRow(**columns)


def _words(text: str) -> Words:
    return msgspec.json.decode(text, type=Words)
