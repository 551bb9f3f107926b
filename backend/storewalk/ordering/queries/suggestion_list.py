"""A store's suggestions of today: one statement over the sheet's columns, from the driver's rows to structs."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final
from uuid import UUID

import asyncpg
import msgspec
from msgspec import Struct

from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.ordering.queries.order_rules import setting_of
from storewalk.ordering.queries.suggestion_orders import Lately, ordered_lately
from storewalk.ordering.queries.suggestion_promotions import AT_STORE
from storewalk.ordering.queries.suggestion_sources import sources_of
from storewalk.ordering.queries.supply_read import SERVES
from storewalk.ordering.sheet_models import NUMBERS
from storewalk.ordering.suggestion_schemas import Arithmetic, Attention, SuggestionLine, SuggestionsOut
from storewalk.stock import api as stock
from storewalk.stores import api as stores

NEW_DAYS: Final = 28
COUNTED_DAYS: Final = 3
PROMOTED_DAYS: Final = 7
ARITHMETIC: Final = NUMBERS[: NUMBERS.index("quantity")]
IS_PROMOTED: Final = "u.product_id IN (SELECT product_id FROM promoted)"
FLAGS: Final = {
    Attention.BELOW_ZERO: "coalesce(i.quantity < 0, false)",
    Attention.OUT_OF_STOCK: "u.stock = 0 AND u.expected > 0 AND coalesce(i.quantity >= 0, true)",
    Attention.COUNTED: "u.product_id IN (SELECT product_id FROM counted)",
    Attention.SPOILS: "u.spoils > 0",
    Attention.NEW: f"u.known < {NEW_DAYS * 1000}",
    Attention.PROMOTION: IS_PROMOTED,
    Attention.BUDGET: "u.budget < 0",
    Attention.CHANGED: (
        "u.quantity > 0 AND coalesce(u.quantity NOT BETWEEN k.quantity * 500 AND k.quantity * 2000, false)"
    ),
    Attention.MUST_ORDER: "coalesce(t.must_order, false) AND u.quantity = 0",
    Attention.JUMP: "u.product_id IN (SELECT product_id FROM jumped)",
    Attention.PRICE: "coalesce(k.pack_cents * o.pack_quantity <> o.pack_cents * k.pack_quantity, false)",
    Attention.TRANSFER: "u.product_id IN (SELECT product_id FROM moving)",
}
"""Over the sheet's line `u`, stock `i`, product `p`, terms `t` and the last order's line `k`.

What is suggested has changed when it is more than twice the last order, or less than half of it (none at all is no
change: what came last time is still there); the price when a unit costs another than in the last order.
"""
ATTENTION: Final = " | ".join(f"(({told})::int << {place})" for place, told in enumerate(FLAGS.values()))
# What a count found to be otherwise than the book said.
COUNTED: Final = f"""
SELECT m.product_id FROM stock_count c
JOIN stock_move m ON m.org_id = c.org_id AND m.cause_id = c.id AND m.cause = 'count' AND m.store_id = c.store_id
WHERE c.org_id = $1 AND c.store_id = $2 AND c.status = 'approved'
  AND c.approved_at > $4::timestamptz - interval '{COUNTED_DAYS} days'"""
# What is promoted today or will be within the week.
PROMOTED: Final = f"""
SELECT t.product_id FROM promotion p
JOIN promotion_product t ON t.org_id = p.org_id AND t.promotion_id = p.id
WHERE p.org_id = $1 AND p.status = 'planned' AND p.last_day >= $3 AND p.first_day < $3 + {PROMOTED_DAYS}
  AND {AT_STORE}"""
# Of each source the last order of an earlier day that was sent off.
LATEST: Final = """
SELECT DISTINCT ON (source_id) id, source_id FROM store_order
WHERE org_id = $1 AND store_id = $2 AND day < $3 AND state NOT IN ('draft', 'returned', 'refused', 'cancelled')
ORDER BY source_id, day DESC, recorded_at DESC"""
JUMPED: Final = "SELECT product_id FROM demand_jump WHERE org_id = $1 AND store_id = $2 AND day = $3"
# What another store could give instead, if somebody says so.
MOVING: Final = """
SELECT l.product_id FROM order_rebalance o
JOIN order_rebalance_line l ON l.org_id = o.org_id AND l.rebalance_id = o.id
WHERE o.org_id = $1 AND o.to_store_id = $2 AND o.state = 'open' AND o.day = $3"""
UNNESTED: Final = ("arrival", "cover", "service", "known", *ARITHMETIC, "quantity", "out_days")
# How many lines a sheet has is not known before it is read, so each look-up of a line goes by its key, whatever the
# planner makes of it: LIMIT keeps it where it stands.
LINES: Final = f"""
WITH line AS MATERIALIZED (
    SELECT s.planned_at, s.source_ids[u.source] AS source_id, u.* FROM order_sheet s
    CROSS JOIN LATERAL unnest(s.product_ids, s.sources, {", ".join(f"s.{name}" for name in UNNESTED)})
        WITH ORDINALITY AS u (product_id, source, {", ".join(UNNESTED)}, number)
    WHERE s.org_id = $1 AND s.store_id = $2 AND s.day = $3 AND u.source > 0
), source AS MATERIALIZED (SELECT s.id FROM order_source s WHERE s.org_id = $1 AND {SERVES}),
latest AS MATERIALIZED ({LATEST}), counted AS MATERIALIZED ({COUNTED}), promoted AS MATERIALIZED ({PROMOTED}),
jumped AS MATERIALIZED ({JUMPED}), moving AS MATERIALIZED ({MOVING})
SELECT u.product_id, p.code, p.name::text, p.unit, p.unit_name::text, u.source_id,
       (o.pack_quantity * 1000)::bigint AS pack_quantity, o.pack_cents, (o.least * 1000)::bigint,
       (o.most * 1000)::bigint, u.quantity, (k.quantity * 1000)::bigint, coalesce(t.must_order, false) AS must_order,
       {IS_PROMOTED} AS promoted, {ATTENTION} AS attention,
       {", ".join(f"u.{name}" for name in ARITHMETIC)}, u.arrival, u.cover, u.service, u.planned_at, u.number,
       coalesce(u.out_days, 0) AS out_days
