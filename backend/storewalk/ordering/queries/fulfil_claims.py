"""Claims of stores against sources, as both sides look at them."""

from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.fulfil_models import ClaimKind, ClaimState
from storewalk.ordering.fulfil_outputs import ClaimOut
from storewalk.ordering.permissions import EDIT_SUPPLY
from storewalk.ordering.queries.fulfil_scope import SEEN, seen_from
from storewalk.ordering.queries.order_lines import words

CLAIMS: Final = f"""
SELECT c.id, c.order_id, o.store_id, w.name AS store_name, o.source_id, s.name AS source_name, c.receipt_id,
       c.product_id, p.code, p.name::text, u.name::text AS unit_name, c.kind, c.state,
       trim_scale(c.quantity)::text AS quantity, c.value_cents, c.note, c.photo_ids, opened.name AS opened_by_name,
       c.opened_at, decided.name AS decided_by_name, c.decided_at, c.decision_note, c.settled_cents,
       c.state = 'open' AND CASE WHEN s.warehouse_id IS NULL THEN {lies_below("o", "o.store_id", "$4")}
                                 ELSE {lies_below("o", "s.warehouse_id", "$3")} END AS may_decide, c.version
FROM order_claim c
JOIN store_order o ON o.org_id = c.org_id AND o.id = c.order_id
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
JOIN product p ON p.org_id = c.org_id AND p.id = c.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
JOIN account opened ON opened.org_id = c.org_id AND opened.id = c.opened_by
LEFT JOIN account decided ON decided.org_id = c.org_id AND decided.id = c.decided_by
WHERE c.org_id = $1 AND {SEEN}"""
ONE: Final = f"{CLAIMS} AND c.id = $5"
OF_ORDER: Final = f"{CLAIMS} AND c.order_id = $5 ORDER BY c.recorded_at, c.id"
MANY: Final = f"""{CLAIMS}
  AND ($5::text IS NULL OR c.state = $5) AND ($6::text IS NULL OR c.kind = $6)
  AND ($7::uuid IS NULL OR o.store_id = $7) AND ($8::uuid IS NULL OR o.source_id = $8)
  AND ($9::timestamptz IS NULL OR (c.opened_at, c.id) < ($9, $10))
ORDER BY c.opened_at DESC, c.id DESC LIMIT $11"""


async def read_claim(tx: AnyTx, claim_id: UUID) -> ClaimOut:
    """Return a claim. Raises NotFound, also outside the actor's scope."""
    row = await tx.fetchrow(ONE, *_actor(tx), claim_id)
    if row is None:
        raise NotFound("ordering.no_claim")
    return _claim(row)


async def claims_of_order(tx: AnyTx, order_id: UUID) -> list[ClaimOut]:
    """Return the claims of an order in the actor's scope, the oldest first."""
    return [_claim(row) for row in await tx.fetch(OF_ORDER, *_actor(tx), order_id)]


async def list_claims(
    tx: AnyTx,
    *,
    state: ClaimState | None = None,
    kind: ClaimKind | None = None,
    store: UUID | None = None,
    source: UUID | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Page[ClaimOut]:
    """Return claims in the actor's scope, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    place = (after.at, after.id) if after else (None, None)
    rows = await tx.fetch(MANY, *_actor(tx), state, kind, store, source, *place, size + 1)
    return page([_claim(row) for row in rows], size, lambda claim: (claim.opened_at, claim.id))


def _actor(tx: AnyTx) -> tuple[UUID, list[str], list[str], list[str]]:
    return tx.org_id, *seen_from(tx), list(tx.actor.paths(EDIT_SUPPLY))


def _claim(row: asyncpg.Record) -> ClaimOut:
    columns = dict[str, Any](row)
    columns["name"], columns["unit_name"] = words(columns["name"]), words(columns["unit_name"])
    columns["kind"], columns["state"] = ClaimKind(columns["kind"]), ClaimState(columns["state"])
    return ClaimOut(**columns)
