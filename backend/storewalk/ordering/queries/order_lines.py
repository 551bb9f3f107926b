"""The lines of an order as people look at them, and what they come to."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.ordering.order_models import SUMS, DeviationReason, DropReason
from storewalk.ordering.order_schemas import OrderLineOut, OrderTotals
from storewalk.ordering.suggestion_schemas import Arithmetic

CENTS: Final = "round(l.quantity * l.pack_cents / l.pack_quantity)::bigint"
CHANGED: Final = "l.quantity <> coalesce(l.suggested, 0)"
# Names are looked up line by line, whatever the planner thinks of the tables: that is what OFFSET is for.
LINES: Final = f"""
SELECT l.product_id, p.code, p.name::text, p.unit, p.unit_name::text,
       trim_scale(l.suggested)::text AS suggested, trim_scale(l.quantity)::text AS quantity, {CHANGED} AS changed,
       l.reason, l.dropped, trim_scale(l.pack_quantity)::text AS pack_quantity, l.pack_cents,
       trim_scale(l.least)::text AS least, trim_scale(l.most)::text AS most, l.must_order, {CENTS} AS line_cents,
       l.arrival, l.cover, l.arithmetic,
       CASE WHEN $3 THEN trim_scale(coalesce(l.submitted, l.quantity))::text END AS submitted,
       trim_scale(l.confirmed)::text AS confirmed, trim_scale(l.shipped)::text AS shipped,
       trim_scale(l.received)::text AS received
FROM store_order_line l
CROSS JOIN LATERAL (
    SELECT p.code, p.name, p.search_code, u.code AS unit, u.name AS unit_name
    FROM product p JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
    WHERE p.org_id = $1 AND p.id = l.product_id OFFSET 0) p
WHERE l.org_id = $1 AND l.order_id = $2 ORDER BY l.position, p.search_code"""
SUMMED: Final = f"""coalesce(sum({CENTS}), 0)::bigint AS cents, count(*) FILTER (WHERE l.quantity > 0) AS lines,
       count(*) FILTER (WHERE {CHANGED}) AS changed"""
TOTALS: Final = f"SELECT {SUMMED} FROM store_order_line l WHERE l.org_id = $1 AND l.order_id = $2"
NAMES_KEPT: Final = 16_384
NUMBERS_KEPT: Final = 65_536


async def lines_of(tx: AnyTx, order_id: UUID, untold: Callable[[UUID], bool], *, submitted: bool) -> list[OrderLineOut]:
    """Return an order's lines in their order; of products that are `untold` without what the book said."""
    rows = await tx.fetch(LINES, tx.org_id, order_id, submitted)
    return [_line(row, untold(row["product_id"])) for row in rows]


async def totals_of(tx: AnyTx, order_id: UUID) -> OrderTotals:
    """Return what an order's lines come to."""
    row = await tx.fetchrow(TOTALS, tx.org_id, order_id)
    return OrderTotals(**dict[str, Any](row or {}))


def _line(row: asyncpg.Record, untold: bool) -> OrderLineOut:
    columns = dict[str, Any](row)
    columns["name"], columns["unit_name"] = words(columns["name"]), words(columns["unit_name"])
    if columns["reason"] is not None:
        columns["reason"] = DeviationReason(columns["reason"])
    if columns["dropped"] is not None:
        columns["dropped"] = DropReason(columns["dropped"])
    numbers = columns["arithmetic"]
    columns["arithmetic"] = None if numbers is None or untold else arithmetic_of(numbers)
    return OrderLineOut(**columns)


def arithmetic_of(numbers: list[int]) -> Arithmetic:
    """Return the arithmetic that a line keeps, as it goes on the wire."""
    return Arithmetic(**{name: _plain(number) for name, number in zip(SUMS[:-1], numbers[:-1], strict=True)})


@lru_cache(NAMES_KEPT)
def words(text: str) -> Words:
    """Decode a name; the same few thousand come again in every order."""
    return msgspec.json.decode(text, type=Words)


@lru_cache(NUMBERS_KEPT)
def _plain(thousandths: int) -> str:
    """Write thousandths as people do."""
    whole, rest = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else ""
    return f"{sign}{whole}.{rest:03}".rstrip("0") if rest else f"{sign}{whole}"
