"""How ordering stands today, in figures, and which stores have not ordered yet."""

from typing import Any, Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.order_desk_schemas import OrderFigures, UnorderedList, UnorderedOut
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import READ_ORDERS
from storewalk.ordering.queries.supply_read import SERVES
from storewalk.stores.api import business_day_sql

CUT: Final = """
coalesce((SELECT c.cut FROM store_day_cut c WHERE c.org_id = w.org_id AND c.store_id = w.id AND c.valid_from <= w.today
          ORDER BY c.valid_from DESC LIMIT 1), '00:00')"""
PLACES: Final = f"""
shop AS MATERIALIZED (
    SELECT w.*, {business_day_sql("w", "$3")} AS today FROM store w
    WHERE w.org_id = $1 AND w.kind = 'store' AND {lies_below("w", "w.id", "$2")}
      AND ($4::uuid IS NULL OR EXISTS (
          SELECT 1 FROM scope_node n JOIN scope_node p ON p.org_id = n.org_id AND p.id = $4
          WHERE n.org_id = $1 AND n.id = w.id AND starts_with(n.path, p.path)))
)"""
OPEN: Final = f"""
unordered AS (
    SELECT w.id AS store_id, w.code AS store_code, w.name AS store_name, s.id AS source_id, s.name AS source_name,
           w.today AS day,
           (w.today + (s.cut_off < {CUT})::int + s.cut_off) AT TIME ZONE w.time_zone AS cut_off_at,
           o.id AS order_id, o.state
    FROM shop w
    JOIN order_sheet h ON h.org_id = w.org_id AND h.store_id = w.id AND h.day = w.today
    CROSS JOIN unnest(h.source_ids) AS asked (source_id)
    JOIN order_source s ON s.org_id = w.org_id AND s.id = asked.source_id AND {SERVES}
    JOIN order_delivery d ON d.org_id = w.org_id AND d.source_id = s.id AND d.store_id = w.id
    LEFT JOIN LATERAL (
        SELECT o.id, o.state FROM store_order o
        WHERE o.org_id = w.org_id AND o.store_id = w.id AND o.source_id = s.id AND o.day = w.today
          AND o.state NOT IN ('cancelled', 'refused')
        ORDER BY o.state IN ('draft', 'returned'), o.recorded_at DESC LIMIT 1
    ) o ON true
    WHERE w.status <> 'closed' AND ($5::uuid IS NULL OR s.id = $5)
      AND (o.id IS NULL OR o.state IN ('draft', 'returned'))
)"""
UNORDERED: Final = f"""
WITH {PLACES}, {OPEN}
SELECT * FROM unordered WHERE cut_off_at > $3 ORDER BY cut_off_at, store_code, source_name LIMIT 500"""
SENT: Final = "o.state NOT IN ('draft', 'returned', 'cancelled', 'refused')"
SETTLED: Final = "o.decided_at IS NOT NULL AND o.submitted_at IS NOT NULL"
FIGURES: Final = f"""
WITH {PLACES}, {OPEN},
told AS (
    SELECT count(*) FILTER (WHERE {SENT} AND o.day = w.today) AS orders,
           count(*) FILTER (WHERE {SENT} AND o.day = w.today - 7) AS orders_before,
           coalesce(sum(o.total_cents) FILTER (WHERE {SENT} AND o.day = w.today), 0)::bigint AS cents,
           coalesce(sum(o.total_cents) FILTER (WHERE {SENT} AND o.day = w.today - 7), 0)::bigint AS cents_before,
           count(*) FILTER (WHERE {SETTLED} AND o.day > w.today - 7) AS decided,
           count(*) FILTER (WHERE {SETTLED} AND o.day > w.today - 7 AND o.decided_by IS NULL) AS by_rules,
           count(*) FILTER (WHERE {SETTLED} AND o.day <= w.today - 7) AS decided_before,
           count(*) FILTER (WHERE {SETTLED} AND o.day <= w.today - 7 AND o.decided_by IS NULL) AS by_rules_before
    FROM shop w JOIN store_order o ON o.org_id = w.org_id AND o.store_id = w.id AND o.day > w.today - 14
    WHERE $5::uuid IS NULL OR o.source_id = $5
),
held AS (
    SELECT count(*) AS waiting, min(o.waits_since) AS oldest_waits_since
    FROM shop w JOIN store_order o ON o.org_id = w.org_id AND o.store_id = w.id AND o.state = 'waiting'
    WHERE $5::uuid IS NULL OR o.source_id = $5
),
left_open AS (
    SELECT count(DISTINCT store_id) AS stores_open, min(cut_off_at) AS next_cut_off_at
    FROM unordered WHERE cut_off_at > $3
)
SELECT told.*, held.*, left_open.* FROM told, held, left_open"""


async def order_figures(tx: AnyTx, *, place: UUID | None, source: UUID | None) -> OrderFigures:
    """Return how ordering stands at the stores in the actor's scope."""
    row = await tx.fetchrow(FIGURES, tx.org_id, list(tx.actor.paths(READ_ORDERS)), tx.now, place, source)
    return OrderFigures(**dict[str, Any](row or {}))


async def unordered(tx: AnyTx, *, place: UUID | None, source: UUID | None) -> UnorderedList:
    """Return which orders of today stores have not sent off, as long as they are still taken; at most 500."""
    rows = await tx.fetch(UNORDERED, tx.org_id, list(tx.actor.paths(READ_ORDERS)), tx.now, place, source)
    return UnorderedList(items=[_unordered(dict(row)) for row in rows])


def _unordered(columns: dict[str, Any]) -> UnorderedOut:
    columns["state"] = OrderState(columns["state"]) if columns["state"] else None
    return UnorderedOut(**columns)
