"""What is ordered follows from numbers that add up, and keeps to every limit."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demand.policy.delivery import NoDelivery, protection
from demand.policy.lots import usable_stock
from demand.policy.order import STEPS, Needs, Suggestion, Terms, suggest

TODAY = date(2026, 11, 30)
FREE = np.inf


def one(**numbers: float) -> Suggestion:
    """Suggest for one line; what is not named is 0, or no limit."""
    needs = {"expected": 0.0, "up_to": 0.0, "usable": 0.0, "stock": 0.0, "on_order": 0.0, "saleable": FREE, "keep": 0.0}
    terms = {"pack": 1.0, "least": 0.0, "most": FREE, "capacity": FREE, "cost": 100.0}
    budget = numbers.pop("budget", FREE)
    return suggest(
        Needs(**{name: np.array([numbers.get(name, value)]) for name, value in needs.items()}),
        Terms(
            **{name: np.array([numbers.get(name, value)]) for name, value in terms.items()},
            purse=np.zeros(1, np.int64),
            budget=np.array([budget]),
        ),
    )


def test_a_line_tells_its_arithmetic() -> None:
    line = one(expected=30, up_to=38, usable=9, stock=12, on_order=6, pack=6).line(0)
    assert {name: line[name] for name in ("expected", "safety", "usable", "spoils", "on_order", "wanted")} == {
        "expected": 30,
        "safety": 8,
        "usable": 9,
        "spoils": 3,
        "on_order": 6,
        "wanted": 23,
    }
    assert (line["pack"], line["quantity"]) == (1, 24)


@pytest.mark.parametrize(
    ("numbers", "step", "quantity"),
    [
        ({"saleable": 10}, "shelf_life", 10),
        ({"saleable": 10, "pack": 6}, "pack", 6),
        ({"most": 12}, "most", 12),
        ({"stock": 20, "capacity": 30}, "capacity", 10),
        ({"least": 40}, "least", 40),
        ({"least": 40, "most": 30}, "least", 0),
        ({"pack": 20}, "pack", 40),
        ({"budget": 1500}, "budget", 15),
        ({"budget": 1500, "least": 20}, "budget", 0),
        ({"saleable": 3, "pack": 6}, "pack", 6),
        ({"saleable": 0, "pack": 6}, "shelf_life", 0),
    ],
)
def test_a_limit_changes_the_quantity_in_its_own_step(numbers: dict[str, float], step: str, quantity: float) -> None:
    told = one(expected=20, up_to=23, **numbers)
    assert told.quantity[0] == quantity
    assert getattr(told, step)[0] != 0


def test_the_purse_takes_packs_from_the_line_that_is_covered_best() -> None:
    two = np.ones(2)
    needs = Needs(10 * two, 20 * two, np.array([0.0, 8.0]), np.array([0.0, 8.0]), 0 * two, FREE * two, 0 * two)
    limits = (two, 0 * two, FREE * two, FREE * two, 100 * two)
    one_purse = Terms(*limits, purse=np.array([0, 0]), budget=np.array([2400.0]))
    assert suggest(needs, one_purse).quantity.tolist() == [16, 8]
    two_purses = Terms(*limits, purse=np.array([0, 1]), budget=np.array([500.0, FREE]))
    assert suggest(needs, two_purses).quantity.tolist() == [5, 12]


def test_a_shelf_that_should_look_full_is_filled_beyond_demand() -> None:
    told = one(expected=3, up_to=5, usable=4, stock=4, keep=12)
    assert (told.display[0], told.wanted[0], told.quantity[0]) == (7, 8, 8)
    assert one(expected=30, up_to=35, keep=12).display[0] == 0


units = st.floats(0, 500)
limits = st.one_of(st.just(FREE), st.floats(0, 300))


@given(
    st.lists(
        st.tuples(
            units, units, units, units, units, limits, st.floats(0.5, 24), st.floats(0, 60), limits, limits, units
        ),
        min_size=1,
        max_size=6,
    ),
    st.one_of(st.just(FREE), st.floats(0, 1e5)),
)
def test_every_suggestion_adds_up_and_keeps_to_its_limits(lines: list[tuple[float, ...]], budget: float) -> None:
    columns = [np.array(column) for column in zip(*lines, strict=True)]
    expected, safety, stock, spoiling, on_order, saleable, pack, least, most, capacity, keep = columns
    usable = np.maximum(stock - spoiling, 0)
    cost = np.full(len(lines), 125.0)
    told = suggest(
        Needs(expected, expected + safety, usable, stock, on_order, saleable, keep),
        Terms(pack, least, most, capacity, cost, np.zeros(len(lines), np.int64), np.array([budget])),
    )
    wanted = np.maximum(told.expected + told.safety + told.display - told.usable - told.on_order, 0)
    assert np.allclose(told.wanted, wanted, atol=1e-6)
    assert np.allclose(told.wanted + sum(getattr(told, step) for step in STEPS), told.quantity, atol=1e-6)
    assert np.allclose(told.usable + told.spoils, stock)
    packs = told.quantity / pack
    assert np.allclose(packs, np.rint(packs), atol=1e-6)
    assert (told.quantity >= 0).all()
    assert (told.quantity <= most + 1e-6).all()
    ordered = told.quantity > 0
    assert (stock + told.on_order + told.quantity <= capacity + 1e-6)[ordered].all()
    assert (told.quantity >= least - 1e-6)[ordered].all()
    assert (told.quantity <= np.maximum(saleable, pack) + 1e-6).all()
    assert (told.quantity * cost).sum() <= budget + 1e-6
    assert (told.wanted > 0)[ordered].all()


def test_a_lot_gives_what_demand_leaves_for_it_by_its_last_day() -> None:
    demand = np.full((7, 2), 2, np.float32)
    # first series: 5 until tomorrow's evening (3 spoil), 4 for three days (both days left), 10 for nine days
    # second: nothing, then a lot that is over
    quantity, last_day = np.array([5.0, 4.0, 10.0, 6.0]), np.array([1, 3, 9, 0])
    usable = usable_stock(quantity, last_day, np.array([0, 3, 4]), demand, np.array([5, 5]))
    assert usable.tolist() == [2 + 4 + 10, 0]


def test_an_order_covers_the_days_until_the_next_one_can_be_sold() -> None:
    deliveries = [TODAY + timedelta(days) for days in (1, 3, 6, 8)]
    found = protection(TODAY, 2, deliveries)
    assert (found.arrival, found.days) == (3, 5)
    late = protection(TODAY, 2, deliveries, sold_same_day=False)
    assert (late.arrival, late.days) == (4, 6)


@pytest.mark.parametrize(("days", "told"), [((1, 3), "only 1 delivery"), ((3, 99), "more than 60 days apart")])
def test_a_calendar_without_the_next_delivery_is_refused(days: tuple[int, ...], told: str) -> None:
    with pytest.raises(NoDelivery, match=told):
        protection(TODAY, 2, [TODAY + timedelta(ahead) for ahead in days])
