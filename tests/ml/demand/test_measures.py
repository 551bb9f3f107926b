"""The measures, against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from demand.evaluation.measures import Score, coverage, interval_of_ratio, joined, pinball, rmsse, wape

SOLD = np.array([[2.0, 10.0], [4.0, 10.0]])
TOLD = np.array([[1.0, 10.0], [1.0, 4.0]])
SCALE = np.array([1.0, 3.0])
ALL = np.ones((2, 2), np.bool_)


def test_rmsse_is_the_mean_over_series_of_root_mean_squares_over_their_scale() -> None:
    first, second = np.sqrt((1 + 9) / 2) / 1, np.sqrt((0 + 36) / 2) / 3
    assert rmsse(SOLD, TOLD, SCALE, ALL).value == pytest.approx((first + second) / 2)


def test_wrmsse_weighs_series_by_their_units() -> None:
    first, second = np.sqrt(5), np.sqrt(2)
    weighed = rmsse(SOLD, TOLD, SCALE, ALL, np.array([1.0, 3.0])).value
    assert weighed == pytest.approx((first + 3 * second) / 4)


def test_a_day_that_does_not_count_leaves_the_others() -> None:
    counted = np.array([[True, True], [False, True]])
    assert rmsse(SOLD, TOLD, SCALE, counted).value == pytest.approx((1 + np.sqrt(2)) / 2)


def test_a_series_that_never_changed_has_no_rmsse_and_is_left_out() -> None:
    assert rmsse(SOLD, TOLD, np.array([0.0, 3.0]), ALL).value == pytest.approx(np.sqrt(2))


def test_wape_of_totals_is_the_sum_of_misses_over_the_sum_sold() -> None:
    assert wape(SOLD.sum(axis=0), TOLD.sum(axis=0)).value == pytest.approx((4 + 6) / 26)


def test_wape_of_days_adds_up_days_too() -> None:
    assert wape(SOLD, TOLD).value == pytest.approx((1 + 3 + 0 + 6) / 26)


def test_pinball_counts_a_short_unit_by_the_level_and_a_spare_one_by_the_rest() -> None:
    assert pinball(np.array([10.0, 10.0]), np.array([8.0, 13.0]), 0.9).value == pytest.approx((0.9 * 2 + 0.1 * 3) / 20)


def test_coverage_is_the_share_of_totals_that_the_quantile_reaches() -> None:
    assert coverage(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 1.0, 5.0, 4.0])).value == 0.75


def test_origins_weigh_alike() -> None:
    quiet, busy = Score(np.array([[1.0]]), np.array([[2.0]])), Score(np.array([[90.0]]), np.array([[100.0]]))
    assert joined([quiet, busy]).value == pytest.approx((0.5 + 0.9) / 2)


def test_the_interval_of_a_method_against_itself_is_one() -> None:
    score = wape(SOLD, TOLD)
    assert interval_of_ratio(score, score) == (1.0, 1.0)


def test_the_interval_of_ten_per_cent_less_error_lies_around_nine_tenths() -> None:
    chance = np.random.default_rng(1)
    miss = chance.exponential(1, (1, 500))
    worse = Score(miss, np.ones((1, 500)))
    better = Score(miss * chance.uniform(0.8, 1, (1, 500)), np.ones((1, 500)))
    low, high = interval_of_ratio(better, worse)
    assert 0.89 < low < better.value / worse.value < high < 0.92
