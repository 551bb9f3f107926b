"""Lots near their last day or past it, as a store finds them in the morning: page by page over many stores."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec
from msgspec import Struct

from storewalk.core.schemas import Page, Words, decode_after, encode_after
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below, require_within
from storewalk.stock.expiry import WARN_DAYS, Freshness, warn_days_sql
from storewalk.stock.permissions import READ_WASTE
from storewalk.stock.queries.blind import closed_at
from storewalk.stock.waste_models import LotStepKind
from storewalk.stock.waste_schemas import ExpiringLot, LotStepOut, Stand
from storewalk.stores.api import business_day_sql

LONGEST: Final = max(days for _, days in WARN_DAYS)
# No store is more than a day ahead of the server's date; the exact day of each decides.
UNSOUND: Final = f"""
SELECT b.store_id, b.product_id, b.lot_id, l.code AS lot_code, l.produced_on, l.expires_on, s.day,
       s.name AS store_name, sum(b.quantity) AS quantity,
       coalesce(sum(b.quantity) FILTER (WHERE p.kind = 'shelf'), 0) AS shelf,
       coalesce(sum(b.quantity) FILTER (WHERE p.kind <> 'shelf'), 0) AS back_room
FROM stock_balance b
JOIN stock_lot l ON l.org_id = b.org_id AND l.id = b.lot_id
JOIN stock_place p ON p.org_id = b.org_id AND p.id = b.place_id AND p.kind IN ('shelf', 'back_room', 'bin')
JOIN (SELECT s.*, {business_day_sql("s", "$2")} AS day FROM store s WHERE s.org_id = $1) s ON s.id = b.store_id
WHERE b.org_id = $1 AND b.quantity > 0 AND ($3::uuid IS NULL OR b.store_id = $3)
  AND l.expires_on <= $2::date + {LONGEST + 1} AND s.day >= l.expires_on - {warn_days_sql("l")}
  AND {lies_below("b", "b.store_id", "$4")}
GROUP BY b.store_id, b.product_id, b.lot_id, l.code, l.produced_on, l.expires_on, s.day, s.name"""
LAST_STEP: Final = """
LEFT JOIN LATERAL (
    SELECT t.kind, t.price_cents, t.taken_at, a.name FROM lot_step t
    JOIN account a ON a.org_id = t.org_id AND a.id = t.taken_by
    WHERE t.org_id = $1 AND t.store_id = x.store_id AND t.lot_id = x.lot_id
    ORDER BY t.recorded_at DESC, t.id DESC LIMIT 1
) step ON true"""
BEGINS: Final = " OR ".join(
    f"{column} >= $11 AND {column} < $11 || U&'\\+10FFFF'"
    for column in ("g.search_code", "g.search_zh", "g.search_en", "g.pinyin", "lower(x.lot_code)")
)
PAGE: Final = f"""
SELECT x.store_id, x.store_name, x.product_id, g.code AS product_code, g.name::text AS product_name, u.code AS unit,
       u.name::text AS unit_name, g.price_cents, x.lot_id, x.lot_code, x.produced_on, x.expires_on,
       x.expires_on - x.day AS days_left, trim_scale(x.quantity)::text AS quantity, trim_scale(x.shelf)::text AS shelf,
       trim_scale(x.back_room)::text AS back_room, step.kind AS step, step.price_cents AS step_price, step.taken_at,
       step.name AS taken_by_name
