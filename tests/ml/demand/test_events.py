"""Dated events lift what they touch: by what history tells, otherwise by what a manager states; jumps are noticed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from demand.engine.events import MOST_LIFT, Event, lifted, review, with_events
from demand.engine.jumps import jumps
from demand.engine.model import fit, forecast
from demand.engine.totals import Spread
from demand.panel import Panel
from tests.ml.demand.conftest import FIRST, drawn, panel_of

ANNIVERSARY = 2.5
STORES = frozenset({0, 1})


def event(first: int, days: int, uplift: float = 1.5, kind: str = "anniversary") -> Event:
    return Event(kind, FIRST + timedelta(first), FIRST + timedelta(first + days - 1), uplift, STORES)


def lived_through(*events: Event) -> Panel:
    """A panel of 84 days in which the events happened, at ANNIVERSARY times the demand, with 14 days ahead."""
    panel = panel_of(drawn(stores=6), horizon=14)
    qty = panel.qty.copy()
    touched = np.isin(panel.store, list(STORES))
    for each in events:
        first, last = (each.first_day - FIRST).days, (each.last_day - FIRST).days
        qty[first : last + 1, touched] = np.rint(qty[first : last + 1, touched] * ANNIVERSARY)
    return replace(panel, qty=qty)


def test_what_an_event_did_before_is_expected_of_the_next_one() -> None:
    past, coming = event(40, 3), event(86, 2)
    panel, uplifts = with_events(lived_through(past), [past, coming])
    assert uplifts["anniversary"].is_fitted
    assert uplifts["anniversary"].factor == pytest.approx(ANNIVERSARY, rel=0.15)
    told, plain = (forecast(each, fit(each)).mean for each in (panel, replace(panel, lift=None)))
    touched = np.isin(panel.store, list(STORES))
    ratio = told[2:4, touched].sum() / plain[2:4, touched].sum()
    assert ratio == pytest.approx(ANNIVERSARY, rel=0.2)
    assert told[5:, touched].sum() == pytest.approx(plain[5:, touched].sum(), rel=0.1)


def test_an_event_without_a_past_counts_as_stated() -> None:
    panel, uplifts = with_events(lived_through(), [event(86, 2, 1.5)])
    found = uplifts["anniversary"]
    assert (found.factor, found.measured, found.is_fitted) == (pytest.approx(1.5), None, False)
    touched = np.isin(panel.store, list(STORES))
    assert panel.lift is not None
    assert np.allclose(panel.lift[86:88, touched], 1.5)
    assert panel.lift[86:88, ~touched].max() == panel.lift[85].max() == 1


def test_an_event_that_is_over_is_held_against_what_was_stated() -> None:
    past = event(60, 4, uplift=1.2)
    found = review(lived_through(past), past, [])
    assert found.stated == 1.2
    assert found.measured == pytest.approx(ANNIVERSARY, rel=0.15)


def test_what_the_pool_was_fitted_to_lifts_a_shard_alike_without_a_fit() -> None:
    past, coming = event(40, 3), event(86, 2)
    panel = lived_through(past)
    fitted, uplifts = with_events(panel, [past, coming])
    applied = lifted(panel, [past, coming], {kind: each.factor for kind, each in uplifts.items()})
    assert applied.lift is not None
    assert fitted.lift is not None
    assert np.array_equal(applied.lift, fitted.lift)


def test_of_a_kind_that_the_pool_never_saw_each_event_counts_as_stated_and_events_at_once_multiply() -> None:
    new, known = event(86, 2, 0.7, "competitor"), event(87, 2, 1.1)
    panel = lifted(lived_through(), [new, known], {"anniversary": 2.0})
    touched = np.isin(panel.store, list(STORES))
    assert panel.lift is not None
    assert panel.lift[85:90, touched][:, 0].tolist() == pytest.approx([1, 0.7, 1.4, 2, 1])
    assert (panel.lift[:, ~touched] == 1).all()
    huge = lifted(panel, [known, known], {"anniversary": 10.0}).lift
    assert huge is not None
    assert huge.max() == MOST_LIFT


def test_no_events_leave_the_panel_alone() -> None:
    panel = lived_through()
    assert with_events(panel, [])[0] is panel
    assert lifted(panel, [], {"anniversary": 2.0}) is panel


def test_a_jump_is_told_the_same_day_and_an_ordinary_good_morning_is_not() -> None:
    expected = np.array([20, 20, 1, 20], np.float32)
    scale, half = np.array([5, 5, 1, 5], np.float32), np.full(4, 0.5, np.float32)
    warned, times = jumps(np.array([45, 14, 3, 10], np.float32), expected, scale, half, Spread.uncalibrated())
    assert warned.tolist() == [True, False, False, False]
    assert times[0] == pytest.approx(4.5)
