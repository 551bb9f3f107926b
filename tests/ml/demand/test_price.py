"""The price of a day is what was paid over what is usual at that store: promotions stand out, a new list does not."""

from datetime import date, timedelta

import numpy as np
import pytest

from demand.history.shard import DayFacts, Shard
from tests.ml.demand.test_history import MILK, STORE, Folder

FIRST = date(2026, 9, 21)
UNSOLD = float("nan")


def prices(*paid: float, shard: Shard | None = None) -> list[float]:
    """Return the prices of days on which so much was paid for a unit of milk, from the second one on."""
    shard = shard or Shard(Folder(), "history/07")
    shard.put([day(number, each) for number, each in enumerate(paid)])
    window = shard.window(FIRST + timedelta(len(paid) - 1), len(paid))
    return [round(float(each), 4) for each in window.price[1:, 0]]


def day(number: int, paid: float) -> DayFacts:
    return DayFacts(
        FIRST + timedelta(number),
        [(STORE, MILK)],
        np.array([0 if np.isnan(paid) else 5], np.float32),
        np.zeros(1, np.uint8),
        np.array([paid], np.float32),
    )


def test_a_promotion_of_two_weeks_shows_its_discount_to_the_last_day_and_leaves_no_trace() -> None:
    assert prices(*[500.0] * 14, *[400.0] * 14, *[500.0] * 14) == [1.0] * 13 + [0.8] * 14 + [1.0] * 14


def test_a_rise_for_good_is_usual_after_a_week_and_a_cut_after_three() -> None:
    risen = prices(*[500.0] * 28, *[550.0] * 28)
    assert risen[27:] == [1.1] * 8 + [1.0] * 20
    cut = prices(*[500.0] * 28, *[450.0] * 28)
    assert cut[27:] == [0.9] * 21 + [1.0] * 7


def test_a_day_without_a_sale_has_no_price_and_makes_nothing_usual() -> None:
    told = prices(500.0, UNSOLD, UNSOLD, 250.0)
    assert np.isnan(told[:2]).all()
    assert told[2] == pytest.approx(0.5)


def test_a_slip_of_the_till_is_held_within_bounds_and_a_gift_is_the_deepest_discount() -> None:
    assert prices(500.0, 500_000.0, 0.0) == [3.0, 0.1]


def test_the_days_of_a_month_told_one_by_one_have_the_same_prices_as_told_at_once() -> None:
    paid = [500.0] * 20 + [400.0] * 10 + [UNSOLD] * 3 + [500.0] * 5
    folder = Folder()
    shard = Shard(folder, "history/07")
    for number, each in enumerate(paid):
        shard.put([day(number, each)])
    other = Folder()
    Shard(other, "history/07").put([day(number, each) for number, each in enumerate(paid)])
    assert folder.objects == other.objects


def test_a_late_sale_changes_the_price_of_its_own_day_alone() -> None:
    shard = Shard(Folder(), "history/07")
    assert prices(500.0, 500.0, 500.0, 500.0, shard=shard) == [1.0, 1.0, 1.0]
    shard.put([day(2, 300.0)])
    assert shard.window(FIRST + timedelta(3), 3).price[:, 0].tolist() == pytest.approx([1.0, 0.6, 1.0])