FROM (
    SELECT x.*, g.search_code FROM ({UNSOUND}) x JOIN product g ON g.org_id = $1 AND g.id = x.product_id
    WHERE ($5::date IS NULL OR (x.expires_on, g.search_code, x.lot_id, x.store_id) > ($5, $6, $7, $8))
      AND ($10::text IS NULL OR $10 = CASE sign(x.expires_on - x.day) WHEN -1 THEN 'expired' WHEN 0 THEN 'today'
                                           ELSE 'near' END)
      AND ($11::text IS NULL OR {BEGINS})
      AND (NOT $12::boolean OR NOT EXISTS (SELECT 1 FROM lot_step t WHERE t.org_id = $1 AND t.store_id = x.store_id
                                           AND t.lot_id = x.lot_id))
    ORDER BY x.expires_on, g.search_code, x.lot_id, x.store_id LIMIT $9
) x
JOIN product g ON g.org_id = $1 AND g.id = x.product_id
JOIN unit u ON u.org_id = g.org_id AND u.id = g.unit_id
{LAST_STEP}
ORDER BY x.expires_on, x.search_code, x.lot_id, x.store_id"""
MORNING: Final = f"""
SELECT x.store_id, count(*) FILTER (WHERE x.expires_on >= x.day AND step.kind IS NULL) AS near,
       count(*) FILTER (WHERE x.expires_on < x.day) AS expired
FROM ({UNSOUND}) x {LAST_STEP} GROUP BY x.store_id ORDER BY x.store_id"""
UNTOLD: Final = {"quantity": None, "shelf": None, "back_room": None}


class Wanted(Struct, frozen=True, kw_only=True):
    """Which lots are wanted; `q` begins a product's code, name or pinyin, or a lot's code.

    `undone` keeps the lots that nothing was done about.
    """

    store_id: UUID | None = None
    stand: Stand | None = None
    q: str | None = None
    undone: bool = False


class After(Struct, frozen=True, array_like=True):
    """Where a page ended: the lots that end first come first."""

    expires_on: date
    code: str
    lot_id: UUID
    store_id: UUID


async def expiring(tx: AnyTx, wanted: Wanted, *, limit: int, cursor: str | None) -> Page[ExpiringLot]:
    """Return the lots in the actor's scope that are not sound: those that end first come first.

    How much there is of goods that are being counted is not told to who counts them.
    Raises NotFound for a store outside the scope.
    """
    if wanted.store_id is not None:
        await require_within(tx, READ_WASTE, wanted.store_id)
    after = decode_after(cursor, After)
    place = (after.expires_on, after.code, after.lot_id, after.store_id) if after else (None, None, None, None)
    narrowed = (wanted.stand, wanted.q.strip().lower() if wanted.q else None, wanted.undone)
    rows = await tx.fetch(PAGE, *_asked(tx, wanted.store_id), *place, limit + 1, *narrowed)
    closed = await closed_at(tx, {row["store_id"] for row in rows})
    shown = [_lot(row, closed) for row in rows[:limit]]
    if len(rows) <= limit:
        return Page(shown, None)
    last = shown[-1]
    return Page(shown, encode_after(After(last.expires_on, last.product_code.lower(), last.lot_id, last.store_id)))


async def expiring_by_store(tx: AnyTx) -> dict[UUID, Counter[Freshness]]:
    """Count what stores have to deal with: near lots that nothing was done about, and all past their last day."""
    rows = await tx.fetch(MORNING, *_asked(tx, None))
    return {
        row["store_id"]: Counter({Freshness.NEAR: row["near"], Freshness.EXPIRED: row["expired"]})
        for row in rows
        if row["near"] or row["expired"]
    }


def _asked(tx: AnyTx, store_id: UUID | None) -> Iterable[object]:
    return tx.org_id, tx.now, store_id, list(tx.actor.paths(READ_WASTE))


def _lot(row: asyncpg.Record, closed: Callable[[UUID, UUID], bool]) -> ExpiringLot:
    columns = dict[str, Any](row)
    for name in ("product_name", "unit_name"):
        columns[name] = msgspec.json.decode(columns[name], type=Words)
    kind, price = columns.pop("step"), columns.pop("step_price")
    taken_at, by = columns.pop("taken_at"), columns.pop("taken_by_name")
    step = kind and LotStepOut(kind=LotStepKind(kind), price_cents=price, taken_by_name=by, taken_at=taken_at)
    if closed(row["store_id"], row["product_id"]):
        columns |= UNTOLD
    freshness = Freshness.EXPIRED if row["days_left"] < 0 else Freshness.NEAR
    return ExpiringLot(**columns, freshness=freshness, step=step)
