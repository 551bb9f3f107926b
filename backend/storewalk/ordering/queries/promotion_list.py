"""Promotions as screens show them: those that run at a place in the reader's scope."""

from collections import defaultdict
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, Words, decode_after, encode_after, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import NodeKind, lies_below, require_within
from storewalk.ordering.permissions import PLAN_PROMOTION, READ_PROMOTIONS
from storewalk.ordering.promotion_schemas import PromotedProductOut, PromotionDetail, PromotionOut, PromotionPlaceOut
from storewalk.ordering.queries.signal_list import touches

PLACED: Final = "FROM promotion_place t WHERE t.org_id = p.org_id AND t.promotion_id = p.id"
NOWHERE: Final = f"NOT EXISTS (SELECT 1 {PLACED})"
OF_NODE: Final = "JOIN scope_node n ON n.org_id = t.org_id AND n.id = t.place_id"
AT_NODE: Final = PLACED.replace(" WHERE", f" {OF_NODE} WHERE")
HERE: Final = touches("ARRAY(SELECT path FROM scope_node WHERE org_id = $1 AND id = $4)")
PROMOTIONS: Final = f"""
SELECT p.id, p.name, p.kind, p.first_day, p.last_day, p.discount::float8, p.uplift::float8, {NOWHERE} AS everywhere,
       (SELECT count(*) FROM promotion_product t WHERE t.org_id = p.org_id AND t.promotion_id = p.id) AS product_count,
       p.status, a.name AS planned_by_name, r.sold, r.expected, r.measured, r.reviewed_at,
       CASE WHEN {NOWHERE} THEN '/' = ANY ($3::text[])
            ELSE NOT EXISTS (SELECT 1 {PLACED} AND NOT {lies_below("t", "t.place_id", "$3")}) END AS may_change,
       p.version, p.recorded_at, p.note
FROM promotion p JOIN account a ON a.org_id = p.org_id AND a.id = p.planned_by
CROSS JOIN LATERAL (
    SELECT trim_scale(sum(r.sold))::text AS sold, trim_scale(sum(r.expected))::text AS expected,
           round(sum(r.sold) / nullif(sum(r.expected), 0), 3)::float8 AS measured, max(r.reviewed_at) AS reviewed_at
    FROM promotion_review r WHERE r.org_id = p.org_id AND r.promotion_id = p.id) r
WHERE p.org_id = $1 AND ({NOWHERE} OR EXISTS (SELECT 1 {AT_NODE} AND {touches("$2")}))"""
ONE: Final = f"{PROMOTIONS} AND p.id = $4"
MANY: Final = f"""{PROMOTIONS}
  AND ($4::uuid IS NULL OR {NOWHERE} OR EXISTS (SELECT 1 {AT_NODE} AND {HERE}))
  AND ($5::date IS NULL OR p.last_day >= $5) AND ($6::date IS NULL OR p.first_day <= $6)
  AND ($7::text IS NULL OR strpos(lower(p.name), $7) > 0)
  AND ($8::date IS NULL OR p.last_day < $8) AND ($9::date IS NULL OR (p.first_day, p.id) < ($9, $10))
ORDER BY p.first_day DESC, p.id DESC LIMIT $11"""
PLACES: Final = f"""
SELECT t.promotion_id, n.id, n.name, n.kind FROM promotion_place t {OF_NODE}
WHERE t.org_id = $1 AND t.promotion_id = ANY ($3) AND {touches("$2")} ORDER BY n.path"""
PRODUCTS: Final = """
SELECT g.id, g.code, g.name::text, u.name::text AS unit_name, t.discount::float8, trim_scale(r.sold)::text AS sold,
       trim_scale(r.expected)::text AS expected, round(r.sold / nullif(r.expected, 0), 3)::float8 AS measured
FROM promotion_product t JOIN product g ON g.org_id = t.org_id AND g.id = t.product_id
JOIN unit u ON u.org_id = g.org_id AND u.id = g.unit_id
LEFT JOIN promotion_review r ON r.org_id = t.org_id AND r.promotion_id = t.promotion_id AND r.product_id = t.product_id
WHERE t.org_id = $1 AND t.promotion_id = $2 ORDER BY g.code"""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which promotions: those that run at `place`, with a day from `since` to `until`, over `before`, named `q`."""

    place: UUID | None = None
    since: date | None = None
    until: date | None = None
    before: date | None = None
    q: str | None = None
    limit: int | None = None
    cursor: str | None = None


class _After(msgspec.Struct, frozen=True):
    first_day: date
    id: UUID


async def list_promotions(tx: AnyTx, asked: Asked) -> Page[PromotionOut]:
    """Return promotions, the latest to begin first. Raises NotFound for a place outside the reader's scope."""
    if asked.place is not None:
        await require_within(tx, READ_PROMOTIONS, asked.place)
    size, after = page_size(asked.limit), decode_after(asked.cursor, _After)
    place = (None, None) if after is None else (after.first_day, after.id)
    sought = asked.q.strip().lower() if asked.q and asked.q.strip() else None
    found = await _found(tx, MANY, asked.place, asked.since, asked.until, sought, asked.before, *place, size + 1)
    shown = [PromotionOut(**{name: value for name, value in row.items() if name != "note"}) for row in found[:size]]
    more = None if len(found) <= size else encode_after(_After(shown[-1].first_day, shown[-1].id))
    return Page(shown, more)


async def read_promotion(tx: AnyTx, promotion_id: UUID) -> PromotionDetail:
    """Return a promotion. Raises NotFound, also for one that runs at no place in the reader's scope."""
    found = await _found(tx, ONE, promotion_id)
    if not found:
        raise NotFound("core.not_found")
    rows = await tx.fetch(PRODUCTS, tx.org_id, promotion_id)
    return PromotionDetail(**found[0], products=[_product(dict[str, Any](row)) for row in rows])


async def _found(tx: AnyTx, sql: str, *arguments: object) -> list[dict[str, Any]]:
    paths = list(tx.actor.paths(READ_PROMOTIONS))
    rows = await tx.fetch(sql, tx.org_id, paths, list(tx.actor.paths(PLAN_PROMOTION)), *arguments)
    places: dict[UUID, list[PromotionPlaceOut]] = defaultdict(list)
    ids = [row["id"] for row in rows]
    for promotion_id, place_id, name, kind in await tx.fetch(PLACES, tx.org_id, paths, ids):
        places[promotion_id].append(PromotionPlaceOut(id=place_id, name=name, kind=NodeKind(kind)))
    return [{**dict[str, Any](row), "places": places[row["id"]]} for row in rows]


def _product(columns: dict[str, Any]) -> PromotedProductOut:
    for name in ("name", "unit_name"):
        columns[name] = msgspec.json.decode(columns[name], type=Words)
    return PromotedProductOut(**columns)
