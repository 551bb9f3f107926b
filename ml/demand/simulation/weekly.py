"""Our forecast and order for the competition's weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.blend import nonnegative
from demand.engine.smoothing import LEVEL, MEAN, RATES, level_states, two_sided
from demand.policy.scenarios import demand_scenarios, order_by_scenarios
from demand.simulation.competition import BENCHMARK_COVER, BENCHMARK_WEEKS, HOLDING, LEAD_WEEKS, SHORTAGE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.simulation.competition import Competition, Policy, Units

YEAR = 52
SEASON_RATE = 0.08  # of the level that seasons are measured against, a week
POOL_WEIGHT, DEPARTMENT_WEIGHT = 3.0, 100.0  # of a season of 1, of the pool's season; in weeks at mean demand
NEIGHBOURS = (0.25, 0.5, 0.25)  # how weeks of the year are blurred
LARGEST_SHARE = 8.0  # a week counts at most so many mean weeks
SEASON_ROUNDS = 3
LEARNED_WEEKS = 26
MOVED = (2, 3)  # rates of the product group's movement
OWN_SERIES = 2.0
RIDGE = 3e-2
POOL_LEVEL = 0.1
TERMS = 2
KEPT = 1.25  # weeks for which a unit left over is likely held; chosen on nine replays of eight known weeks each


@dataclass(frozen=True)
class WeeksAhead:
    """``mean`` and ``variance`` (LEAD_WEEKS + 1, N) of what is asked for in the weeks up to the order's first."""

    mean: Units
    variance: Units


def our_policy(case: Competition) -> Policy:
    """Order what costs least in the week in which the order arrives, over scenarios of the weeks until then."""

    def order(week: int, on_hand: Units, under_way: list[Units]) -> Units:
        ahead = forecast_weeks(case, week)
        return order_by_scenarios(
            demand_scenarios(ahead.mean, ahead.variance, seed=week), on_hand, under_way, KEPT * HOLDING, SHORTAGE
        )

    return order


def seasonal_benchmark(case: Competition) -> Policy:
    """Return the benchmark with seasons: 4 weeks of season x the 13-week mean in stock, less what there is."""

    def order(week: int, on_hand: Units, under_way: list[Units]) -> Units:
        season = seasons(case, week, BENCHMARK_COVER)
        lately = slice(max(0, week - BENCHMARK_WEEKS), week)
        stocked = case.in_stock[lately]
        mean = (case.sales[lately] * stocked).sum(axis=0) / np.maximum((season[lately] * stocked).sum(axis=0), 1e-9)
        return season[week:].sum(axis=0) * mean - on_hand - sum(under_way)

    return order


def forecast_weeks(case: Competition, week: int) -> WeeksAhead:
    """Forecast the weeks ``week`` to ``week`` + LEAD_WEEKS from those before: season x blended levels.

    Weeks out of stock do not count. Weights are learned, as daily ones are, on what the pool sold in the last
    LEARNED_WEEKS weeks; the variance is the pool's squared errors, fitted on the mean and its square.
    """
    sales, stocked = case.sales[:week], case.in_stock[:week]
    season = seasons(case, week, LEAD_WEEKS + 1)
    first = max(1, week - LEARNED_WEEKS - LEAD_WEEKS)
    at = np.arange(first, week + 1)
    states = level_states(
        (sales * stocked).astype(np.float32),
        stocked,
        np.zeros(sales.shape, np.float32),
        season[:week].astype(np.float32),
        at,
    ).astype(np.float64)
    scale = np.sqrt(np.maximum(states[-1, MEAN], 0.02) * (1 + 0.3 * states[-1, MEAN]))
    levels = [_levels(state, case.group) for state in states]
    mean, variance = np.empty((LEAD_WEEKS + 1, sales.shape[1])), np.empty((LEAD_WEEKS + 1, sales.shape[1]))
    for ahead in range(LEAD_WEEKS + 1):
        learned = [(then - first, then + ahead) for then in range(first, week - ahead)]
        cases = [
            (levels[row][:, use] * season[there, use], sales[there, use], scale[use])
            for row, there in learned
            for use in (np.flatnonzero(stocked[there]),)
        ]
        weights = _weights(cases, len(levels[-1]))
        terms = _variance_terms(cases, weights)
        mean[ahead] = weights @ levels[-1] * season[week + ahead]
        variance[ahead] = np.maximum(terms[0] * mean[ahead] + terms[1] * mean[ahead] ** 2, mean[ahead])
    return WeeksAhead(mean, variance)