FROM line u
JOIN source g ON g.id = u.source_id
CROSS JOIN LATERAL (
    SELECT o.pack_quantity, o.pack_cents, o.least, o.most FROM order_offer o
    WHERE o.org_id = $1 AND o.source_id = u.source_id AND o.product_id = u.product_id LIMIT 1) o
CROSS JOIN LATERAL (
    SELECT p.code, p.name, p.search_code, n.code AS unit, n.name AS unit_name
    FROM product p JOIN unit n ON n.org_id = p.org_id AND n.id = p.unit_id
    WHERE p.org_id = $1 AND p.id = u.product_id AND p.status = 'active' LIMIT 1) p
LEFT JOIN LATERAL (
    SELECT t.carried, t.must_order FROM order_store_terms t
    WHERE t.org_id = $1 AND t.store_id = $2 AND t.product_id = u.product_id LIMIT 1) t ON true
LEFT JOIN LATERAL (
    SELECT i.quantity FROM stock_item i
    WHERE i.org_id = $1 AND i.store_id = $2 AND i.product_id = u.product_id LIMIT 1) i ON true
LEFT JOIN latest e ON e.source_id = u.source_id
LEFT JOIN LATERAL (
    SELECT l.quantity, l.pack_quantity, l.pack_cents FROM store_order_line l
    WHERE l.org_id = $1 AND l.order_id = e.id AND l.product_id = u.product_id LIMIT 1) k ON true
WHERE coalesce(t.carried, true)"""
ORDER: Final = "ORDER BY p.search_code"
ONE: Final = "AND u.product_id = $5"
PLANNED: Final = "SELECT planned_at FROM order_sheet WHERE org_id = $1 AND store_id = $2 AND day = $3"
NAMES_KEPT: Final = 16_384
NUMBERS_KEPT: Final = 65_536
Closed = Callable[[UUID, UUID], bool]


class Found(Struct, frozen=True):
    """A line of a sheet with what its source needs: days until it can be sold, and days to cover."""

    line: SuggestionLine
    arrival: int
    cover: int
    service: int
    planned_at: datetime
    place: int
    """Where the line stands in the sheet's columns, from 1."""


async def suggestions_of(tx: AnyTx, store_id: UUID) -> SuggestionsOut:
    """Return what a store is advised to order today, by product code."""
    clock = await stores.store_clock(tx, store_id)
    day = clock.business_date(tx.now)
    found = await lines_of(tx, store_id, day)
    planned_at = found[0].planned_at if found else await tx.raw.fetchval(PLANNED, tx.org_id, store_id, day)
    setting = await setting_of(tx)
    covers = {each.line.source_id: (each.arrival, each.cover) for each in found}
    return SuggestionsOut(
        store_id=store_id,
        day=day,
        planned_at=planned_at,
        reason_percent=setting.reason_percent,
        reason_cents=setting.reason_cents,
        sources=await sources_of(tx, clock, day, covers),
        lines=[each.line for each in found],
    )


