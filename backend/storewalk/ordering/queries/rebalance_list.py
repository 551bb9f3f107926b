"""Transfers that are suggested, as the two stores and those above them see them."""

from collections.abc import Callable, Sequence
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import READ_SUGGESTIONS
from storewalk.ordering.planner import RebalanceTerms
from storewalk.ordering.queries.order_lines import words
from storewalk.ordering.rebalance_models import RebalanceReason, RebalanceState
from storewalk.ordering.rebalance_schemas import RebalanceArithmetic, RebalanceLine, RebalanceOut, RebalanceRuleOut
from storewalk.stock import api as stock

HEADS: Final = f"""
SELECT o.id, o.from_store_id, g.code AS from_code, g.name AS from_name, o.to_store_id, t.code AS to_code,
       t.name AS to_name, r.name AS region_name, o.day, o.planned_at, o.state, o.metres, o.total_cents, o.saved_cents,
       o.transfer_id, o.reason, a.name AS decided_by_name, o.decided_at, o.recorded_at
FROM order_rebalance o
JOIN store g ON g.org_id = o.org_id AND g.id = o.from_store_id
JOIN store t ON t.org_id = o.org_id AND t.id = o.to_store_id
JOIN region r ON r.org_id = t.org_id AND r.id = t.region_id
LEFT JOIN account a ON a.org_id = o.org_id AND a.id = o.decided_by
WHERE o.org_id = $1 AND ({lies_below("o", "o.from_store_id", "$2")} OR {lies_below("o", "o.to_store_id", "$2")})"""
ONE: Final = f"{HEADS} AND o.id = $3"
MANY: Final = f"""{HEADS}
  AND ($3::uuid IS NULL OR $3 IN (o.from_store_id, o.to_store_id))
  AND ($4::text[] IS NULL OR o.state = ANY ($4))
  AND ($5::timestamptz IS NULL OR (o.recorded_at, o.id) < ($5, $6))
ORDER BY o.recorded_at DESC, o.id DESC LIMIT $7"""
LINES: Final = """
SELECT l.rebalance_id, l.product_id, p.code, p.name::text, u.name::text AS unit_name,
       trim_scale(l.quantity)::text AS quantity, l.line_cents, l.first_expiry, trim_scale(l.stock)::text AS stock,
       trim_scale(l.promised)::text AS promised, l.until, trim_scale(l.needs)::text AS needs,
       trim_scale(l.spoils)::text AS spoils, trim_scale(l.keeps)::text AS keeps, trim_scale(l.excess)::text AS excess,
       trim_scale(l.lacks)::text AS lacks, trim_scale(l.before)::text AS before
FROM order_rebalance_line l
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE l.org_id = $1 AND l.rebalance_id = ANY ($2) ORDER BY l.line_cents DESC, p.search_code"""
RULE: Final = """
SELECT most_metres, margin_days, line_cents, trip_cents, version FROM order_rebalance_rule WHERE org_id = $1"""
NUMBERS: Final = ("stock", "promised", "until", "needs", "spoils", "keeps", "excess", "lacks", "before")
Closed = Callable[[UUID, UUID], bool]


async def list_rebalances(
    tx: AnyTx, *, store: UUID | None, state: Sequence[RebalanceState], limit: int | None, cursor: str | None
) -> Page[RebalanceOut]:
    """Return suggestions from or to the reader's stores, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    place = (after.at, after.id) if after else (None, None)
    rows = await tx.fetch(MANY, tx.org_id, _paths(tx), store, list(state) or None, *place, size + 1)
    recorded = {row["id"]: row["recorded_at"] for row in rows}
    return page(await _with_lines(tx, rows), size, lambda item: (recorded[item.id], item.id))


async def read_rebalance(tx: AnyTx, rebalance_id: UUID) -> RebalanceOut:
    """Return a suggestion. Raises NotFound, also where both of its stores lie outside the reader's scope."""
    found = await _with_lines(tx, await tx.fetch(ONE, tx.org_id, _paths(tx), rebalance_id))
    if not found:
        raise NotFound("ordering.no_rebalance")
    return found[0]


async def rebalance_rule(tx: AnyTx) -> RebalanceRuleOut:
    """Return when transfers are suggested."""
    row = await tx.fetchrow(RULE, tx.org_id)
    usual = RebalanceTerms()
    return RebalanceRuleOut(
        most_metres=row["most_metres"] if row else usual.most_metres,
        margin_days=row["margin_days"] if row else usual.margin_days,
        line_cents=row["line_cents"] if row else usual.line_cents,
        trip_cents=row["trip_cents"] if row else usual.trip_cents,
        version=row["version"] if row else 0,
    )


def _paths(tx: AnyTx) -> list[str]:
    return list(tx.actor.paths(READ_SUGGESTIONS))


async def _with_lines(tx: AnyTx, rows: Sequence[asyncpg.Record]) -> list[RebalanceOut]:
    closed = await stock.closed_at(tx, {row[end] for row in rows for end in ("from_store_id", "to_store_id")})
    pairs = {row["id"]: (row["from_store_id"], row["to_store_id"]) for row in rows}
    lines: dict[UUID, list[RebalanceLine]] = {each: [] for each in pairs}
    for row in await tx.fetch(LINES, tx.org_id, list(pairs)) if pairs else ():
        untold = any(closed(store, row["product_id"]) for store in pairs[row["rebalance_id"]])
        lines[row["rebalance_id"]].append(_line(row, untold=untold))
    return [_out(row, lines[row["id"]]) for row in rows]


def _out(row: asyncpg.Record, lines: list[RebalanceLine]) -> RebalanceOut:
    columns = dict[str, Any](row)
    del columns["recorded_at"]
    columns["state"] = RebalanceState(columns["state"])
    columns["reason"] = RebalanceReason(columns["reason"]) if columns["reason"] else None
    return RebalanceOut(**columns, lines=lines)


def _line(row: asyncpg.Record, *, untold: bool) -> RebalanceLine:
    return RebalanceLine(
        product_id=row["product_id"],
        code=row["code"],
        name=words(row["name"]),
        unit_name=words(row["unit_name"]),
        quantity=row["quantity"],
        line_cents=row["line_cents"],
        first_expiry=row["first_expiry"],
        arithmetic=None if untold else RebalanceArithmetic(**{name: row[name] for name in NUMBERS}),
    )
