"""Orders of many stores: the newest first, or those that wait, the oldest first."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.schemas import Cursor, Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.ordering.order_desk_schemas import DeskOrder
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_schemas import HitOut, OrderTotals
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import APPROVE_ORDER, READ_ORDERS
from storewalk.ordering.queries.order_read import HEADS

BELOW: Final = """
EXISTS (SELECT 1 FROM scope_node n JOIN scope_node p ON p.org_id = n.org_id AND p.id = $6
        WHERE n.org_id = $1 AND n.id = o.store_id AND starts_with(n.path, p.path))"""
WANTED: Final = f"""{HEADS}
  AND ($6::uuid IS NULL OR {BELOW}) AND ($7::uuid IS NULL OR o.source_id = $7)
  AND ($8::text[] IS NULL OR o.state = ANY ($8))
  AND ($9::date IS NULL OR o.day >= $9) AND ($10::date IS NULL OR o.day <= $10)
  AND ($11::text IS NULL OR w.search_code LIKE $11 OR w.search_name LIKE $11 OR w.search_pinyin LIKE $11)"""
MAY_DECIDE: Final = """
EXISTS (SELECT 1 FROM scope_node n, unnest($4::text[]) AS held (path)
        WHERE n.org_id = $1 AND n.id = o.store_id AND starts_with(n.path, held.path)
          AND CASE o.level WHEN 'store' THEN true WHEN 'region' THEN held.path <> n.path ELSE held.path = '/' END)"""
TOLD: Final = f"""
SELECT o.*, o.state = 'waiting' AND o.submitted_by <> $5 AND {MAY_DECIDE} AS may_decide,
       (SELECT count(*) FROM store_order_line l WHERE l.org_id = $1 AND l.order_id = o.id AND l.reason IS NOT NULL)
           AS explained,
       coalesce((SELECT jsonb_agg(jsonb_build_object('name', h.name, 'kind', h.kind, 'level', h.level, 'over', h.over,
                                                     'measured', h.measured) ORDER BY h.position)
                 FROM store_order_hit h
                 WHERE h.org_id = $1 AND h.order_id = o.id AND h.submitted_at = o.submitted_at), '[]')::text AS hits"""
NEWEST: Final = f"""{TOLD}
FROM ({WANTED}
  AND ($12::timestamptz IS NULL OR (o.recorded_at, o.id) < ($12, $13))
ORDER BY o.recorded_at DESC, o.id DESC LIMIT $14) o ORDER BY o.opened_at DESC, o.id DESC"""
WAITING: Final = f"""{TOLD}
FROM ({WANTED}
  AND o.state = 'waiting' AND ($12::timestamptz IS NULL OR (o.waits_since, o.id) > ($12, $13))
ORDER BY o.waits_since, o.id LIMIT $14) o ORDER BY o.waits_since, o.id"""


class DeskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which orders are asked for: of a region or store, a source, in states, of business days, of stores by name."""

    place: UUID | None = None
    source: UUID | None = None
    states: Sequence[OrderState] = ()
    first: date | None = None
    last: date | None = None
    q: str = ""


async def desk_orders(
    tx: AnyTx, wanted: DeskFilter, *, waiting: bool = False, limit: int | None = None, cursor: str | None = None
) -> Page[DeskOrder]:
    """Return orders of stores in the actor's scope; only those that wait, the oldest first, where `waiting`."""
    size = page_size(limit)
    return page(
        await _orders(tx, wanted, waiting=waiting, most=size + 1, after=decode_cursor(cursor)),
        size,
        lambda row: ((row.waits_since if waiting else None) or row.opened_at, row.id),
    )


async def whole_list(tx: AnyTx, wanted: DeskFilter, *, waiting: bool, most: int) -> list[DeskOrder]:
    """Return the same orders without pages, but no more than `most`."""
    return await _orders(tx, wanted, waiting=waiting, most=most)


async def _orders(
    tx: AnyTx, wanted: DeskFilter, *, waiting: bool, most: int, after: Cursor | None = None
) -> list[DeskOrder]:
    place = (after.at, after.id) if after else (None, None)
    rows = await tx.fetch(
        WAITING if waiting else NEWEST,
        tx.org_id,
        list(tx.actor.paths(READ_ORDERS)),
        tx.now,
        list(tx.actor.paths(APPROVE_ORDER)),
        tx.actor.account_id,
        wanted.place,
        wanted.source,
        list(wanted.states) or None,
        wanted.first,
        wanted.last,
        _beginning(wanted.q),
        *place,
        most,
    )
    return [_order(row) for row in rows]


def _beginning(q: str) -> str | None:
    text = q.strip().lower().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"{text}%" if text else None


def _order(row: asyncpg.Record) -> DeskOrder:
    columns = dict[str, Any](row)
    del columns["planned_at"], columns["missing_ids"]
    columns["state"] = OrderState(columns["state"])
    columns["level"] = ApprovalLevel(columns["level"]) if columns["level"] else None
    columns["totals"] = OrderTotals(
        cents=columns.pop("total_cents"), lines=columns.pop("line_count"), changed=columns.pop("changed_count")
    )
    columns["hits"] = msgspec.json.decode(columns["hits"], type=list[HitOut])
    return DeskOrder(**columns)
