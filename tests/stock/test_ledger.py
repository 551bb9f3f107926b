"""What leaves first and what it costs, by hand-checked examples."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from storewalk.stock.ledger import Book, Choice, Short, carry, receive, take

SHELF, BACK = UUID(int=1), UUID(int=2)
EARLY, LATE, GONE = UUID(int=11), UUID(int=12), UUID(int=13)
EXPIRY = {EARLY: date(2026, 12, 1), LATE: date(2026, 12, 31), GONE: date(2026, 11, 1)}
CHOICE = Choice((SHELF, BACK), EXPIRY, date(2026, 11, 29))


def holding(*held: tuple[UUID, UUID | None, int], value: int = 0) -> Book:
    """Return a book of these holds."""
    book = Book()
    for place, lot, quantity in held:
        receive(book, Decimal(quantity), place, lot, value * quantity)
    return book


def taken(book: Book, quantity: int, *, lot: UUID | None = None) -> list[tuple[UUID, UUID | None, int, int]]:
    portions = take(book, Decimal(quantity), CHOICE, lot)
    return [(p.place_id, p.lot_id, int(p.quantity), p.value_cents) for p in portions]


def test_goods_cost_the_average_of_what_was_paid_and_the_last_unit_takes_what_remains() -> None:
    book = holding((SHELF, None, 1), value=100)
    receive(book, Decimal(2), SHELF, None, 100)
    assert [taken(book, 1)[0][3] for _ in range(3)] == [67, 67, 66]
    assert (book.quantity, book.value_cents, book.held) == (0, 0, {})


def test_the_shelf_goes_before_the_back_room_and_the_lot_that_expires_first_before_the_others() -> None:
    book = holding((BACK, EARLY, 5), (SHELF, LATE, 2), (SHELF, EARLY, 2), (SHELF, None, 1), value=10)
    assert taken(book, 6) == [(SHELF, EARLY, 2, 20), (SHELF, LATE, 2, 20), (SHELF, None, 1, 10), (BACK, EARLY, 1, 10)]


def test_goods_past_their_last_day_go_last_and_not_at_all_where_only_sound_ones_may() -> None:
    book = holding((SHELF, GONE, 2), (BACK, LATE, 2), value=10)
    assert taken(book, 3) == [(BACK, LATE, 2, 20), (SHELF, GONE, 1, 10)]
    with pytest.raises(Short) as short:
        take(book, Decimal(1), Choice(CHOICE.places, EXPIRY, CHOICE.on, picked=True))
    assert (short.value.wanted, short.value.there) == (1, 0)


def test_what_is_not_there_is_short_and_nothing_is_taken() -> None:
    book = holding((SHELF, LATE, 2), value=10)
    with pytest.raises(Short):
        taken(book, 3)
    with pytest.raises(Short):
        take(book, Decimal(3), CHOICE, LATE, negative=True)
    assert (book.quantity, book.value_cents, book.held) == (2, 20, {(SHELF, LATE): 2})


def test_what_was_sold_before_it_was_there_is_put_right_when_it_arrives_at_another_cost() -> None:
    book = holding((SHELF, None, 1), value=100)
    sold = take(book, Decimal(3), CHOICE, negative=True)
    assert [(p.quantity, p.value_cents, p.below_zero) for p in sold] == [(1, 100, False), (2, 200, True)]
    assert (book.quantity, book.value_cents) == (-2, -200)
    portions = receive(book, Decimal(5), BACK, LATE, 750)
    assert [(p.place_id, p.quantity, p.value_cents, p.direction, p.to_id) for p in portions] == [
        (BACK, 2, 300, 1, None), (BACK, 3, 450, 1, None), (BACK, 2, 0, 0, SHELF), (BACK, 0, 100, -1, None),
    ]  # fmt: skip
    assert (book.quantity, book.value_cents, book.held) == (3, 450, {(BACK, LATE): 3})


def test_carrying_changes_where_goods_lie_and_nothing_else() -> None:
    book = holding((BACK, EARLY, 2), (BACK, LATE, 2), value=10)
    carry(book, Decimal(3), Choice((BACK,), EXPIRY, CHOICE.on), SHELF)
    assert book.held == {(SHELF, EARLY): 2, (SHELF, LATE): 1, (BACK, LATE): 1}
    assert (book.quantity, book.value_cents) == (4, 40)
