"""One receipt, line by line: what a move of the ledger leads to."""

from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.sales.models import ParkReason
from storewalk.sales.permissions import READ
from storewalk.sales.schemas import SaleDetail, SaleLineOut

# The key knows the month, which spares looking through all of them. A move has the sale as its cause, or the line that
# had to wait.
SALE: Final = f"""
SELECT s.id, s.store_id, t.name AS store_name, s.receipt_number, s.occurred_at, s.business_date, s.line_count,
       s.amount_cents
FROM sale_key k
JOIN sale s ON s.org_id = k.org_id AND s.id = k.sale_id AND s.recorded_at = k.recorded_at
JOIN store t ON t.org_id = s.org_id AND t.id = s.store_id
WHERE k.org_id = $1
  AND k.sale_id = coalesce((SELECT w.sale_id FROM parked_line w WHERE w.org_id = $1 AND w.id = $2), $2)
  AND {lies_below("s", "s.store_id", "$3")}"""
LINES: Final = """
SELECT l.line_number, l.product_id, p.code AS product_code, p.name::text AS product_name,
       trim_scale(l.quantity)::text AS quantity, u.code AS unit, u.name::text AS unit_name, l.amount_cents, l.returned,
       NULL AS waits_for
FROM sale_line l
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE l.org_id = $1 AND l.sale_id = $2
UNION ALL
SELECT w.line_number, w.product_id, coalesce(p.code, w.code, w.barcode), p.name::text, trim_scale(w.quantity)::text,
       w.unit, NULL, w.amount_cents, w.returned, w.reason
FROM parked_line w LEFT JOIN product p ON p.org_id = w.org_id AND p.id = w.product_id
WHERE w.org_id = $1 AND w.sale_id = $2 AND w.posted_at IS NULL
ORDER BY line_number"""


async def read_receipt(tx: AnyTx, sale_id: UUID) -> SaleDetail:
    """Return a receipt with its lines. Raises NotFound, also where its store lies outside the actor's scope."""
    found = await tx.fetchrow(SALE, tx.org_id, sale_id, list(tx.actor.paths(READ)))
    if found is None:
        raise NotFound("core.not_found")
    head = dict[str, Any](found)
    lines = [_line(row) for row in await tx.fetch(LINES, tx.org_id, head["id"])]
    parked = sum(line.waits_for is not None for line in lines)
    return SaleDetail(**head, parked_lines=parked, lines=lines)


def _line(row: asyncpg.Record) -> SaleLineOut:
    columns = dict[str, Any](row)
    for name in ("product_name", "unit_name"):
        text = columns[name]
        columns[name] = text and msgspec.json.decode(text, type=Words)
    columns["waits_for"] = columns["waits_for"] and ParkReason(columns["waits_for"])
    return SaleLineOut(**columns)
