"""Whatever happens in whatever order, the arithmetic of the ledger keeps its promises."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.stock.ledger import Book, Choice, Portion, Short, carry, receive, take

SHELF, BACK, BIN = (UUID(int=number) for number in (1, 2, 3))
EXPIRY = {
    UUID(int=11): date(2026, 12, 1),
    UUID(int=12): date(2026, 12, 31),
    UUID(int=13): date(2026, 11, 1),
}
TODAY = date(2026, 11, 29)
EVERYWHERE = (SHELF, BACK, BIN)
quantities = st.decimals("0.001", "50", places=3)
values = st.none() | st.integers(0, 100_000)
places = st.sampled_from(EVERYWHERE)
lots = st.none() | st.sampled_from(list(EXPIRY))


@dataclass(frozen=True)
class Receive:
    quantity: Decimal
    place: UUID
    lot: UUID | None
    value: int | None

    def apply(self, book: Book) -> list[Portion]:
        return receive(book, self.quantity, self.place, self.lot, self.value)


@dataclass(frozen=True)
class Take:
    quantity: Decimal
    chosen: tuple[UUID, ...]
    lot: UUID | None
    picked: bool
    negative: bool

    def apply(self, book: Book) -> list[Portion]:
        choice = Choice(self.chosen, EXPIRY, TODAY, picked=self.picked)
        return take(book, self.quantity, choice, self.lot, negative=self.negative)


@dataclass(frozen=True)
class Carry:
    quantity: Decimal
    place: UUID
    to: UUID

    def apply(self, book: Book) -> list[Portion]:
        return carry(book, self.quantity, Choice((self.place,), EXPIRY, TODAY), self.to)


chosen = st.sampled_from([EVERYWHERE, (SHELF,), (BACK,)])
carrying = st.permutations(EVERYWHERE).map(lambda three: (three[0], three[1]))
acts = st.one_of(
    st.builds(Receive, quantities, places, lots, values),
    st.builds(Take, quantities, chosen, lots, st.booleans(), st.booleans()),
    st.tuples(quantities, carrying).map(lambda both: Carry(both[0], *both[1])),
)
careful = st.one_of(
    st.builds(Receive, quantities, places, lots, values),
    st.builds(Take, quantities, chosen, lots, st.booleans(), st.just(value=False)),
    st.tuples(quantities, carrying).map(lambda both: Carry(both[0], *both[1])),
)


def run(book: Book, done: list[Receive | Take | Carry]) -> list[Portion]:
    """Do everything that can be done; what is short has to leave the book as it was."""
    portions: list[Portion] = []
    for act in done:
        before = deepcopy(book)
        try:
            portions += act.apply(book)
        except Short:
            assert book == before
    return portions


@given(st.lists(acts, max_size=40))
def test_the_book_is_the_sum_of_its_portions_in_quantity_place_and_value(done: list[Receive | Take | Carry]) -> None:
    book = Book()
    portions = run(book, done)
    assert book.quantity == sum(book.held.values()) == sum(p.direction * p.quantity for p in portions)
    assert book.value_cents == sum(p.direction * p.value_cents for p in portions)


@given(st.lists(acts, max_size=40))
def test_no_portion_no_unit_and_no_stock_ever_costs_less_than_nothing(done: list[Receive | Take | Carry]) -> None:
    book = Book()
    for act in done:
        assert all(p.value_cents >= 0 and p.quantity >= 0 for p in run(book, [act]))
        assert book.unit_cost >= 0
        assert book.value_cents >= 0 or book.quantity < 0
        assert book.quantity != 0 or book.value_cents == 0


@given(st.lists(careful, max_size=40))
def test_where_nothing_may_go_below_zero_nothing_does(done: list[Receive | Take | Carry]) -> None:
    book = Book()
    for act in done:
        portions = run(book, [act])
        assert not any(p.below_zero or p.correction for p in portions)
        assert all(quantity > 0 for quantity in book.held.values())


@given(st.lists(acts, max_size=30), quantities, values.filter(lambda value: value is not None))
def test_what_was_paid_is_all_in_what_left_and_what_remains(
    done: list[Receive | Take | Carry], rest: Decimal, value: int
) -> None:
    """Cost is neither made nor lost: emptied, the book has given out every cent that it took in."""
    book = Book()
    portions = run(book, [*done, Receive(rest, SHELF, None, value)])
    if book.quantity > 0 and all(quantity > 0 for quantity in book.held.values()):
        portions += take(book, book.quantity, Choice(EVERYWHERE, EXPIRY, TODAY))
        assert (book.quantity, book.value_cents, book.held) == (0, 0, {})
        assert sum(p.direction * p.value_cents for p in portions) == 0


@given(st.lists(careful, max_size=20), quantities)
def test_lots_leave_by_their_last_day_and_none_is_broken_into_before_the_one_ahead_is_empty(
    done: list[Receive | Take | Carry], wanted: Decimal
) -> None:
    book = Book()
    run(book, done)
    if book.quantity < wanted:
        with pytest.raises(Short):
            take(book, wanted, Choice(EVERYWHERE, EXPIRY, TODAY))
        return
    portions = take(book, wanted, Choice(EVERYWHERE, EXPIRY, TODAY))
    ranks = [rank(p.place_id, p.lot_id) for p in portions]
    assert ranks == sorted(ranks)
    assert all((p.place_id, p.lot_id) not in book.held for p in portions[:-1])
    assert all(rank(*hold) >= ranks[-1] for hold in book.held)


@given(st.lists(acts, max_size=12), quantities)
def test_what_is_picked_goes_by_its_last_day_wherever_it_lies_and_none_past_it(
    done: list[Receive | Take | Carry], wanted: Decimal
) -> None:
    book = Book()
    run(book, done)
    sound = {hold: there for hold, there in book.held.items() if there > 0 and last_day(hold[1]) >= TODAY}
    picking = Choice(EVERYWHERE, EXPIRY, TODAY, picked=True)
    if sum(sound.values()) < wanted:
        with pytest.raises(Short):
            take(book, wanted, picking)
        return
    portions = take(book, wanted, picking)
    days = [last_day(p.lot_id) for p in portions]
    assert days == sorted(days)
    assert days[0] >= TODAY
    assert all(
        last_day(lot) >= days[-1] for (_, lot), there in book.held.items() if there > 0 and last_day(lot) >= TODAY
    )


def last_day(lot: UUID | None) -> date:
    return EXPIRY[lot] if lot is not None else date.max


def rank(place: UUID, lot: UUID | None) -> tuple[bool, int, date]:
    last_day = EXPIRY[lot] if lot is not None else date.max
    return last_day < TODAY, EVERYWHERE.index(place), last_day
