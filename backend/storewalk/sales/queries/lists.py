"""Receipts of a day, and the lines that wait, as people look them up."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.schemas import Cursor, Page, Words, page
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below, require_within
from storewalk.sales.models import ParkReason
from storewalk.sales.permissions import READ, SEE_PARKED
from storewalk.sales.schemas import ParkedLineOut, SaleOut

SALES: Final = """
SELECT s.id, s.store_id, s.receipt_number, s.occurred_at, s.business_date, s.line_count, s.amount_cents,
       (SELECT count(*) FROM parked_line w
        WHERE w.org_id = s.org_id AND w.sale_id = s.id AND w.posted_at IS NULL) AS parked_lines
FROM sale s
WHERE s.org_id = $1 AND s.store_id = $2 AND s.business_date = $3"""
BEFORE_SALE: Final = "AND (s.occurred_at, s.id) < ($5, $6)"
NEWEST_SALE: Final = "ORDER BY s.occurred_at DESC, s.id DESC LIMIT $4"
PARKED: Final = f"""
SELECT w.id, w.store_id, s.code AS store_code, s.name AS store_name, w.receipt_number, w.reason, w.barcode, w.code,
       w.product_id, p.name::text AS product_name, trim_scale(w.quantity)::text AS quantity, w.unit, w.amount_cents,
       w.returned, w.occurred_at
FROM parked_line w
JOIN store s ON s.org_id = w.org_id AND s.id = w.store_id
LEFT JOIN product p ON p.org_id = w.org_id AND p.id = w.product_id
WHERE w.org_id = $1 AND w.posted_at IS NULL AND ($2::uuid IS NULL OR w.store_id = $2)
  AND {lies_below("w", "w.store_id", "$3")}"""
AFTER_PARKED: Final = "AND (w.occurred_at, w.id) > ($5, $6)"
OLDEST_PARKED: Final = "ORDER BY w.occurred_at, w.id LIMIT $4"


async def sales_of(
    tx: AnyTx, store_id: UUID, day: date, *, limit: int = 50, after: Cursor | None = None
) -> Page[SaleOut]:
    """Return the receipts of a store's business day, the newest first. Raises NotFound outside the scope."""
    await require_within(tx, READ, store_id)
    rows = await _paged(tx, (SALES, BEFORE_SALE, NEWEST_SALE), (store_id, day), limit, after)
    return Page([SaleOut(**dict(row)) for row in rows.items], rows.next)


async def parked_lines(
    tx: AnyTx, store_id: UUID | None, *, limit: int = 50, after: Cursor | None = None
) -> Page[ParkedLineOut]:
    """Return the lines that wait in the actor's scope, or at one of its stores, the longest waiting first.

    Raises NotFound for a store outside the scope.
    """
    if store_id is not None:
        await require_within(tx, SEE_PARKED, store_id)
    scope = (store_id, list(tx.actor.paths(SEE_PARKED)))
    rows = await _paged(tx, (PARKED, AFTER_PARKED, OLDEST_PARKED), scope, limit, after)
    return Page([_parked_out(row) for row in rows.items], rows.next)


async def _paged(
    tx: AnyTx, sql: tuple[str, str, str], arguments: tuple[object, object], limit: int, after: Cursor | None
) -> Page[asyncpg.Record]:
    chosen, beyond, order = sql
    given = (tx.org_id, *arguments, limit + 1)
    if after is None:
        return page(await tx.fetch(f"{chosen} {order}", *given), limit, _place)
    return page(await tx.fetch(f"{chosen} {beyond} {order}", *given, after.at, after.id), limit, _place)


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["occurred_at"], row["id"]


def _parked_out(row: asyncpg.Record) -> ParkedLineOut:
    columns = dict(row)
    columns["reason"] = ParkReason(columns["reason"])
    name = columns["product_name"]
    columns["product_name"] = name and msgspec.json.decode(name, type=Words)
    return ParkedLineOut(**columns)
