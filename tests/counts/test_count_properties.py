"""What a count says depends on what happened before its lines were taken, and not on when anybody hears of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.counts.oracle import BACK, SHELF, ZONES, Fact, Kind, Line, Said, said, unseen
from tests.counts.telling import UNIT_CENTS, Staff, Told, open_count
from tests.factories.books import allow_negative
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.tries import tries

SUBMITTED, AGAIN = 100, 110
"""The minutes in which the rounds end; facts go on happening until 120."""
PHASES = 4
"""A fact arrives before the lines, before the submission, before the approval, or after it."""


@dataclass(frozen=True)
class Product:
    """What happens to a product, and what is counted of it; without lines, whether it is said to be gone."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    gone: bool = False

    @property
    def rounds(self) -> int:
        return max((line.round for line in self.lines), default=1)

    def said(self, opening: Mapping[str, int], known: Sequence[Fact], rounds: int) -> Said:
        """Return what the count must say by what is known after so many rounds of it."""
        lines = [line for line in self.lines if line.round <= rounds]
        if lines:
            return said(opening, known, lines)
        return unseen(opening, known, SUBMITTED if rounds == 1 else AGAIN, gone=self.gone)


@dataclass(frozen=True)
class Arrival:
    """In which phase each fact arrives, and in which order among its phase; the same facts may have many."""

    phases: tuple[int, ...]
    order: tuple[int, ...]

    def known(self, facts: Sequence[Fact], upto: int) -> list[Fact]:
        """Return which facts of a product are known when a phase has ended."""
        return [fact for number, fact in enumerate(facts) if self.phases[number % len(self.phases)] <= upto]


amounts = st.integers(1, 5)
fact_minutes = st.integers(1, 120)
line_minutes = st.integers(1, SUBMITTED - 1)
everywhere = st.sampled_from([SHELF, BACK])
happenings = (
    st.builds(Fact, st.just(Kind.RECEIPT), amounts, fact_minutes, everywhere),
    st.builds(Fact, st.just(Kind.SALE), amounts, fact_minutes),
    st.builds(Fact, st.just(Kind.RETURN), amounts, fact_minutes),
)
refills = st.builds(Fact, st.just(Kind.REFILL), amounts, fact_minutes, everywhere)
waste = st.builds(Fact, st.just(Kind.WASTE), amounts, fact_minutes)
at_one_place = st.one_of(*happenings, happenings[1], waste)
at_two_places = st.one_of(*happenings, happenings[1], refills)
zones_of_shelf = st.sampled_from([zone for zone, place in ZONES.items() if place == SHELF])


def lines_in(zones: st.SearchStrategy[str], low: int, high: int, round_: int = 1) -> st.SearchStrategy[Line]:
    return st.builds(Line, zones, st.integers(low, high), line_minutes, st.just(round_))


def taken(
    at_shelf: st.SearchStrategy[Line], at_back: st.SearchStrategy[Line] | None
) -> st.SearchStrategy[Sequence[Line]]:
    """Return one or two lines of the shelf's zones, and of the back room if it was looked into."""
    shelf = st.lists(at_shelf, min_size=1, max_size=2, unique_by=lambda line: (line.zone, line.minute))
    return shelf if at_back is None else st.tuples(shelf, at_back).map(lambda both: [*both[0], both[1]])


@st.composite
def products(draw: st.DrawFn, *, full: bool) -> Product:
    """Draw a product of which there is plenty (`full`), or nothing before its first receipt."""
    how = draw(st.sampled_from(["two places", "two places", "one place", "none there", "nobody"]))
    kinds = {"two places": at_two_places, "one place": at_one_place} if full else {}
    facts = tuple(draw(st.lists(kinds.get(how, st.one_of(*happenings)), min_size=2, max_size=6)))
    if how == "nobody":
        return Product(facts, (), gone=full and draw(st.booleans()))
    low, high = (0, 0) if how == "none there" else (45, 55) if full else (0, 6)
    lines: list[Line] = []
    for round_ in range(1, draw(st.integers(1, 2)) + 1):
        back = lines_in(st.just("后仓"), 2 * low, 2 * high, round_) if how == "two places" else None
        lines += draw(taken(lines_in(zones_of_shelf, low, high, round_), back))
    return Product(facts, tuple(lines))


arrivals = st.builds(
    Arrival,
    st.lists(st.integers(0, PHASES - 1), min_size=5, max_size=5).map(tuple),
    st.permutations(range(12)).map(tuple),
)


@pytest.fixture
async def staff(org: Org, app_tx: AppTx, client: LogIn) -> Staff:
    """Who works at A1. Whatever differs may stay as it is, unless the approver asks for a recount."""
    admin = await client("admin")
    rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 0}
    assert (await admin.put("/api/counts/rule", rule)).status_code == 200
    assert (await admin.put("/api/stock/waste/rule", {"approvalCents": 1_000_000})).status_code == 200
    grants = [{"role": "clerk", "nodeId": str(org.places["A1"])}]
    third = {"username": org.username("third"), "name": "周店员", "password": org.password, "grants": grants}
    assert (await admin.post("/api/accounts", third)).status_code == 201
    counters = await client("clerk"), await client("manager")
    return Staff(org, app_tx, admin, counters, await client("third"), await client("regional"))


