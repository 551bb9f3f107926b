"""Orders by scenarios: many possible futures are played until the order arrives, then the best quantity is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.engine.counts import negative_binomial_quantiles

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

SCENARIOS = 401


def demand_scenarios(mean: Numbers, variance: Numbers, seed: int) -> Numbers:
    """Return counts (periods, N, SCENARIOS) of negative binomials of this ``mean`` and ``variance`` (periods, N).

    Each period takes evenly spaced quantiles in an order of its own, so that a few hundred serve as well as many
    thousand drawn by chance.
    """
    levels = (np.arange(SCENARIOS) + 0.5) / SCENARIOS
    chance = np.random.default_rng(seed)
    return np.stack(
        [
            negative_binomial_quantiles(mean[period], variance[period], levels)[:, chance.permutation(SCENARIOS)]
            for period in range(len(mean))
        ]
    )


def order_by_scenarios(
    demand: Numbers, on_hand: Numbers, arriving: list[Numbers], holding: float, shortage: float
) -> Numbers:
    """Return the orders (N,) that cost least in the period in which they arrive, before it begins.

    ``demand`` (periods, N, scenarios): the last period is that one; ``on_hand`` (N,) is there now, ``arriving``[p] (N,)
    comes before period p. Missed demand is lost at ``shortage`` a unit, what is left costs ``holding`` a unit and
    period. The cheapest stock is the quantile shortage / (shortage + holding) of demand (newsvendor, Arrow, Harris,
    Marschak 1951), here of demand less what the periods before leave over.
    """
    left = np.repeat(on_hand[:, None], demand.shape[2], axis=1)
    for period, units in enumerate(arriving):
        left = np.maximum(left + units[:, None] - demand[period], 0)
    wanted = np.sort(demand[len(arriving)] - left, axis=1)
    place = int(np.ceil(shortage / (shortage + holding) * wanted.shape[1])) - 1
    return np.maximum(wanted[:, place], 0)
