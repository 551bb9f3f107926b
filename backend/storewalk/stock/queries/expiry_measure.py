"""How well a chain deals with goods before they expire."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

import asyncpg
import msgspec
from msgspec import Struct

from storewalk.core.schemas import Page, Words, decode_after, encode_after, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below, require_within
from storewalk.stock.permissions import READ_WASTE
from storewalk.stock.waste_models import LotStepKind
from storewalk.stock.waste_schemas import EndedLot, ExpiryMeasure
from storewalk.stores.api import business_day_sql

# A lot that a store took in ends with the store's business day that is its last. It was handled if something was done
# about it until then, or if nothing of it was left the day after.
DEALT: Final = f"""
WITH lot AS (
    SELECT DISTINCT m.store_id, m.product_id, l.id, l.expires_on
    FROM stock_lot l JOIN stock_move m ON m.org_id = l.org_id AND m.lot_id = l.id AND m.direction = 1
    JOIN (SELECT s.id, {business_day_sql("s", "$6")} AS day FROM store s WHERE s.org_id = $1) s ON s.id = m.store_id
    WHERE l.org_id = $1 AND l.expires_on BETWEEN $2 AND $3 AND l.expires_on < s.day
      AND ($4::uuid IS NULL OR m.store_id = $4)
      AND {lies_below("m", "m.store_id", "$5")}
), left_over AS (
    SELECT lot.store_id, lot.id, sum(m.direction * m.quantity) AS quantity
    FROM lot JOIN stock_move m ON m.org_id = $1 AND m.store_id = lot.store_id AND m.product_id = lot.product_id
        AND m.lot_id = lot.id AND m.business_date <= lot.expires_on
    GROUP BY lot.store_id, lot.id
), dealt AS (
    SELECT lot.*, left_over.quantity, step.kind AS step, step.kind IS NOT NULL OR left_over.quantity <= 0 AS handled
    FROM lot JOIN left_over USING (store_id, id)
    LEFT JOIN LATERAL (
        SELECT t.kind FROM lot_step t JOIN store s ON s.org_id = t.org_id AND s.id = t.store_id
        WHERE t.org_id = $1 AND t.store_id = lot.store_id AND t.lot_id = lot.id
          AND {business_day_sql("s", "t.taken_at")} <= lot.expires_on ORDER BY t.taken_at DESC LIMIT 1
    ) step ON true
)"""
MEASURE: Final = f"{DEALT} SELECT count(*) AS lots, count(*) FILTER (WHERE handled) AS handled FROM dealt"
ENDED: Final = f"""{DEALT}
SELECT d.store_id, s.name AS store_name, d.product_id, p.code AS product_code, p.name::text AS product_name,
       u.code AS unit, u.name::text AS unit_name, d.id AS lot_id, l.code AS lot_code, d.expires_on, d.handled,
       trim_scale(greatest(d.quantity, 0))::text AS left, d.step
FROM dealt d JOIN store s ON s.org_id = $1 AND s.id = d.store_id JOIN product p ON p.org_id = $1 AND p.id = d.product_id
JOIN unit u ON u.org_id = $1 AND u.id = p.unit_id JOIN stock_lot l ON l.org_id = $1 AND l.id = d.id
WHERE ($7::boolean IS NULL OR d.handled = $7)
  AND ($8::date IS NULL OR (d.expires_on, d.store_id, d.id) < ($8, $9, $10))
ORDER BY d.expires_on DESC, d.store_id DESC, d.id DESC LIMIT $11"""
TODAY: Final = f"""
SELECT max({business_day_sql("s", "$2")}) FROM store s
WHERE s.org_id = $1 AND ($3::uuid IS NULL OR s.id = $3) AND {lies_below("s", "s.id", "$4")}"""
WASTED: Final = f"""
SELECT coalesce(sum(m.value_cents), 0)::bigint FROM stock_move m
WHERE m.org_id = $1 AND m.cause = 'waste' AND m.business_date BETWEEN $2 AND $3
  AND ($4::uuid IS NULL OR m.store_id = $4)
  AND {lies_below("m", "m.store_id", "$5")}"""


class Place(Struct, frozen=True, array_like=True):
    """Where a page of lots that have ended stops."""

    expires_on: date
    store_id: UUID
    lot_id: UUID


class Span(Struct, frozen=True):
    """The last days that are asked about, both counted, at a store or everywhere."""

    store_id: UUID | None
    first: date
    last: date


async def last_ended_day(tx: AnyTx, store_id: UUID | None) -> date:
    """Return the last business day that is over: at a store or, for many, wherever in the scope the day ends first.

    Raises NotFound for a store out of scope.
    """
    if store_id is not None:
        await require_within(tx, READ_WASTE, store_id)
    today = (await tx.fetch(TODAY, tx.org_id, tx.now, store_id, list(tx.actor.paths(READ_WASTE))))[0][0]
    return (today or tx.now.date()) - timedelta(days=1)


async def expiry_measure(tx: AnyTx, span: Span) -> ExpiryMeasure:
    """Measure the lots whose last day lies in a span. Raises NotFound for a store out of scope."""
    arguments = await _arguments(tx, span)
    row = (await tx.fetch(MEASURE, *arguments))[0]
    wasted = (await tx.fetch(WASTED, *arguments[:-1]))[0][0]
    lots, handled = row["lots"], row["handled"]
    return ExpiryMeasure(lots=lots, handled=handled, expired=lots - handled, wasted_cents=wasted)


async def ended_lots(
    tx: AnyTx, span: Span, *, handled: bool | None, limit: int | None, cursor: str | None
) -> Page[EndedLot]:
    """Return the lots that the measure counts, the last to end first. Raises NotFound for a store out of scope."""
    size, after = page_size(limit), decode_after(cursor, Place)
    place = (after.expires_on, after.store_id, after.lot_id) if after else (None, None, None)
    rows = await tx.fetch(ENDED, *await _arguments(tx, span), handled, *place, size + 1)
    shown = [_ended(row) for row in rows[:size]]
    if len(rows) <= size:
        return Page(shown, None)
    return Page(shown, encode_after(Place(shown[-1].expires_on, shown[-1].store_id, shown[-1].lot_id)))


async def _arguments(tx: AnyTx, span: Span) -> tuple[object, ...]:
    if span.store_id is not None:
        await require_within(tx, READ_WASTE, span.store_id)
    return tx.org_id, span.first, span.last, span.store_id, list(tx.actor.paths(READ_WASTE)), tx.now


def _ended(row: asyncpg.Record) -> EndedLot:
    fields = dict(row)
    for name in ("product_name", "unit_name"):
        fields[name] = msgspec.json.decode(fields[name], type=Words)
    fields["step"] = LotStepKind(fields["step"]) if fields["step"] else None
    return EndedLot(**fields)
