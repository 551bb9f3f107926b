"""What a move does to the book of one product at one store: which lots go, what they cost. Arithmetic only.

Cost is the moving weighted average of the store: goods that come in bring their value, goods that go out take the share
of the value that is theirs, the last unit takes what remains, and nothing that was booked is valued anew. Quantities
are in base units, values in integer cents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from storewalk.core.money import round_half_up
from storewalk.stock.models import Cause

ZERO: Final = Decimal(0)
COST_PLACES: Final = 4
Hold = tuple[UUID, UUID | None]
"""A place and a lot in it; no lot where nobody has named one."""


class Short(Exception):
    """The book does not have what shall go out, and must not go below zero."""

    def __init__(self, wanted: Decimal, there: Decimal) -> None:
        super().__init__(wanted, there)
        self.wanted, self.there = wanted, there


@dataclass(slots=True)
class Book:
    """A product at a store. Negative holds exist only where nothing positive is left to take.

    `withdrawn` are the lots (None: goods of none) that the store does not offer; they go as those past their day do.
    """

    quantity: Decimal = ZERO
    value_cents: int = 0
    unit_cost: Decimal = ZERO
    held: dict[Hold, Decimal] = field(default_factory=dict["Hold", Decimal])
    withdrawn: set[UUID | None] = field(default_factory=set[UUID | None])


class Portion(Struct, frozen=True, gc=False):
    """Part of a move: so much of one lot at one place, or (quantity 0) value alone.

    A correction to another place (`to_id`) makes up there for what the book owed; nobody has carried anything.
    """

    place_id: UUID
    lot_id: UUID | None
    quantity: Decimal
    value_cents: int
    direction: int
    below_zero: bool = False
    correction: bool = False
    to_id: UUID | None = None


class Choice(Struct, frozen=True):
    """How goods are chosen when a move names no lot: places in this order, lots by their last day.

    Goods past their last day on `on`, or withdrawn, come last. Goods that are `picked` go by their last day wherever
    they lie, and not at all past it or withdrawn.
    """

    places: Sequence[UUID]
    expiry: Mapping[UUID, date]
    on: date
    picked: bool = False


def receive(book: Book, quantity: Decimal, place_id: UUID, lot_id: UUID | None, value: int | None) -> list[Portion]:
    """Take goods in, at their value or (None) at what they cost last; what was sold before it was there comes first.

    Units that the book owed had left at the last known cost; what they really cost is put right by a portion of value
    alone, so that what remains is worth exactly what was paid for it.
    """
    worth = value if value is not None else _round(book.unit_cost * quantity)
    incoming = _owed_first(book, quantity, (place_id, lot_id))
    shares = _shares(worth, [part for _, part in incoming], quantity)
    portions = [
        Portion(place_id, lot, part, share, 1) for ((_, lot), part), share in zip(incoming, shares, strict=True)
    ]
    correction = 0
    if book.quantity < 0:
        covered = min(quantity, -book.quantity)
        left_at = _share(-book.value_cents, covered, -book.quantity)
        correction = left_at - _share(worth, covered, quantity)
    for (owing, lot), part in incoming:
        _put(book, (owing, lot), part)
        if owing != place_id:
            portions.append(Portion(place_id, lot, part, 0, 0, correction=True, to_id=owing))
    book.quantity += quantity
    book.value_cents += worth + correction
    if book.quantity > 0:
        book.unit_cost = round_half_up(Decimal(book.value_cents) / book.quantity, COST_PLACES)
    elif value is not None:
        book.unit_cost = round_half_up(Decimal(worth) / quantity, COST_PLACES)
    if correction:
        sign = 1 if correction > 0 else -1
        portions.append(Portion(place_id, lot_id, ZERO, abs(correction), sign, correction=True))
    return portions


def take(
    book: Book, quantity: Decimal, choice: Choice, lot_id: UUID | None = None, *, negative: bool = False
) -> list[Portion]:
    """Take goods out, by the lot that is named or by `choice`; `negative` lets the book go below zero, without a lot.

    Raises Short.
    """
    chosen = _choose(book, quantity, choice, lot_id)
    missing = quantity - sum((part for _, part in chosen), ZERO)
    if missing > 0:
        if not negative or lot_id is not None:
            raise Short(quantity, quantity - missing)
        chosen.append(((choice.places[0], None), missing))
    backed = max(min(quantity, book.quantity), ZERO)
    worth = _share(book.value_cents, backed, book.quantity) if backed else 0
    worth += _round(book.unit_cost * (quantity - backed))
    shares = _shares(worth, [part for _, part in chosen], quantity)
    portions = [Portion(*hold, part, share, -1) for (hold, part), share in zip(chosen, shares, strict=True)]
    if missing > 0:
        portions[-1] = replace(portions[-1], below_zero=True)
    for hold, part in chosen:
        _put(book, hold, -part)
    book.quantity -= quantity
    book.value_cents -= worth
    return portions


def carry(book: Book, quantity: Decimal, choice: Choice, to_id: UUID, lot_id: UUID | None = None) -> list[Portion]:
    """Carry goods from the places of `choice` to another place of the store; nothing changes in what it has.

    Raises Short.
    """
    chosen = _choose(book, quantity, choice, lot_id)
    there = sum((part for _, part in chosen), ZERO)
    if there < quantity:
        raise Short(quantity, there)
    for (place_id, lot), part in chosen:
        _put(book, (place_id, lot), -part)
        _put(book, (to_id, lot), part)
    return [Portion(*hold, part, 0, 0) for hold, part in chosen]


def pass_by(book: Book, quantity: Decimal, hold: Hold, direction: int, value: int | None) -> tuple[Portion, Portion]:
    """Book a fact from before a count that arrives after it, and what it explains of the count's variance.

    The second portion undoes the first: what was counted stays true, only the reason for it is known now. Goods that
    bring a value are those that the count has found: as far as they are still there, they cost what was paid for them.
    """
    worth = value if value is not None else _round(book.unit_cost * quantity)
    undone = worth
    there = max(min(quantity, book.quantity), ZERO)
    if direction > 0 and value is not None and there:
        undone += _share(book.value_cents, there, book.quantity) - _share(worth, there, quantity)
        book.value_cents += worth - undone
        book.unit_cost = round_half_up(Decimal(book.value_cents) / book.quantity, COST_PLACES)
    return Portion(*hold, quantity, worth, direction), Portion(*hold, quantity, undone, -direction)


def found_at(book: Book, quantity: Decimal, choice: Choice, lot_id: UUID | None) -> UUID | None:
    """Return the place where goods that go out would be taken first, if there are any."""
    chosen = _choose(book, quantity, choice, lot_id)
    return chosen[0][0][0] if chosen else None


class Mark(Struct, frozen=True):
    """What a count found out about a product: true at `counted_at` at a place, or (None) everywhere else."""

    counted_at: datetime
    place_id: UUID | None
    count_id: UUID


def mark_after(marks: Sequence[Mark], occurred_at: datetime, place_id: UUID) -> Mark | None:
    """Return the first count that a fact of `occurred_at` at a place comes too late for, if there is one."""
    placed = {(mark.count_id, mark.place_id) for mark in marks if mark.place_id is not None}
    late = (
        mark
        for mark in marks
        if mark.counted_at >= occurred_at
        and (mark.place_id == place_id or (mark.place_id is None and (mark.count_id, place_id) not in placed))
    )
    return min(late, key=lambda mark: mark.counted_at, default=None)


UNPLACED: Final = frozenset({Cause.SALE, Cause.RETURN})
"""What customers take and bring back happens at the shelf, wherever the book finds the goods."""


def _choose(book: Book, quantity: Decimal, choice: Choice, lot_id: UUID | None) -> list[tuple[Hold, Decimal]]:
    rank = {place: number for number, place in enumerate(choice.places)}
    found: list[tuple[tuple[bool, int, date, int, bytes], Hold, Decimal]] = []
    for (place, lot), there in book.held.items():
        if there <= 0 or place not in rank or (lot_id is not None and lot != lot_id):
            continue
        last_day = choice.expiry.get(lot, date.max) if lot is not None else date.max
        blocked = last_day < choice.on or lot in book.withdrawn
        if blocked and choice.picked:
            continue
        turn = 0 if choice.picked else rank[place]
        code = lot.bytes if lot is not None else b""
        found.append(((blocked, turn, last_day, rank[place], code), (place, lot), there))
    if len(found) > 1:
        found.sort(key=lambda each: each[0])
    chosen: list[tuple[Hold, Decimal]] = []
    open_quantity = quantity
    for _, hold, there in found:
        part = min(there, open_quantity)
        chosen.append((hold, part))
        open_quantity -= part
        if not open_quantity:
            break
    return chosen


def _owed_first(book: Book, quantity: Decimal, hold: Hold) -> list[tuple[Hold, Decimal]]:
    parts: list[tuple[Hold, Decimal]] = []
    if book.quantity < 0:
        for owed, there in book.held.items():
            part = min(-there, quantity)
            if part > 0:
                parts.append((owed, part))
                quantity -= part
    return [*parts, (hold, quantity)] if quantity > 0 else parts


def _shares(worth: int, parts: Sequence[Decimal], whole: Decimal) -> list[int]:
    """Split a value by quantities so that the shares add up: each is the difference of two rounded running sums."""
    if len(parts) == 1:
        return [worth]
    shares: list[int] = []
    run, given = ZERO, 0
    for part in parts:
        run += part
        upto = _share(worth, run, whole)
        shares.append(upto - given)
        given = upto
    return shares


def _share(worth: int, part: Decimal, whole: Decimal) -> int:
    return worth if part == whole else _round(worth * part / whole)


def _round(value: Decimal) -> int:
    return int(round_half_up(value))


def _put(book: Book, hold: Hold, quantity: Decimal) -> None:
    left = book.held.get(hold, ZERO) + quantity
    if left:
        book.held[hold] = left
    else:
        book.held.pop(hold, None)
