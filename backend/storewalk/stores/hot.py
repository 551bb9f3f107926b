"""The two reads that every phone makes all day, as one SQL statement each, from the driver's rows to structs."""

from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor, Page, page
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.stores.hours import OpenHours
from storewalk.stores.models import StoreFormat, StoreKind, StoreStatus
from storewalk.stores.permissions import READ
from storewalk.stores.position import Datum, Position
from storewalk.stores.schemas import StoreOut

# Every condition leads with the organization: row-level security demands it anyway, and so the indexes serve.
STORES: Final = """
SELECT s.id, s.kind, s.code, s.name, s.region_id, r.name AS region_name, owner.id AS entity_id,
       owner.name AS entity_name, s.status, s.format, s.time_zone, s.latitude, s.longitude, s.datum,
       s.opening_hours::text, day.cut, s.version, s.recorded_at
FROM store s
JOIN region r ON r.org_id = s.org_id AND r.id = s.region_id
LEFT JOIN LATERAL (
    SELECT e.id, e.name FROM store_entity d
    JOIN legal_entity e ON e.org_id = d.org_id AND e.id = d.legal_entity_id
    WHERE d.org_id = s.org_id AND d.store_id = s.id AND d.valid_from <= ($2::timestamptz AT TIME ZONE s.time_zone)::date
    ORDER BY d.valid_from DESC LIMIT 1
) owner ON true
LEFT JOIN LATERAL (
    SELECT to_char(d.cut, 'HH24:MI') AS cut FROM store_day_cut d
    WHERE d.org_id = s.org_id AND d.store_id = s.id AND d.valid_from <= ($2::timestamptz AT TIME ZONE s.time_zone)::date
    ORDER BY d.valid_from DESC LIMIT 1
) day ON true
WHERE s.org_id = $1"""
IN_SCOPE: Final = "AND " + lies_below("s", "s.id", "${0}")
OF_KIND: Final = "AND s.kind = ${0}"
IN_REGION: Final = """
AND s.region_id IN (
    WITH RECURSIVE below (id) AS (
        SELECT ${0}::uuid UNION SELECT r.id FROM region r JOIN below b ON r.org_id = $1 AND r.parent_id = b.id
    ) SELECT id FROM below)"""
# Prefixes by plain comparison: LIKE is not leakproof, so under row-level security it would not use an index.
BEGINS: Final = """
AND (s.search_code >= ${0} AND s.search_code < ${0} || U&'\\+10FFFF'
  OR s.search_name >= ${0} AND s.search_name < ${0} || U&'\\+10FFFF'
  OR s.search_pinyin >= ${0} AND s.search_pinyin < ${0} || U&'\\+10FFFF')"""
AFTER: Final = "AND (s.recorded_at, s.id) > (${0}, ${1})"
ROOT: Final = "/"
CHANGED: Final = """
AND (s.changed_at > ${0} OR r.changed_at > ${0} OR EXISTS (
    SELECT 1 FROM store_day_cut d WHERE d.org_id = s.org_id AND d.store_id = s.id
    AND d.valid_from BETWEEN ${0}::date - 1 AND $2::date + 1
) OR EXISTS (
    SELECT 1 FROM store_entity d WHERE d.org_id = s.org_id AND d.store_id = s.id
    AND d.valid_from BETWEEN ${0}::date - 1 AND $2::date + 1
))"""
_HOURS = msgspec.json.Decoder(list[OpenHours])
HOURS_KEPT: Final = 1024


async def get_store(tx: AnyTx, store_id: UUID, permission: Permission = READ) -> StoreOut:
    """Return a store. Raises NotFound where it is not there or lies outside the actor's scope."""
    statement = _Statement(tx, permission)
    statement.add("AND s.id = ${0}", store_id)
    row = await tx.fetchrow(statement.sql, *statement.arguments)
    if row is None:
        raise NotFound("stores.no_store")
    return _store_out(row)


async def list_stores(
    tx: AnyTx,
    *,
    q: str | None = None,
    region: UUID | None = None,
    kind: StoreKind | None = None,
    limit: int = 50,
    after: Cursor | None = None,
) -> Page[StoreOut]:
    """Return stores in the actor's scope by their time of recording.

    `q` is the beginning of a code, a name or its pinyin; `region` takes in the regions below it.
    """
    statement = _Statement(tx, READ)
    if q:
        statement.add(BEGINS, q.strip().lower())
    if region is not None:
        statement.add(IN_REGION, region)
    if kind is not None:
        statement.add(OF_KIND, kind)
    if after is not None:
        statement.add(AFTER, after.at, after.id)
    statement.add("ORDER BY s.recorded_at, s.id LIMIT ${0}", limit + 1)
    rows = page(await tx.fetch(statement.sql, *statement.arguments), limit, _place)
    return Page([_store_out(row) for row in rows.items], rows.next)


async def changed_since(tx: AnyTx, since: datetime | None) -> list[StoreOut]:
    """Return the stores in the actor's scope that changed after `since`, all without it; for phones that keep them.

    A dated change counts from the days around the one on which it begins to hold, wherever the store's clock stands.
    """
    statement = _Statement(tx, READ)
    if since is not None:
        statement.add(CHANGED, since)
    statement.add("ORDER BY s.recorded_at, s.id")
    return [_store_out(row) for row in await tx.fetch(statement.sql, *statement.arguments)]


async def every_store(tx: AnyTx, at: datetime) -> list[StoreOut]:
    """Return all stores in the actor's scope by code, with the owner and the cut that hold at `at`."""
    statement = _Statement(tx, READ, at)
    statement.add("ORDER BY s.code")
    return [_store_out(row) for row in await tx.fetch(statement.sql, *statement.arguments)]


class _Statement:
    """The one statement about stores with its conditions: what the actor may see first, then what was asked."""

    def __init__(self, tx: AnyTx, permission: Permission, at: datetime | None = None) -> None:
        self.sql = STORES
        self.arguments: list[object] = [tx.org_id, at or tx.now]
        paths = tx.actor.paths(permission)
        if ROOT not in paths:
            self.add(IN_SCOPE, list(paths))

    def add(self, condition: str, *arguments: object) -> None:
        first = len(self.arguments) + 1
        self.sql += " " + condition.format(first, first + 1)
        self.arguments += arguments


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["recorded_at"], row["id"]


def _store_out(row: asyncpg.Record) -> StoreOut:
    (store_id, kind, code, name, region_id, region_name, entity_id, entity_name, status, format_, time_zone, lat, lng,
     datum, hours, cut, version, _) = row  # fmt: skip
    return StoreOut(
        id=store_id,
        kind=StoreKind(kind),
        code=code,
        name=name,
        region_id=region_id,
        region_name=region_name,
        legal_entity_id=entity_id,
        legal_entity_name=entity_name,
        status=StoreStatus(status),
        format=None if format_ is None else StoreFormat(format_),
        time_zone=time_zone,
        position=None if datum is None else Position(lat=lat, lng=lng, datum=Datum(datum)),
        opening_hours=_hours(hours),
        business_day_cut=cut or "00:00",
        version=version,
    )


@lru_cache(HOURS_KEPT)
def _hours(text: str) -> list[OpenHours]:
    """Decode opening hours; a chain has few different ones, and checking their times is half the cost of a list."""
    return _HOURS.decode(text)
