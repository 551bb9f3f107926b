"""Dated events as screens show them: those that touch a place in the reader's scope."""

from collections import defaultdict
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, Words, decode_after, encode_after, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import NodeKind, lies_below, require_within
from storewalk.ordering.permissions import ENTER_SIGNAL, READ_SIGNALS
from storewalk.ordering.signal_models import SignalKind
from storewalk.ordering.signal_schemas import SignalGoods, SignalOut, SignalPlace

PLACED: Final = "FROM demand_event_place t WHERE t.org_id = e.org_id AND t.event_id = e.id"
NOWHERE: Final = f"NOT EXISTS (SELECT 1 {PLACED})"


def touches(paths: str) -> str:
    """Return SQL for "place `n` lies at, below or above one of `paths`"; comparing ranges is leakproof."""
    return (
        f"EXISTS (SELECT 1 FROM unnest({paths}::text[]) AS held (path) WHERE (n.path >= held.path AND"
        " n.path < held.path || '~') OR (held.path >= n.path AND held.path < n.path || '~'))"
    )


OF_NODE: Final = "JOIN scope_node n ON n.org_id = t.org_id AND n.id = t.place_id"
SEEN: Final = f"({NOWHERE} OR EXISTS (SELECT 1 {PLACED.replace(' WHERE', f' {OF_NODE} WHERE')} AND {touches('$2')}))"
SIGNALS: Final = f"""
SELECT e.id, e.kind, e.name, e.first_day, e.last_day, e.uplift::float8, {NOWHERE} AS everywhere, e.note, e.status,
       e.entered_by, a.name AS entered_by_name, r.measured::float8, r.evidence_days::float8, r.reviewed_at,
       CASE WHEN {NOWHERE} THEN '/' = ANY ($3::text[])
            ELSE NOT EXISTS (SELECT 1 {PLACED} AND NOT {lies_below("t", "t.place_id", "$3")}) END AS may_change,
       e.version, e.recorded_at
FROM demand_event e JOIN account a ON a.org_id = e.org_id AND a.id = e.entered_by
LEFT JOIN demand_event_review r ON r.org_id = e.org_id AND r.event_id = e.id
WHERE e.org_id = $1 AND {SEEN}"""
ONE: Final = f"{SIGNALS} AND e.id = $4"
AT: Final = touches("ARRAY(SELECT path FROM scope_node WHERE org_id = $1 AND id = $4)")
MANY: Final = f"""{SIGNALS}
  AND ($4::uuid IS NULL OR {NOWHERE} OR EXISTS (SELECT 1 {PLACED.replace(" WHERE", f" {OF_NODE} WHERE")} AND {AT}))
  AND ($5::text IS NULL OR e.kind = $5) AND ($6::date IS NULL OR e.last_day >= $6)
  AND ($7::date IS NULL OR e.first_day <= $7) AND ($8::boolean IS NULL OR (r.measured IS NOT NULL) = $8)
  AND ($9::date IS NULL OR (e.first_day, e.id) < ($9, $10))
ORDER BY e.first_day DESC, e.id DESC LIMIT $11"""
PLACES: Final = f"""
SELECT t.event_id, n.id, n.name, n.kind FROM demand_event_place t {OF_NODE}
WHERE t.org_id = $1 AND t.event_id = ANY ($3) AND {touches("$2")} ORDER BY n.path"""
PRODUCTS: Final = """
SELECT t.event_id, p.id, p.code, p.name::text FROM demand_event_product t
JOIN product p ON p.org_id = t.org_id AND p.id = t.product_id WHERE t.org_id = $1 AND t.event_id = ANY ($2)
ORDER BY p.code"""
CATEGORIES: Final = """
SELECT t.event_id, c.id, c.code, c.name::text FROM demand_event_category t
JOIN category c ON c.org_id = t.org_id AND c.id = t.category_id WHERE t.org_id = $1 AND t.event_id = ANY ($2)
ORDER BY c.code"""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which events: touching `place`, of a kind, with a day from `since` to `until`, measured or not yet."""

    place: UUID | None = None
    kind: SignalKind | None = None
    since: date | None = None
    until: date | None = None
    measured: bool | None = None
    limit: int | None = None
    cursor: str | None = None


class _After(msgspec.Struct, frozen=True):
    first_day: date
    id: UUID


async def list_signals(tx: AnyTx, asked: Asked) -> Page[SignalOut]:
    """Return events, the latest to begin first. Raises NotFound for a place outside the reader's scope."""
    if asked.place is not None:
        await require_within(tx, READ_SIGNALS, asked.place)
    size, after = page_size(asked.limit), decode_after(asked.cursor, _After)
    place = (None, None) if after is None else (after.first_day, after.id)
    filters = (asked.place, asked.kind, asked.since, asked.until, asked.measured)
    found = await _signals(tx, MANY, *filters, *place, size + 1)
    shown = found[:size]
    more = None if len(found) <= size else encode_after(_After(shown[-1].first_day, shown[-1].id))
    return Page(shown, more)


async def read_signal(tx: AnyTx, signal_id: UUID) -> SignalOut:
    """Return an event. Raises NotFound, also for one that touches no place in the reader's scope."""
    found = await _signals(tx, ONE, signal_id)
    if not found:
        raise NotFound("core.not_found")
    return found[0]


async def _signals(tx: AnyTx, sql: str, *arguments: object) -> list[SignalOut]:
    paths = list(tx.actor.paths(READ_SIGNALS))
    rows = await tx.fetch(sql, tx.org_id, paths, list(tx.actor.paths(ENTER_SIGNAL)), *arguments)
    ids = [row["id"] for row in rows]
    places: dict[UUID, list[SignalPlace]] = defaultdict(list)
    for event_id, place_id, name, kind in await tx.fetch(PLACES, tx.org_id, paths, ids):
        places[event_id].append(SignalPlace(id=place_id, name=name, kind=NodeKind(kind)))
    products = await _goods(tx, PRODUCTS, ids)
    categories = await _goods(tx, CATEGORIES, ids)
    return [
        SignalOut(
            **_columns(row), places=places[row["id"]], products=products[row["id"]], categories=categories[row["id"]]
        )
        for row in rows
    ]


async def _goods(tx: AnyTx, sql: str, ids: list[UUID]) -> dict[UUID, list[SignalGoods]]:
    found: dict[UUID, list[SignalGoods]] = defaultdict(list)
    for event_id, goods_id, code, name in await tx.fetch(sql, tx.org_id, ids):
        found[event_id].append(SignalGoods(id=goods_id, code=code, name=msgspec.json.decode(name, type=Words)))
    return found


def _columns(row: Any) -> dict[str, Any]:
    return dict[str, Any](row)
