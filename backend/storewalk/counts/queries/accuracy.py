"""How well counts agreed with the book: by store, by counter, by count."""

from datetime import date
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.tx import AnyTx
from storewalk.counts.models import CountKind
from storewalk.counts.permissions import REVIEW
from storewalk.counts.schemas.office import Accuracy, AccuracyOut, CountAccuracy, CounterAccuracy, StoreAccuracy
from storewalk.identity.api import lies_below, require_within

# A late fact explains what differed, so it is taken off. A recount confirms the first count if the variance, which is
# free of what was sold in between, stayed the same.
BASE: Final = f"""
WITH asked AS (
    SELECT c.org_id, c.id, c.title, c.kind, c.store_id, s.name AS store_name, c.approved_at
    FROM stock_count c JOIN store s ON s.org_id = c.org_id AND s.id = c.store_id
    WHERE c.org_id = $1 AND c.status = 'approved'
      AND ($2::uuid IS NULL OR c.store_id = $2)
      AND ($3::date IS NULL OR (c.approved_at AT TIME ZONE s.time_zone)::date >= $3)
      AND ($4::date IS NULL OR (c.approved_at AT TIME ZONE s.time_zone)::date <= $4)
      AND {lies_below("c", "c.store_id", "$5")}
), result AS (
    SELECT a.*, r.product_id, r.variance = r.explained AS exact,
           abs(r.value_cents - r.explained_cents) AS variance_cents,
           greatest(r.expected_cents, 0) AS book_cents, r.recount,
           r.recount AND r.variance = r.submitted_variance AS confirmed
    FROM asked a
    JOIN count_result r ON r.org_id = a.org_id AND r.count_id = a.id AND NOT r.uncounted
)"""
SUMS: Final = """
count(DISTINCT r.id) AS counts, count(*) AS products, count(*) FILTER (WHERE r.exact) AS exact,
coalesce(sum(r.variance_cents), 0)::bigint AS variance_cents,
coalesce(sum(r.book_cents), 0)::bigint AS book_cents,
count(*) FILTER (WHERE r.recount) AS recounts, count(*) FILTER (WHERE r.confirmed) AS confirmed"""
WORST: Final = "(count(*) FILTER (WHERE r.exact))::float8 / count(*)"
WHOLE: Final = f"{BASE} SELECT {SUMS} FROM result r"
STORES: Final = f"""{BASE}
SELECT r.store_id, r.store_name, {SUMS} FROM result r GROUP BY r.store_id, r.store_name
ORDER BY {WORST}, r.store_name, r.store_id"""
COUNTERS: Final = f"""{BASE}, mine AS (
    SELECT DISTINCT l.count_id, l.product_id, l.counted_by FROM count_line l JOIN asked a ON a.id = l.count_id
    WHERE l.org_id = $1 AND l.round = 1 AND NOT l.voided AND l.product_id IS NOT NULL)
SELECT m.counted_by AS counter_id, p.name AS counter_name, {SUMS}
FROM mine m
JOIN result r ON r.id = m.count_id AND r.product_id = m.product_id
JOIN account p ON p.org_id = r.org_id AND p.id = m.counted_by
GROUP BY m.counted_by, p.name ORDER BY {WORST}, p.name, m.counted_by"""
COUNTS: Final = f"""{BASE}
SELECT r.id AS count_id, r.title, r.kind, r.store_id, r.store_name, r.approved_at, {SUMS} FROM result r
GROUP BY r.id, r.title, r.kind, r.store_id, r.store_name, r.approved_at ORDER BY r.approved_at DESC, r.id LIMIT 200"""
PARTS: Final = Accuracy.__struct_fields__


async def accuracy(
    tx: AnyTx, *, store: UUID | None = None, since: date | None = None, until: date | None = None
) -> AccuracyOut:
    """Return the accuracy of counts approved on the stores' own days `since` to `until`, where the actor may review.

    Raises NotFound for a store outside the scope.
    """
    if store is not None:
        await require_within(tx, REVIEW, store)
    tx.actor.require(REVIEW)
    arguments = (tx.org_id, store, since, until, list(tx.actor.paths(REVIEW)))
    return AccuracyOut(
        whole=_accuracy((await tx.fetch(WHOLE, *arguments))[0]),
        stores=[StoreAccuracy(**_split(row)) for row in await tx.fetch(STORES, *arguments)],
        counters=[CounterAccuracy(**_split(row)) for row in await tx.fetch(COUNTERS, *arguments)],
        counts=[_count(row) for row in await tx.fetch(COUNTS, *arguments)],
    )


def _accuracy(row: asyncpg.Record) -> Accuracy:
    return Accuracy(**{name: row[name] for name in PARTS})


def _split(row: asyncpg.Record) -> dict[str, Any]:
    columns = {name: value for name, value in row.items() if name not in PARTS}
    columns["accuracy"] = _accuracy(row)
    return columns


def _count(row: asyncpg.Record) -> CountAccuracy:
    columns = _split(row)
    columns["kind"] = CountKind(columns["kind"])
    return CountAccuracy(**columns)
