"""A count as its counters see it, with its zones: what every step answers, and what phones keep."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.tx import AnyTx
from storewalk.counts.models import CountKind, CountStatus, ZonePlace
from storewalk.counts.permissions import READ, TAKE
from storewalk.counts.queries.counts import LIVE, store_of
from storewalk.counts.schemas.counts import CountOut, ZoneOut
from storewalk.identity.api import lies_below

COUNTS: Final = """
SELECT c.id, c.store_id, s.name AS store_name, c.kind, c.title, c.status, c.round, c.category_ids, c.product_ids,
       c.window_from, c.window_until, opener.name AS opened_by_name, c.recorded_at AS opened_at,
       submitter.name AS submitted_by_name, c.submitted_at, approver.name AS approved_by_name, c.approved_at,
       c.cancel_reason, c.gain_cents, c.loss_cents, c.version
FROM stock_count c JOIN store s ON s.org_id = c.org_id AND s.id = c.store_id
LEFT JOIN account opener ON opener.org_id = c.org_id AND opener.id = c.opened_by
LEFT JOIN account submitter ON submitter.org_id = c.org_id AND submitter.id = c.submitted_by
LEFT JOIN account approver ON approver.org_id = c.org_id AND approver.id = c.approved_by
WHERE c.org_id = $1"""
ONE: Final = f"{COUNTS} AND c.id = $2"
HELD: Final = f"{COUNTS} AND {lies_below('c', 'c.store_id', '$2')}"
TO_TAKE: Final = f"{HELD} AND c.status = ANY ($3) ORDER BY c.recorded_at, c.id"
CHANGED: Final = f"{HELD} AND c.changed_at > $3 ORDER BY c.recorded_at, c.id"
# A zone has thousands of lines of a few people: names are looked up once for each of them.
ZONES: Final = """
WITH tally AS (
    SELECT zone_id, round, counted_by, count(*) AS lines, sum(tags) AS tags FROM count_line
    WHERE org_id = $1 AND count_id = ANY ($2) AND NOT voided GROUP BY zone_id, round, counted_by
)
SELECT z.count_id, z.id, z.name, z.place, z.closed_at, coalesce(sum(t.lines), 0)::bigint AS lines,
       coalesce(sum(t.tags), 0)::bigint AS tags,
       coalesce(array_agg(DISTINCT a.name) FILTER (WHERE a.name IS NOT NULL), '{}') AS counters
FROM count_zone z JOIN stock_count c ON c.org_id = z.org_id AND c.id = z.count_id
LEFT JOIN tally t ON t.zone_id = z.id AND t.round = c.round
LEFT JOIN account a ON a.org_id = z.org_id AND a.id = t.counted_by
WHERE z.org_id = $1 AND z.count_id = ANY ($2)
GROUP BY z.org_id, z.id ORDER BY z.count_id, z.position, z.id"""
AGAIN: Final = "SELECT count_id, product_id FROM count_result WHERE org_id = $1 AND count_id = ANY ($2) AND recount"


async def read_count(tx: AnyTx, count_id: UUID) -> CountOut:
    """Return a count. Raises NotFound."""
    await store_of(tx, count_id, READ)
    return (await _whole(tx, await tx.fetch(ONE, tx.org_id, count_id)))[0]


async def changed_counts(tx: AnyTx, since: datetime | None) -> list[CountOut]:
    """Return the counts that the actor may take: those changed after `since`, without it those still to be counted."""
    if not tx.actor.holds(TAKE):
        return []
    sql, argument = (TO_TAKE, list(LIVE)) if since is None else (CHANGED, since)
    return await _whole(tx, await tx.fetch(sql, tx.org_id, list(tx.actor.paths(TAKE)), argument))


async def _whole(tx: AnyTx, rows: list[asyncpg.Record]) -> list[CountOut]:
    ids = [row["id"] for row in rows]
    zones: dict[UUID, list[ZoneOut]] = {}
    for row in await tx.fetch(ZONES, tx.org_id, ids) if ids else ():
        columns = dict[str, Any](row)
        columns["place"] = ZonePlace(columns["place"])
        zones.setdefault(columns.pop("count_id"), []).append(ZoneOut(**columns))
    again: dict[UUID, list[UUID]] = {}
    asked = [row["id"] for row in rows if row["status"] == CountStatus.RECOUNT]
    for row in await tx.fetch(AGAIN, tx.org_id, asked) if asked else ():
        again.setdefault(row["count_id"], []).append(row["product_id"])
    return [_out(row, zones.get(row["id"], []), again.get(row["id"], [])) for row in rows]


def _out(row: asyncpg.Record, zones: list[ZoneOut], again: list[UUID]) -> CountOut:
    columns = dict[str, Any](row)
    columns["kind"], columns["status"] = CountKind(columns["kind"]), CountStatus(columns["status"])
    return CountOut(**columns, zones=zones, recount_ids=again)
