"""The kernels, against the same sums written out."""

from __future__ import annotations

import numpy as np
import pytest

from demand.engine.counts import negative_binomial_quantiles, normal_score
from demand.engine.profile import promotion_factor, series_profile
from demand.engine.smoothing import LEVEL, MEAN, OUTAGE, PRESENCE, RATES, SEEN, SOLD, STOCKED, level_states, two_sided

CHANCE = np.random.default_rng(3)
DAYS, SERIES = 40, 7
QTY = CHANCE.poisson(3, (DAYS, SERIES)).astype(np.float32)
EFFECT = CHANCE.uniform(0.5, 2, (DAYS, SERIES)).astype(np.float32)
SEEN_DAYS = CHANCE.random((DAYS, SERIES)) < 0.8
OOS = np.where(CHANCE.random((DAYS, SERIES)) < 0.2, 1, 0).astype(np.float32)


def test_a_level_is_forgotten_units_over_forgotten_effects_of_seen_days() -> None:
    qty = QTY * SEEN_DAYS
    states = level_states(qty, SEEN_DAYS, OOS, EFFECT, np.array([10, DAYS], np.int64))
    for row, now in enumerate((10, DAYS)):
        for number, rate in enumerate(RATES):
            for i in range(SERIES):
                known = np.flatnonzero(SEEN_DAYS[:now, i])
                weight = (1 - float(rate)) ** np.arange(len(known))[::-1]
                level = (weight * qty[known, i]).sum() / (weight * EFFECT[known, i]).sum()
                assert states[row, LEVEL + number, i] == pytest.approx(level, rel=1e-4)
    assert np.allclose(states[1, MEAN], qty.sum(axis=0) / (EFFECT * SEEN_DAYS).sum(axis=0), rtol=1e-4)
    assert np.array_equal(states[1, SEEN], SEEN_DAYS.sum(axis=0))
    assert np.array_equal(states[1, SOLD], (qty > 0).sum(axis=0))


def test_days_without_stock_lower_no_stocked_level_and_count_as_absent() -> None:
    qty = np.full((30, 1), 4, np.float32)
    oos = np.zeros((30, 1), np.float32)
    qty[::3], oos[::3] = 0, 1
    seen, effect = np.ones((30, 1), np.bool_), np.ones((30, 1), np.float32)
    (state,) = level_states(qty, seen, oos, effect, np.array([30], np.int64))
    assert state[STOCKED, 0] == pytest.approx(4)
    assert state[LEVEL, 0] == pytest.approx(4 * 2 / 3, abs=0.1)
    assert state[PRESENCE, 0] == pytest.approx(2 / 3, abs=0.05)
    assert state[OUTAGE, 0] == pytest.approx(1 / 3, abs=0.05)


def test_a_two_sided_level_weighs_days_by_their_distance_both_ways() -> None:
    level = two_sided(QTY, EFFECT, 0.1)
    for day in (0, 17, DAYS - 1):
        weight = 0.9 ** np.abs(np.arange(DAYS) - day)[:, None]
        assert np.allclose(level[day], (weight * QTY).sum(axis=0) / (weight * EFFECT).sum(axis=0), rtol=1e-4)


def test_the_promotion_factor_is_the_exponential_of_its_slopes() -> None:
    price = CHANCE.uniform(0.25, 1.1, (DAYS, SERIES)).astype(np.float32)
    active = (CHANCE.random((DAYS, SERIES)) < 0.5).astype(np.float32)
    weekend = (np.arange(DAYS) % 7 >= 5).astype(np.float32)
    slopes = CHANCE.uniform(-1, 1.5, (5, SERIES)).astype(np.float32)
    depth = -np.log(np.clip(price, 0.3, 1))
    columns = np.stack([active, depth, depth**2, active * depth, weekend[:, None] * depth])
    expected = np.exp(np.clip((columns * slopes[:, None]).sum(axis=0), -3, 3))
    factor = promotion_factor(price, active, SEEN_DAYS, weekend, slopes)
    assert np.allclose(factor, np.where(SEEN_DAYS, expected, 1), rtol=1e-4)


def test_a_series_profile_is_its_products_without_data_and_its_own_with_much() -> None:
    kinds = np.arange(700) % 2
    qty = np.where(kinds == 0, 10, 30)[:, None].astype(np.float32)
    prior = np.ones((2, 1), np.float32)
    seen, promotion = np.ones((700, 1), np.bool_), np.ones((700, 1), np.float32)
    own = series_profile(qty, seen, promotion, kinds, prior, 0.05, 30.0)
    assert own[1, 0] / own[0, 0] == pytest.approx(3, rel=0.1)
    unseen = series_profile(qty * 0, ~seen, promotion, kinds, prior * 1.3, 0.05, 30.0)
    assert unseen == pytest.approx(1.3)


@pytest.mark.parametrize(
    ("mean", "variance", "expected"),
    [(3, 3, [3, 5, 6]), (2, 6, [1, 5, 7]), (0.05, 0.05, [0, 0, 0]), (0.0, 0.0, [0, 0, 0]), (900, 900, [900, 938, 949])],
)
def test_counts_have_the_quantiles_of_poisson_geometric_and_normal_laws(
    mean: float, variance: float, expected: list[int]
) -> None:
    found = negative_binomial_quantiles(np.array([mean]), np.array([variance]), np.array([0.5, 0.9, 0.95]))
    assert found[0].tolist() == expected


def test_the_normal_score_is_antisymmetric_and_right_at_the_usual_levels() -> None:
    assert normal_score(0.95) == pytest.approx(1.6449, abs=5e-4)
    assert normal_score(0.05) == pytest.approx(-1.6449, abs=5e-4)
    assert normal_score(0.99) == pytest.approx(2.3263, abs=5e-4)
