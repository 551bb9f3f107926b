"""Numbers of a suggestion add up to the thousandth when they are rounded, whatever they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from demand.policy.order import Needs, Terms, suggest
from storewalk.ordering.planning.sheets import CHANGES, adding_up

units = st.floats(0, 5_000, allow_nan=False)
lines = st.tuples(units, units, units, units, units, units, st.sampled_from([0.5, 1, 6, 12]), units, units)


@given(st.lists(lines, min_size=1, max_size=20), units)
def test_rounded_numbers_add_up_and_stay_within_a_few_thousandths(rows: list[tuple[float, ...]], purse: float) -> None:
    expected, safety, usable, spoils, on_order, saleable, pack, most, capacity = (
        np.array(c) for c in zip(*rows, strict=True)
    )
    size = len(expected)
    needs = Needs(expected, expected + safety, usable, usable + spoils, on_order, saleable, np.zeros(size))
    terms = Terms(
        pack, np.zeros(size), most, capacity, np.full(size, 100.0), np.zeros(size, np.int64), np.array([purse * 100])
    )
    made = suggest(needs, terms)
    names = ("expected", "safety", "display", "spoils", "on_order", "wanted", *CHANGES, "quantity")
    exact = {name: getattr(made, name) for name in names} | {"stock": made.usable + made.spoils}
    rounded = adding_up({**exact, "changes": np.zeros(size)})
    short = rounded["expected"] + rounded["safety"] + rounded["display"]
    short -= rounded["stock"] - rounded["spoils"] + rounded["on_order"]
    assert (rounded["wanted"] == np.maximum(short, 0)).all()
    assert (rounded["quantity"] == rounded["wanted"] + sum(rounded[name] for name in CHANGES)).all()
    assert (rounded["quantity"] == np.rint(made.quantity * 1000)).all()
    for name, values in exact.items():
        assert np.abs(rounded[name] - values * 1000).max() <= 4
        if name in CHANGES:
            assert (rounded[name][values == 0] == 0).all()
