"""How the stock of a product at a store came to be what it is: its moves, the newest first."""

from datetime import datetime
from typing import Final
from uuid import UUID

import asyncpg

from storewalk.core.schemas import Cursor, Page, page
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import READ
from storewalk.stock.queries.blind import require_open
from storewalk.stock.schemas import MoveOut

HISTORY: Final = """
SELECT m.id, m.cause, m.cause_id, trim_scale(m.quantity)::text AS quantity, m.direction, m.value_cents,
       f.kind AS from_kind, f.name AS from_name, t.kind AS to_kind, t.name AS to_name, l.code AS lot_code,
       m.occurred_at, m.recorded_at, m.business_date, a.name AS actor_name, m.below_zero
FROM stock_move m
JOIN stock_place f ON f.org_id = m.org_id AND f.id = m.from_id
JOIN stock_place t ON t.org_id = m.org_id AND t.id = m.to_id
LEFT JOIN stock_lot l ON l.org_id = m.org_id AND l.id = m.lot_id
LEFT JOIN account a ON a.org_id = m.org_id AND a.id = m.actor_id
WHERE m.org_id = $1 AND m.store_id = $2 AND m.product_id = $3"""
BEFORE: Final = "AND (m.occurred_at, m.id) < ($5, $6)"
ORDER: Final = "ORDER BY m.occurred_at DESC, m.id DESC LIMIT $4"


async def history(
    tx: AnyTx, store_id: UUID, product_id: UUID, *, limit: int = 50, after: Cursor | None = None
) -> Page[MoveOut]:
    """Return the moves of a product at a store by the time they occurred.

    Raises NotFound outside the scope, WrongState while it is being counted there.
    """
    await require_within(tx, READ, store_id)
    await require_open(tx, store_id, product_id)
    arguments = [tx.org_id, store_id, product_id, limit + 1]
    sql = f"{HISTORY} {ORDER}"
    if after is not None:
        sql, arguments = f"{HISTORY} {BEFORE} {ORDER}", [*arguments, after.at, after.id]
    rows = page(await tx.fetch(sql, *arguments), limit, _place)
    return Page([_move_out(row) for row in rows.items], rows.next)


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["occurred_at"], row["id"]


def _move_out(row: asyncpg.Record) -> MoveOut:
    columns = dict(row)
    columns["cause"] = Cause(columns["cause"])
    columns["from_kind"], columns["to_kind"] = PlaceKind(columns["from_kind"]), PlaceKind(columns["to_kind"])
    return MoveOut(**columns)
