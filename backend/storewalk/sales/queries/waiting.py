"""Lines that wait: found for another try, and told apart from those that were there before."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.schemas import Cursor
from storewalk.core.tx import Tx
from storewalk.identity.api import lies_below
from storewalk.sales.line import Line
from storewalk.sales.models import ParkReason
from storewalk.sales.queries.write import Parked

KNOWN_NAMES: Final = """
SELECT DISTINCT w.store_id, coalesce(w.barcode, w.code) AS name
FROM parked_line w
WHERE w.org_id = $1 AND w.store_id = ANY ($2) AND w.posted_at IS NULL AND w.reason = 'unknown_product'
  AND coalesce(w.barcode, w.code) = ANY ($3)"""
WAITING: Final = """
SELECT w.id, w.sale_id, w.line_number, w.store_id, w.receipt_number, w.barcode, w.code, w.product_id, w.quantity,
       w.unit, w.amount_cents, w.returned, w.occurred_at, w.business_date, w.reason
FROM parked_line w
WHERE w.org_id = $1 AND w.posted_at IS NULL AND (w.occurred_at, w.id) > ($2, $3)"""
AT_STORE: Final = "AND w.store_id = $5 AND w.reason = 'no_stock'"
OF_PRODUCT: Final = """
AND (w.product_id = $5
  OR w.gtin IN (SELECT b.gtin FROM product_barcode b WHERE b.org_id = $1 AND b.product_id = $5)
  OR w.code = (SELECT p.code FROM product p WHERE p.org_id = $1 AND p.id = $5))"""
# Who finds a line taken by another try leaves it to that one.
IN_ORDER: Final = "ORDER BY w.occurred_at, w.id LIMIT $4 FOR UPDATE OF w SKIP LOCKED"
SETTLE: Final = "UPDATE parked_line SET posted_at = $3 WHERE org_id = $1 AND id = ANY ($2)"
ONE: Final = """
SELECT w.store_id, w.unit, coalesce(w.barcode, w.code) AS name, w.posted_at, w.reason
FROM parked_line w WHERE w.org_id = $1 AND w.id = $2"""
NAMED: Final = f"""
SELECT w.id, w.sale_id, w.line_number, w.store_id, w.receipt_number, w.barcode, w.code, $5::uuid AS product_id,
       w.quantity, w.unit, w.amount_cents, w.returned, w.occurred_at, w.business_date, w.reason
FROM parked_line w
WHERE w.org_id = $1 AND w.posted_at IS NULL AND w.reason = 'unknown_product' AND coalesce(w.barcode, w.code) = $2
  AND {lies_below("w", "w.store_id", "$3")}
ORDER BY w.occurred_at, w.id LIMIT $4 FOR UPDATE OF w"""
REASON: Final = """
UPDATE parked_line w SET reason = n.reason, product_id = n.product_id
FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS n (id, reason, product_id)
WHERE w.org_id = $1 AND w.id = n.id"""


class Which(Struct, frozen=True):
    """Which lines to try: those short of stock at a store, those that may be a product, or all."""

    store_id: UUID | None = None
    product_id: UUID | None = None


class Waiting(Struct, frozen=True):
    """A waiting line and why it waits."""

    line: Line
    reason: ParkReason


async def known_names(tx: Tx, store_ids: Collection[UUID], names: Collection[str]) -> set[tuple[UUID, str]]:
    """Return which of these unknown codes lines of these stores wait under already."""
    rows = await tx.fetch(KNOWN_NAMES, tx.org_id, list(store_ids), list(names))
    return {(row["store_id"], row["name"]) for row in rows}


async def lock_waiting(tx: Tx, which: Which, after: Cursor, limit: int) -> list[Waiting]:
    """Lock and return waiting lines in the order in which they occurred, from `after` on."""
    sql, arguments = WAITING, list[object]([tx.org_id, after.at, after.id, limit])
    if which.store_id is not None:
        sql, arguments = f"{sql} {AT_STORE}", [*arguments, which.store_id]
    elif which.product_id is not None:
        sql, arguments = f"{sql} {OF_PRODUCT}", [*arguments, which.product_id]
    return [Waiting(_line(row), ParkReason(row["reason"])) for row in await tx.fetch(f"{sql} {IN_ORDER}", *arguments)]


async def settle(tx: Tx, ids: Collection[UUID]) -> None:
    """Note that lines are booked."""
    await tx.fetch(SETTLE, tx.org_id, list(ids), tx.now)


async def wait_for(tx: Tx, parked: Collection[Parked]) -> None:
    """Note what lines wait for now, and which product they are."""
    reasons = [each.reason.value for each in parked]
    products = [each.product_id for each in parked]
    await tx.fetch(REASON, tx.org_id, [each.line.id for each in parked], reasons, products)


async def read_line(tx: Tx, line_id: UUID) -> asyncpg.Record | None:
    """Return store, unit, code and state of a line that waits or has waited."""
    return await tx.fetchrow(ONE, tx.org_id, line_id)


async def lock_named(tx: Tx, name: str, paths: Collection[str], product_id: UUID, limit: int) -> list[Waiting]:
    """Lock the lines below these scope paths that wait under an unknown code; return them as of the product."""
    rows = await tx.fetch(NAMED, tx.org_id, name, list(paths), limit, product_id)
    return [Waiting(_line(row), ParkReason(row["reason"])) for row in rows]


def _line(row: asyncpg.Record) -> Line:
    return Line(
        id=row["id"],
        document=row["id"],
        sale_id=row["sale_id"],
        number=row["line_number"],
        store_id=row["store_id"],
        receipt_number=row["receipt_number"],
        barcode=row["barcode"],
        code=row["code"],
        product_id=row["product_id"],
        quantity=row["quantity"],
        unit=row["unit"],
        amount_cents=row["amount_cents"],
        returned=row["returned"],
        occurred_at=row["occurred_at"],
        business_date=row["business_date"],
    )
