"""Hold what was counted against the book, each line at its own time, while the store keeps selling.

A line says what lay at its place when it was counted. Carried forward by everything that has moved there since, by all
that is known now, it says what must lie there now; so a sale before the line, a sale after it, and one that arrives
a day late leave the same variance.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.api import products_below
from storewalk.core.money import round_half_up
from storewalk.core.tx import AnyTx
from storewalk.counts.models import StockCount, UncountedDecision, ZonePlace
from storewalk.stock.api import BookLine, PlaceKind, Point, book_of, changes_since, standard_place

ZERO: Final = Decimal(0)
NOTHING: Final = BookLine(ZERO, 0, ZERO)
ZONE_PLACES: Final = {place.value: place for place in ZonePlace}
PLACES: Final = {ZonePlace.SHELF: PlaceKind.SHELF, ZonePlace.BACK_ROOM: PlaceKind.BACK_ROOM}
# Where a product was counted again, only the recount speaks.
SUMS: Final = """
SELECT l.product_id, z.place, sum(l.quantity) AS quantity, min(coalesce(l.begun_at, l.counted_at)) AS since,
       max(l.counted_at) AS until
FROM count_line l JOIN count_zone z ON z.org_id = $1 AND z.id = l.zone_id
WHERE l.org_id = $1 AND l.count_id = $2 AND NOT l.voided AND l.product_id IS NOT NULL
  AND ($3 = 1 OR l.round = 2 OR NOT EXISTS (
       SELECT 1 FROM count_line again WHERE again.org_id = $1 AND again.count_id = $2 AND again.round = 2
          AND again.product_id = l.product_id AND NOT again.voided))
GROUP BY l.product_id, z.place"""


class Subject(Struct, frozen=True):
    """What a measurement needs to know of a count."""

    id: UUID
    store_id: UUID
    round: int
    category_ids: list[UUID]
    product_ids: list[UUID]
    submitted_at: datetime | None


def subject_of(count: StockCount) -> Subject:
    """Return what a measurement needs to know of a count that is locked."""
    return Subject(count.id, count.store_id, count.round, count.category_ids, count.product_ids, count.submitted_at)


class Counted(Struct, frozen=True, gc=False):
    """What was counted of a product at a place; lines were taken from `since` until `until`."""

    place: ZonePlace
    quantity: Decimal
    since: datetime
    until: datetime


class Measured(Struct, frozen=True, gc=False):
    """What a count says of a product, in base units and cents; `counted` is None for what nobody counted.

    `expected` is the book at the time of counting, worth `expected_cents`, `variance` what was counted less that,
    `moved` what has changed since, `between` what moved at a place between its first line and its last, where nobody
    can tell which of them it came from. `points` are the times at which the count is true.
    """

    product_id: UUID
    counted: Decimal | None
    expected: Decimal
    expected_cents: int
    variance: Decimal
    value_cents: int
    moved: Decimal
    between: Decimal
    points: tuple[Point, ...]


async def measure(
    tx: AnyTx, count: Subject, uncounted: Mapping[UUID, UncountedDecision | None] | None = None
) -> list[Measured]:
    """Measure everything that was counted, and what was not although the book has it.

    What nobody counted is found in the book at the submission, and given as `uncounted` afterwards: goods that come in
    later are not missing. It varies only where it was decided that there is none of it when the count was submitted.
    """
    lines = await _counted(tx, count)
    book = await book_of(tx, count.store_id)
    expected = await _expected(tx, count, book) if uncounted is None else uncounted
    missed = {product_id: decision for product_id, decision in expected.items() if product_id not in lines}
    none_left = [product_id for product_id, decision in missed.items() if decision is UncountedDecision.ZERO]
    at = count.submitted_at or tx.now
    taken = [_points(count.store_id, product_id, placed) for product_id, placed in lines.items()]
    points = [point for each in taken for point in each]
    points += [Point(product_id, None, at) for product_id in none_left]
    changes = iter(await changes_since(tx, count.store_id, points))
    found = [
        _measured(product_id, placed, true_at, book.get(product_id, NOTHING), changes)
        for (product_id, placed), true_at in zip(lines.items(), taken, strict=True)
    ]
    left = dict(zip(none_left, changes, strict=True))
    found += [_unseen(p, book.get(p, NOTHING), left.get(p), at) for p in missed]
    return found


def _points(store_id: UUID, product_id: UUID, placed: Sequence[Counted]) -> list[Point]:
    """Return when each place's lines were true: at the last of them, and before at the first if there are several.

    A product that was counted at one place only was counted for the whole store.
    """
    points: list[Point] = []
    for each in placed:
        place = None if len(placed) == 1 else standard_place(store_id, PLACES[each.place])
        points.append(Point(product_id, place, each.until))
        if each.since < each.until:
            points.append(Point(product_id, place, each.since))
    return points


def _measured(
    product_id: UUID, placed: Sequence[Counted], points: Sequence[Point], book: BookLine, changes: Iterator[Decimal]
) -> Measured:
    """Measure a product; `changes` has what has changed since each of its `points`, and is read as far as they go."""
    counted = moved = between = ZERO
    last: list[Point] = []
    at = iter(points)
    for each in placed:
        last.append(next(at))
        since_last = next(changes)
        counted += each.quantity
        moved += since_last
        if each.since < each.until:
            next(at)
            between += next(changes) - since_last
    expected = book.quantity - moved
    variance = counted - expected
    worth, value = _value(expected, book), _value(variance, book)
    return Measured(product_id, counted, expected, worth, variance, value, moved, between, tuple(last))


def _unseen(product_id: UUID, book: BookLine, moved: Decimal | None, at: datetime) -> Measured:
    if moved is None:
        return Measured(product_id, None, book.quantity, book.value_cents, ZERO, 0, ZERO, ZERO, ())
    expected = book.quantity - moved
    worth, value = _value(expected, book), _value(-expected, book)
    return Measured(product_id, None, expected, worth, -expected, value, moved, ZERO, (Point(product_id, None, at),))


def _value(quantity: Decimal, book: BookLine) -> int:
    """Value goods at what a unit is worth in the book: all of it for all that is there, else the last cost."""
    if not quantity:
        return 0
    if book.quantity > 0:
        if quantity == book.quantity:
            return book.value_cents
        return int(round_half_up(quantity * book.value_cents / book.quantity))
    return int(round_half_up(quantity * book.unit_cost))


async def _counted(tx: AnyTx, count: Subject) -> dict[UUID, list[Counted]]:
    lines: dict[UUID, list[Counted]] = {}
    for product_id, place, quantity, since, until in await tx.fetch(SUMS, tx.org_id, count.id, count.round):
        lines.setdefault(product_id, []).append(Counted(ZONE_PLACES[place], quantity, since, until))
    return lines


async def _expected(
    tx: AnyTx, count: Subject, book: Mapping[UUID, BookLine]
) -> Mapping[UUID, UncountedDecision | None]:
    """Return what the book has in the count's scope."""
    scope: Collection[UUID] = book.keys()
    if count.product_ids:
        scope = set(count.product_ids)
    elif count.category_ids:
        scope = await products_below(tx, count.category_ids)
    return {product_id: None for product_id, line in book.items() if line.quantity and product_id in scope}