async def lines_of(tx: AnyTx, store_id: UUID, day: date, product_id: UUID | None = None) -> list[Found]:
    """Return the lines of a store's sheet that can be ordered, or the one of a product."""
    closed = await stock.closed_at(tx, [store_id])
    asked = (tx.org_id, store_id, day, tx.now)
    rows = await (
        tx.fetch(f"{LINES} {ORDER}", *asked) if product_id is None else tx.fetch(f"{LINES} {ONE}", *asked, product_id)
    )
    lately = await ordered_lately(tx, store_id, day, product_id)
    return [_found(row, lately, untold=closed(store_id, row[0])) for row in rows]


def day_at(day: date, number: int) -> date:
    """Return the day that a sheet of `day` calls `number`, which is 1 for `day` itself."""
    return day + timedelta(days=number - 1)


def _found(row: asyncpg.Record, lately: Lately, *, untold: bool) -> Found:
    (product_id, code, name, unit, unit_name, source_id, pack_quantity, pack_cents, least_quantity, most_quantity,
     quantity, last_quantity, must_order, promoted, attention, expected, safety, display, on_hand, spoils, on_order,
     wanted, shelf_life, most, capacity, least, pack, budget, arrival, cover, service, planned_at,
     number, out_days) = row  # fmt: skip
    key = (source_id, product_id)
    sent = lately.uncounted.get(key, 0)
    if sent:
        on_order, wanted, quantity, changes = _left(sent, on_order, wanted, quantity, row[22:28])
        shelf_life, most, capacity, least, pack, budget = changes
    arithmetic = (
        None
        if untold
        else Arithmetic(
            expected=_plain(expected),
            safety=_plain(safety),
            display=_plain(display),
            stock=_plain(on_hand),
            spoils=_plain(spoils),
            on_order=_plain(on_order),
            wanted=_plain(wanted),
            shelf_life=_plain(shelf_life),
            most=_plain(most),
            capacity=_plain(capacity),
            least=_plain(least),
            pack=_plain(pack),
            budget=_plain(budget),
        )
    )
    line = SuggestionLine(
        product_id=product_id,
        code=code,
        name=_words(name),
        unit=unit,
        unit_name=_words(unit_name),
        source_id=source_id,
        pack_quantity=_plain(pack_quantity),
        pack_cents=pack_cents,
        least_quantity=_plain(least_quantity),
        most_quantity=None if most_quantity is None else _plain(most_quantity),
        quantity=_plain(quantity),
        last_quantity=None if last_quantity is None else _plain(last_quantity),
        last_orders=lately.last.get(key, ()),
        ordered_today=_plain(lately.today.get(key, 0)),
        out_days=0 if untold else out_days,
        must_order=must_order,
        promoted=promoted,
        attention=_flags(attention & (BLIND if untold else ALL) & (ORDERED if key in lately.today else ALL)),
        arithmetic=arithmetic,
    )
    return Found(line, arrival, cover, service, planned_at, number)


TELLING: Final = {Attention.BELOW_ZERO, Attention.OUT_OF_STOCK, Attention.COUNTED, Attention.SPOILS}
"""What says something of the stock, and so nothing to who counts it."""
ALL: Final = (1 << len(FLAGS)) - 1
BLIND: Final = sum(1 << place for place, flag in enumerate(FLAGS) if flag not in TELLING)
ORDERED: Final = sum(1 << place for place, flag in enumerate(FLAGS) if flag is not Attention.MUST_ORDER)


def _left(
    sent: int, on_order: int, wanted: int, quantity: int, changes: tuple[int, ...]
) -> tuple[int, int, int, tuple[int, ...]]:
    """Return on_order, wanted, quantity and changes once so much was ordered since the sheet was planned.

    What is left of the suggestion stays as it was reasoned; where more was ordered than that, nothing is.
    """
    rest = max(wanted - sent, 0)
    if sent <= min(wanted, quantity):
        return on_order + sent, rest, quantity - sent, changes
    return on_order + sent, rest, 0, (0, 0, 0, 0, -rest, 0)


@lru_cache(NAMES_KEPT)
def _words(text: str) -> Words:
    """Decode a name; the same few thousand come again at every store."""
    return msgspec.json.decode(text, type=Words)


@lru_cache(NUMBERS_KEPT)
def _plain(thousandths: int) -> str:
    """Write thousandths as people do; most numbers of a sheet come again and again."""
    whole, rest = divmod(abs(thousandths), 1000)
    sign = "-" if thousandths < 0 else ""
    return f"{sign}{whole}.{rest:03}".rstrip("0") if rest else f"{sign}{whole}"


@lru_cache(1 << len(FLAGS))
def _flags(mask: int) -> tuple[Attention, ...]:
    return tuple(flag for place, flag in enumerate(FLAGS) if mask >> place & 1)
