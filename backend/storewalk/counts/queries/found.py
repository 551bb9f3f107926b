"""What a count found, product by product: most of it as the book has it, which the database settles by itself.

A product is matched when it lies at one place, was counted as the book has it, and has not moved since its first line:
nothing is expected but what was counted. The others, and what has changed of a matched one since it was kept, are
given out to be measured.
"""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.counts.models import ZonePlace
from storewalk.stock.api import book_sql

ZONE_PLACES: Final = {place.value: place for place in ZonePlace}
# Lines, book and what was kept are laid together and told apart by product, not joined: a table that has just grown
# would be joined row by row. Where a product was counted again, only the recount speaks.
PLACED: Final = """
SELECT product_id, place, quantity, since, until FROM (
    SELECT l.product_id, z.place, l.round, sum(l.quantity) AS quantity,
           min(coalesce(l.begun_at, l.counted_at)) AS since, max(l.counted_at) AS until,
           max(l.round) OVER (PARTITION BY l.product_id) AS deciding
    FROM count_line l JOIN count_zone z ON z.org_id = $1 AND z.count_id = $2 AND z.id = l.zone_id
    WHERE l.org_id = $1 AND l.count_id = $2 AND NOT l.voided AND l.product_id IS NOT NULL
    GROUP BY l.product_id, z.place, l.round) line
WHERE round = deciding"""
LAID: Final = f"""
SELECT product_id, place, quantity, since, until, NULL::numeric AS book, NULL::bigint AS cents,
       NULL::timestamptz AS changed_at, NULL::numeric AS kept, NULL::bigint AS kept_cents FROM ({PLACED}) placed
UNION ALL
SELECT product_id, NULL, NULL, NULL, NULL, quantity, CASE WHEN quantity > 0 THEN value_cents ELSE 0 END, changed_at,
       NULL, NULL FROM ({book_sql("$1", "$3")}) book"""
KEPT: Final = """
UNION ALL
SELECT product_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, counted, expected_cents FROM count_result
WHERE org_id = $1 AND count_id = $2 AND counted = expected AND value_cents = 0 AND between = 0"""
AS_KEPT: Final = "AND kept = quantity AND kept_cents = cents"


def _found(kept: str, as_kept: str) -> str:
    return f"""
WITH told AS (
    SELECT product_id, place, quantity, since, until, max(book) OVER product AS book, max(cents) OVER product AS cents,
           max(changed_at) OVER product AS changed_at, count(place) OVER product AS places,
           max(kept) OVER product AS kept, max(kept_cents) OVER product AS kept_cents
    FROM ({LAID}{kept}) laid WINDOW product AS (PARTITION BY product_id)
), found AS (
    SELECT product_id, place, quantity, since, until, book, cents, places,
           coalesce(places = 1 AND quantity = book AND changed_at <= since {as_kept}, false) AS matched FROM told
)"""


REST: Final = """
SELECT NULL::uuid AS product_id, NULL AS place, count(*)::numeric AS quantity, NULL::timestamptz AS since,
       NULL::timestamptz AS until FROM found WHERE matched
UNION ALL
SELECT product_id, place, quantity, since, until FROM found
WHERE NOT matched AND (place IS NOT NULL OR (places = 0 AND book <> 0))"""
KEEP: Final = f"""{_found("", "")}, kept AS (
    INSERT INTO count_result (org_id, count_id, product_id, counted, uncounted, submitted_variance, variance,
                              value_cents, between, expected, expected_cents, recount, note, explained, explained_cents)
    SELECT $1, $2, product_id, quantity, false, 0, 0, 0, 0, quantity, cents, false, '', 0, 0 FROM found WHERE matched
    ON CONFLICT (org_id, count_id, product_id) DO UPDATE SET
        counted = excluded.counted, uncounted = false, variance = 0, value_cents = 0, between = 0,
        expected = excluded.expected, expected_cents = excluded.expected_cents
) {REST}"""
LOOK: Final = f"{_found(KEPT, AS_KEPT)} {REST}"
ALL: Final = f"""{_found(KEPT, AS_KEPT)}
SELECT product_id, place, quantity, since, until, matched FROM found WHERE place IS NOT NULL"""
COUNTED: Final = """
SELECT DISTINCT product_id FROM count_line
WHERE org_id = $1 AND count_id = $2 AND NOT voided AND product_id = ANY ($3)"""


class Subject(Struct, frozen=True):
    """What has to be known of a count to hold it against the book."""

    id: UUID
    store_id: UUID
    category_ids: list[UUID]
    product_ids: list[UUID]
    submitted_at: datetime | None


class Counted(Struct, frozen=True, gc=False):
    """What was counted of a product at a place; lines were taken from `since` until `until`."""

    place: ZonePlace
    quantity: Decimal
    since: datetime
    until: datetime


class Found(Struct, frozen=True):
    """How many products are `matched`, the lines of the others by place, and what the book has and nobody counted.

    What is `missed` need not lie in the scope of the count.
    """

    matched: int
    lines: dict[UUID, list[Counted]]
    missed: set[UUID]


async def keep_matched(tx: AnyTx, count: Subject) -> Found:
    """Keep a result for everything that is matched, and give out the others."""
    return await _rest(tx, count, KEEP)


async def find(tx: AnyTx, count: Subject) -> Found:
    """Give out everything but what is matched and was kept as such."""
    return await _rest(tx, count, LOOK)


async def find_all(tx: AnyTx, count: Subject) -> tuple[Found, list[tuple[UUID, datetime]]]:
    """Give out as `find`, and each product that is matched with the time of its last line.

    What is missed is not asked: it was kept when the count was submitted.
    """
    lines: dict[UUID, list[Counted]] = {}
    times: list[tuple[UUID, datetime]] = []
    for product_id, place, quantity, since, until, matched in await tx.fetch(ALL, tx.org_id, count.id, count.store_id):
        if matched:
            times.append((product_id, until))
        else:
            lines.setdefault(product_id, []).append(Counted(ZONE_PLACES[place], quantity, since, until))
    return Found(len(times), lines, set()), times


async def counted_among(tx: AnyTx, count_id: UUID, product_ids: Collection[UUID]) -> set[UUID]:
    """Tell which of some products have lines."""
    if not product_ids:
        return set()
    return {row["product_id"] for row in await tx.fetch(COUNTED, tx.org_id, count_id, list(product_ids))}


async def _rest(tx: AnyTx, count: Subject, sql: str) -> Found:
    head, *rows = await tx.fetch(sql, tx.org_id, count.id, count.store_id)
    lines: dict[UUID, list[Counted]] = {}
    missed: set[UUID] = set()
    for product_id, place, quantity, since, until in rows:
        if place is None:
            missed.add(product_id)
        else:
            lines.setdefault(product_id, []).append(Counted(ZONE_PLACES[place], quantity, since, until))
    return Found(int(head["quantity"]), lines, missed)