def seasons(case: Competition, week: int, ahead: int) -> Units:
    """Return the factor (week + ahead, N) of the time of year, by department, from the weeks before ``week``.

    Units over what the two-sided level expects, weeks of the year blurred with their neighbours, departments shrunk to
    the pool.
    """
    sales, stocked = case.sales[:week], case.in_stock[:week].astype(np.float64)
    mean = np.maximum((sales * stocked).sum(axis=0) / np.maximum(stocked.sum(axis=0), 1), 0.05)
    share = np.minimum(sales / mean, LARGEST_SHARE) * stocked
    of_year = np.array(
        [(case.first + timedelta(weeks=number)).timetuple().tm_yday // 7 % YEAR for number in range(week + ahead)]
    )
    departments = int(case.department.max()) + 1
    factor = np.ones((departments, YEAR))
    for _ in range(SEASON_ROUNDS):
        expected = stocked * factor[case.department][:, of_year[:week]].T
        level = two_sided(share.astype(np.float32), expected.astype(np.float32), SEASON_RATE)
        units, base = (
            _by_department(_by_week(v, of_year[:week]), case.department, departments) for v in (share, stocked * level)
        )
        pool = (units.sum(axis=1) + POOL_WEIGHT) / (base.sum(axis=1) + POOL_WEIGHT)
        factor = ((units + DEPARTMENT_WEIGHT * pool[:, None]) / (base + DEPARTMENT_WEIGHT)).T
    return factor[case.department][:, of_year].T


def _by_week(values: Units, of_year: NDArray[np.int64]) -> Units:
    """Add up (W, N) by week of the year, blurred: (YEAR, N)."""
    summed = np.zeros((YEAR, values.shape[1]))
    np.add.at(summed, of_year, values)
    return sum(
        (share * np.roll(summed, shift, axis=0) for share, shift in zip(NEIGHBOURS, (1, 0, -1), strict=True)),
        np.zeros_like(summed),
    )


def _by_department(values: Units, department: NDArray[np.int64], departments: int) -> Units:
    return np.stack([np.bincount(department, row, departments) for row in values]).astype(np.float64)


def _levels(state: Units, group: NDArray[np.int64]) -> Units:
    """Return what a level is blended from: the smoothings, the group's movement, and the mean of all."""
    own = state[LEVEL : LEVEL + len(RATES)]
    mean = np.maximum(state[MEAN], 0.02)
    slow = np.bincount(group, own[0] / mean) + OWN_SERIES
    moved = [own[0] * ((np.bincount(group, own[k] / mean) + OWN_SERIES) / slow)[group] for k in MOVED]
    return np.stack([*own, *moved, np.full(len(mean), POOL_LEVEL * mean.mean())])


def _weights(cases: list[tuple[Units, Units, Units]], features: int) -> Units:
    prior = np.zeros(features)
    prior[1:4] = 1 / 3
    normal, right = np.zeros((features, features)), np.zeros(features)
    for expected, sold, scale in cases:
        scaled = expected / scale
        normal += scaled @ scaled.T
        right += scaled @ (sold / scale)
    if not np.trace(normal):
        return prior
    ridge = RIDGE * np.trace(normal) / features * np.eye(features)
    return nonnegative(normal + ridge, right + ridge @ prior, prior)


def _variance_terms(cases: list[tuple[Units, Units, Units]], weights: Units) -> Units:
    """Fit squared errors on the mean and its square, cases weighing by the inverse square of the mean."""
    if not cases:
        return np.array([1.0, 0.5])
    mean = np.concatenate([weights @ expected for expected, _, _ in cases])
    sold = np.concatenate([sold for _, sold, _ in cases])
    terms = np.stack([mean, mean**2])
    weighted = terms / np.maximum(mean, 0.1) ** 2
    return nonnegative(weighted @ terms.T + 1e-9 * np.eye(TERMS), weighted @ (sold - mean) ** 2, np.array([1.0, 0.5]))
