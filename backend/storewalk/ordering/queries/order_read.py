"""Orders as people look at them: lists without lines, single ones with all there is."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.order_levels import may_decide
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.order_schemas import HitOut, OrderItem, OrderOut, OrderTotals, ProductNamed
from storewalk.ordering.order_states import EDITABLE, OrderState
from storewalk.ordering.permissions import READ_ORDERS
from storewalk.ordering.queries.order_lines import lines_of, words
from storewalk.ordering.queries.order_locks import order_meant
from storewalk.stock import api as stock

HEADS: Final = f"""
SELECT o.id, o.store_id, w.code AS store_code, w.name AS store_name, o.source_id, s.name AS source_name, o.day, o.state,
       o.cut_off_at, o.expected_on, o.budget_cents, s.least_cents, o.urgent, o.note, o.reason, o.total_cents,
       o.line_count, o.changed_count, cardinality(o.missing_ids) AS missing, o.level, o.waits_since,
       o.waited_s + coalesce(extract(epoch FROM $3 - o.waits_since), 0)::bigint AS waited_s,
       opened.name AS opened_by_name, o.recorded_at AS opened_at, o.submitted_by, submitted.name AS submitted_by_name,
       o.submitted_at, decided.name AS decided_by_name, o.decided_at, o.accepted_at, o.shipped_at, o.received_at,
       o.closed_at, o.cancelled_at, o.version, o.planned_at, o.missing_ids
FROM store_order o
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
JOIN account opened ON opened.org_id = o.org_id AND opened.id = o.opened_by
LEFT JOIN account submitted ON submitted.org_id = o.org_id AND submitted.id = o.submitted_by
LEFT JOIN account decided ON decided.org_id = o.org_id AND decided.id = o.decided_by
WHERE o.org_id = $1 AND {lies_below("o", "o.store_id", "$2")}"""
ONE: Final = f"{HEADS} AND o.id = $4"
MANY: Final = f"""{HEADS}
  AND ($4::uuid IS NULL OR o.store_id = $4) AND ($5::uuid IS NULL OR o.source_id = $5)
  AND ($6::text[] IS NULL OR o.state = ANY ($6))
  AND ($7::timestamptz IS NULL OR (o.recorded_at, o.id) < ($7, $8))
ORDER BY o.recorded_at DESC, o.id DESC LIMIT $9"""
NAMES: Final = "SELECT id, code, name::text FROM product WHERE org_id = $1 AND id = ANY ($2) ORDER BY search_code"
HITS: Final = """
SELECT name, kind, level, over, measured FROM store_order_hit
WHERE org_id = $1 AND order_id = $2 AND submitted_at = $3 ORDER BY position"""


async def read_order(tx: AnyTx, order_id: UUID) -> OrderOut:
    """Return an order. Raises NotFound, also where its store lies outside the actor's scope."""
    row = await tx.fetchrow(ONE, tx.org_id, _paths(tx), tx.now, order_id)
    if row is None:
        meant = await order_meant(tx, order_id)
        row = await tx.fetchrow(ONE, tx.org_id, _paths(tx), tx.now, meant) if meant else None
    if row is None:
        raise NotFound("ordering.no_order")
    closed = await stock.closed_at(tx, [row["store_id"]])
    head = _head(row)
    return OrderOut(
        **head,
        planned_at=row["planned_at"],
        lines=await lines_of(
            tx,
            row["id"],
            lambda product_id: closed(row["store_id"], product_id),
            submitted=row["submitted_at"] is not None and head["state"] not in EDITABLE,
        ),
        missing_products=await _named(tx, row["missing_ids"]),
        hits=await _hits(tx, row),
        may_decide=head["state"] is OrderState.WAITING
        and row["submitted_by"] != tx.actor.account_id
        and await may_decide(tx, row["store_id"], head["level"]),
    )


async def list_orders(
    tx: AnyTx,
    *,
    store: UUID | None = None,
    source: UUID | None = None,
    state: Sequence[OrderState] = (),
    limit: int | None = None,
    cursor: str | None = None,
) -> Page[OrderItem]:
    """Return the orders of stores in the actor's scope, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    place = (after.at, after.id) if after else (None, None)
    rows = await tx.fetch(MANY, tx.org_id, _paths(tx), tx.now, store, source, list(state) or None, *place, size + 1)
    return page([OrderItem(**_head(row)) for row in rows], size, lambda item: (item.opened_at, item.id))


def _paths(tx: AnyTx) -> list[str]:
    return list(tx.actor.paths(READ_ORDERS))


def _head(row: asyncpg.Record) -> dict[str, Any]:
    columns = dict[str, Any](row)
    del columns["planned_at"], columns["missing_ids"]
    columns["state"] = OrderState(columns["state"])
    columns["level"] = ApprovalLevel(columns["level"]) if columns["level"] else None
    columns["totals"] = OrderTotals(
        cents=columns.pop("total_cents"), lines=columns.pop("line_count"), changed=columns.pop("changed_count")
    )
    return columns


async def _named(tx: AnyTx, product_ids: Sequence[UUID]) -> list[ProductNamed]:
    rows = await tx.fetch(NAMES, tx.org_id, product_ids) if product_ids else []
    return [ProductNamed(product_id=row["id"], code=row["code"], name=words(row["name"])) for row in rows]


async def _hits(tx: AnyTx, order: asyncpg.Record) -> list[HitOut]:
    rows = await tx.fetch(HITS, tx.org_id, order["id"], order["submitted_at"]) if order["submitted_at"] else []
    return [
        HitOut(
            name=row["name"],
            kind=RuleKind(row["kind"]),
            level=ApprovalLevel(row["level"]),
            over=row["over"],
            measured=row["measured"],
        )
        for row in rows
    ]
