"""What happened to an order, step by step, from its events."""

from typing import Any, Final
from uuid import UUID

import msgspec

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.order_desk_schemas import OrderHistory, OrderStep
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.permissions import READ_ORDERS

STEPS: Final = f"""
SELECT e.id, e.kind, e.recorded_at AS at, coalesce(a.name, e.payload->>'source_name') AS by_name,
       e.payload->>'reason' AS reason,
       (e.payload->>'total_cents')::bigint AS total_cents,
       CASE jsonb_typeof(e.payload->'lines') WHEN 'number' THEN (e.payload->>'lines')::int
           WHEN 'array' THEN jsonb_array_length(e.payload->'lines') END AS lines,
       (e.payload->>'by_rules')::boolean AS by_rules, (e.payload->>'urgent')::boolean AS urgent,
       (e.payload->>'waited_s')::bigint AS waited_s,
       CASE jsonb_typeof(e.payload->'changes') WHEN 'array' THEN jsonb_array_length(e.payload->'changes') END
           AS changes,
       coalesce(e.payload->'rules', '[]')::text AS rules
FROM store_order o
JOIN event e ON e.org_id = o.org_id AND e.subject_id = o.id
LEFT JOIN account a ON a.org_id = e.org_id AND a.id = e.actor_id
WHERE o.org_id = $1 AND o.id = $3 AND {lies_below("o", "o.store_id", "$2")}
  AND (a.id IS NOT NULL OR e.kind = 'ordering.order_accepted')
ORDER BY e.recorded_at, e.id"""


async def order_history(tx: AnyTx, order_id: UUID) -> OrderHistory:
    """Return what happened to an order. Raises NotFound, also where its store lies outside the actor's scope."""
    rows = await tx.fetch(STEPS, tx.org_id, list(tx.actor.paths(READ_ORDERS)), order_id)
    if not rows:
        raise NotFound("ordering.no_order")
    return OrderHistory(items=[_step(dict(row)) for row in rows])


def _step(columns: dict[str, Any]) -> OrderStep:
    columns["rules"] = msgspec.json.decode(columns["rules"], type=list[RuleKind])
    return OrderStep(**columns)
