"""Transfers as people look at them: lists without lines, single ones and those for phones with all there is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.stock.permissions import HAND_OVER, READ_TRANSFERS, REQUEST_TRANSFER
from storewalk.stock.queries.on_hand import Condition, filled
from storewalk.stock.queries.transfer_lines import extras_of, lines_of
from storewalk.stock.transfer_models import TransferStatus
from storewalk.stock.transfer_schemas import TransferItem, TransferOut

TRANSFERS: Final = """
SELECT t.id, t.status, t.from_store_id, f.name AS from_store_name, t.to_store_id, r.name AS to_store_name,
       coalesce(t.from_entity_id <> t.to_entity_id, false) AS crosses_entities,
       fe.name AS from_entity_name, re.name AS to_entity_name, t.note, t.reason,
       coalesce(n.line_count, 0) AS line_count, coalesce(n.differing, 0) AS differing,
       (SELECT count(*) FROM stock_transfer_extra x WHERE x.org_id = t.org_id AND x.transfer_id = t.id) AS extra_count,
       coalesce(n.value_cents, 0)::bigint AS value_cents,
       t.requested_by, asked.name AS requested_by_name, t.requested_at,
       decided.name AS decided_by_name, t.decided_at, shipped.name AS shipped_by_name, t.shipped_at,
       received.name AS received_by_name, t.received_at, cancelled.name AS cancelled_by_name, t.cancelled_at,
       t.version, t.recorded_at
FROM stock_transfer t
JOIN store f ON f.org_id = t.org_id AND f.id = t.from_store_id
JOIN store r ON r.org_id = t.org_id AND r.id = t.to_store_id
JOIN account asked ON asked.org_id = t.org_id AND asked.id = t.requested_by
LEFT JOIN legal_entity fe ON fe.org_id = t.org_id AND fe.id = t.from_entity_id
LEFT JOIN legal_entity re ON re.org_id = t.org_id AND re.id = t.to_entity_id
LEFT JOIN account decided ON decided.org_id = t.org_id AND decided.id = t.decided_by
LEFT JOIN account shipped ON shipped.org_id = t.org_id AND shipped.id = t.shipped_by
LEFT JOIN account received ON received.org_id = t.org_id AND received.id = t.received_by
LEFT JOIN account cancelled ON cancelled.org_id = t.org_id AND cancelled.id = t.cancelled_by
LEFT JOIN LATERAL (
    SELECT count(*) AS line_count, count(*) FILTER (WHERE l.received < l.shipped) AS differing,
           sum(l.shipped_value_cents) AS value_cents
    FROM stock_transfer_line l WHERE l.org_id = t.org_id AND l.transfer_id = t.id
) n ON true
WHERE t.org_id = $1"""
PATHS: Final = "${0}"
IN_SCOPE: Final = f"AND ({lies_below('t', 't.from_store_id', PATHS)} OR {lies_below('t', 't.to_store_id', PATHS)})"
ONE: Final = "AND t.id = ${0}"
AT_STORE: Final = "AND ${0} IN (t.from_store_id, t.to_store_id)"
IN_STATUS: Final = "AND t.status = ANY (${0})"
BEFORE: Final = "AND (t.recorded_at, t.id) < (${0}, ${1})"
CHANGED: Final = "AND t.changed_at > ${0}"
NEWEST: Final = "ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${0}"
LIVE: Final = (TransferStatus.REQUESTED, TransferStatus.APPROVED, TransferStatus.SHIPPED)
ROOT: Final = "/"


async def read_transfer(tx: AnyTx, transfer_id: UUID) -> TransferOut:
    """Return a transfer. Raises NotFound, also where neither of its stores lies within the actor's scope."""
    found = await _transfers(tx, [(ONE, (transfer_id,)), *_seen(tx, READ_TRANSFERS)])
    if not found:
        raise NotFound("stock.no_transfer")
    return found[0]


async def list_transfers(
    tx: AnyTx,
    *,
    store: UUID | None = None,
    status: Sequence[TransferStatus] = (),
    limit: int | None = None,
    cursor: str | None = None,
) -> Page[TransferItem]:
    """Return the transfers from or to stores in the actor's scope, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    conditions = _seen(tx, READ_TRANSFERS)
    if store is not None:
        conditions.append((AT_STORE, (store,)))
    if status:
        conditions.append((IN_STATUS, (list(status),)))
    if after is not None:
        conditions.append((BEFORE, (after.at, after.id)))
    rows = await _fetch(tx, [*conditions, (NEWEST, (size + 1,))])
    return page([TransferItem(**row) for row in rows], size, lambda item: (item.recorded_at, item.id))


async def changed_transfers(tx: AnyTx, since: datetime | None, most: int) -> list[TransferOut]:
    """Return what a phone keeps: transfers of the actor's stores that changed after `since`; without it, those open."""
    if not (tx.actor.holds(HAND_OVER) or tx.actor.holds(REQUEST_TRANSFER)):
        return []
    wanted: Condition = (IN_STATUS, (list(LIVE),)) if since is None else (CHANGED, (since,))
    return await _transfers(tx, [*_seen(tx, HAND_OVER, REQUEST_TRANSFER), wanted, (NEWEST, (most,))])


def _seen(tx: AnyTx, *permissions: Permission) -> list[Condition]:
    paths = [path for permission in permissions for path in tx.actor.paths(permission)]
    return [] if ROOT in paths else [(IN_SCOPE, (paths,))]


async def _transfers(tx: AnyTx, conditions: Sequence[Condition]) -> list[TransferOut]:
    rows = await _fetch(tx, conditions)
    ids = [row["id"] for row in rows]
    lines, extras = await lines_of(tx, ids), await extras_of(tx, ids)
    return [TransferOut(**row, lines=lines[row["id"]], extras=extras[row["id"]]) for row in rows]


async def _fetch(tx: AnyTx, conditions: Sequence[Condition]) -> list[dict[str, Any]]:
    sql, arguments = filled(TRANSFERS, tx.org_id, conditions)
    return [_head(row) for row in await tx.fetch(sql, *arguments)]


def _head(row: asyncpg.Record) -> dict[str, Any]:
    columns = dict[str, Any](row)
    columns["status"] = TransferStatus(columns["status"])
    return columns