@pytest.mark.parametrize("full", [True, False])
@tries(20)
@given(data=st.data())
async def test_the_same_facts_in_any_order_of_arrival_leave_the_same_variances_and_the_same_book(
    staff: Staff, full: bool, data: st.DataObject
) -> None:
    counted = data.draw(
        st.lists(products(full=full), min_size=2, max_size=2).filter(lambda two: any(p.lines for p in two))
    )
    opening = {SHELF: 100, BACK: 100} if full else {SHELF: 0, BACK: 0}
    async with staff.app_tx(staff.org) as tx:
        await allow_negative(tx, allowed=True)
    for arrival in data.draw(st.lists(arrivals, min_size=2, max_size=2)):
        told = await open_count(staff, len(counted), list(opening.values()))
        await run(told, counted, arrival, opening)
        await hold(told, counted, opening)


async def run(told: Told, counted: Sequence[Product], arrival: Arrival, opening: Mapping[str, int]) -> None:
    """Tell of everything in an order of arrival; at each look the count says what is known by then."""
    await arrive(told, counted, arrival, 0)
    for number, product in enumerate(counted):
        for place, line in enumerate(line for line in product.lines if line.round == 1):
            await told.take(number, line, told.staff.counters[place % 2])
    await arrive(told, counted, arrival, 1)
    assert await told.submit(told.staff.counters[0], SUBMITTED) == "submitted"
    look = Look(told, counted, arrival, opening)
    await look(phase=1, rounds=1)
    again = [number for number, product in enumerate(counted) if product.rounds > 1]
    if again:
        await told.step("recount", productIds=[str(told.goods[number].id) for number in again])
        for number in again:
            for line in counted[number].lines:
                if line.round > 1:
                    await told.take(number, line, told.staff.third)
        assert await told.submit(told.staff.third, AGAIN) == "submitted"
    for number in await told.variances():
        if not counted[number].lines:
            await told.decide(number, "zero" if counted[number].gone else "keep")
    await arrive(told, counted, arrival, 2)
    await look(phase=2, rounds=2 if again else 1)
    await told.step("approval")
    await look(phase=2, rounds=2 if again else 1)
    await arrive(told, counted, arrival, 3)


async def arrive(told: Told, counted: Sequence[Product], arrival: Arrival, phase: int) -> None:
    due = [
        (arrival.order[(3 * number + place) % len(arrival.order)], number, fact)
        for number, product in enumerate(counted)
        for place, fact in enumerate(product.facts)
        if arrival.phases[place % len(arrival.phases)] == phase
    ]
    for _, number, fact in sorted(due, key=lambda each: each[0]):
        await told.happen(number, fact)


@dataclass(frozen=True)
class Look:
    """Holds the variances against what is known when a phase has ended."""

    told: Told
    counted: Sequence[Product]
    arrival: Arrival
    opening: Mapping[str, int]

    async def __call__(self, *, phase: int, rounds: int) -> None:
        found = await self.told.variances()
        for number, product in enumerate(self.counted):
            must = product.said(self.opening, self.arrival.known(product.facts, phase), rounds)
            if number not in found:
                assert not product.lines  # the book had none, and nobody saw any
            elif product.lines or phase > 1:
                told = found[number]
                counted = None if must.counted is None else str(must.counted)
                expected = counted, str(must.variance), str(must.between)
                assert (told["counted"], told["variance"], told["between"]) == expected


async def hold(told: Told, counted: Sequence[Product], opening: Mapping[str, int]) -> None:
    """Hold what is left of the variances, the book and its worth against everything that has happened."""
    ledger, explained = await told.afterwards()
    found, store = await told.variances(), told.staff.org.places["A1"]
    rounds = max(product.rounds for product in counted)
    must = [product.said(opening, product.facts, rounds) for product in counted]
    items = [ledger.item(store, each.id) for each in told.goods]
    assert [each.quantity for each in items] == [each.book for each in must]
    left = {number: int(each["variance"]) - explained[number] for number, each in found.items()}
    assert left == {number: each.variance for number, each in enumerate(must) if number in found}
    assert told.paid == -ledger.worth.get("supplier", 0)
    assert told.paid == sum(each.value_cents for each in items) + sum(
        ledger.worth.get(kind, 0) for kind in ("customer", "waste", "variance")
    )
    assert ledger.negative == 0
    if sum(opening.values()):  # everything cost the same from the start on: no order of arrival changes its worth
        assert [each.value_cents for each in items] == [UNIT_CENTS * each.book for each in must]
