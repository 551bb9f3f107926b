"""Hold what was counted against the book, each line at its own time, while the store keeps selling.

A line says what lay at its place when it was counted. Carried forward by everything that has moved there since, by all
that is known now, it says what must lie there now; so a sale before the line, a sale after it, and one that arrives
a day late leave the same variance.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.api import products_below
from storewalk.core.money import round_half_up
from storewalk.core.tx import AnyTx
from storewalk.counts.models import StockCount, UncountedDecision, ZonePlace
from storewalk.counts.queries.found import Counted, Found, Subject, counted_among
from storewalk.stock.api import BookLine, PlaceKind, Point, book_of, changes_since, standard_place

ZERO: Final = Decimal(0)
NOTHING: Final = BookLine(ZERO, 0, ZERO)
PLACES: Final = {ZonePlace.SHELF: PlaceKind.SHELF, ZonePlace.BACK_ROOM: PlaceKind.BACK_ROOM}


def subject_of(count: StockCount) -> Subject:
    """Return what a measurement needs to know of a count that is locked."""
    return Subject(count.id, count.store_id, count.category_ids, count.product_ids, count.submitted_at)


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
    tx: AnyTx, count: Subject, found: Found, uncounted: Mapping[UUID, UncountedDecision | None] | None = None
) -> list[Measured]:
    """Measure what is not settled already, and what was not counted although the book has it.

    What nobody counted is found in the book at the submission, and given as `uncounted` afterwards: goods that come in
    later are not missing. It varies only where it was decided that there is none of it when the count was submitted.
    """
    lines = found.lines
    if uncounted is None:
        uncounted = dict.fromkeys(await _in_scope(tx, count, found.missed))
    else:
        since = await counted_among(tx, count.id, uncounted)
        uncounted = {product_id: decision for product_id, decision in uncounted.items() if product_id not in since}
    book = await book_of(tx, count.store_id, [*lines, *uncounted])
    none_left = [product_id for product_id, decision in uncounted.items() if decision is UncountedDecision.ZERO]
    at = count.submitted_at or tx.now
    taken = [_points(count.store_id, product_id, placed) for product_id, placed in lines.items()]
    points = [point for each in taken for point in each]
    points += [Point(product_id, None, at) for product_id in none_left]
    changes = iter(await changes_since(tx, count.store_id, points))
    measured = [
        _measured(product_id, placed, true_at, book.get(product_id, NOTHING), changes)
        for (product_id, placed), true_at in zip(lines.items(), taken, strict=True)
    ]
    left = dict(zip(none_left, changes, strict=True))
    return measured + [_unseen(p, book.get(p, NOTHING), left.get(p), at) for p in uncounted]


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


async def _in_scope(tx: AnyTx, count: Subject, missed: set[UUID]) -> set[UUID]:
    """Return what the count was to cover."""
    if count.product_ids:
        return missed & set(count.product_ids)
    if count.category_ids:
        return missed & set(await products_below(tx, count.category_ids))
    return missed
