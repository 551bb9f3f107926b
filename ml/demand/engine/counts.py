"""The negative binomial distribution, for what sells by ones and twos."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

LARGEST = 100_000
NORMAL_FROM = 400
MEDIAN = 0.5


@compiled
def negative_binomial_quantiles(
    mean: NDArray[np.float64], variance: NDArray[np.float64], levels: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the least counts (N, len(levels)) whose distribution function reaches each of the ascending levels.

    ``mean`` and ``variance`` (N,); a variance not above the mean counts as Poisson's. Summed from P(0) upwards by the
    recursion of the (a, b, 0) class (Panjer 1981); above a mean of 400, where P(0) has no floating-point value, by the
    normal law with a continuity correction of one half.
    """
    found = np.zeros((len(mean), len(levels)))
    for i in range(len(mean)):
        centre = max(mean[i], 1e-9)
        spread = max(variance[i], centre * 1.000001)
        if centre > NORMAL_FROM:
            for k in range(len(levels)):
                found[i, k] = max(0.0, np.floor(centre + np.sqrt(spread) * normal_score(levels[k]) + 0.5))
            continue
        # size r and success p of the negative binomial: mean r (1 - p) / p, variance mean / p
        success = centre / spread
        size = centre * success / (1 - success)
        a = 1 - success
        b = (size - 1) * a
        probability = np.exp(size * np.log(success))
        reached = probability
        count = 0
        for k in range(len(levels)):
            while reached < levels[k] and count < LARGEST:
                count += 1
                probability *= a + b / count
                reached += probability
            found[i, k] = count
    return found


@compiled
def normal_score(level: float) -> float:
    """Return the standard normal quantile (Abramowitz and Stegun 26.2.23, error below 4.5e-4)."""
    tail = min(level, 1 - level)
    t = np.sqrt(-2 * np.log(max(tail, 1e-300)))
    score = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    return score if level > MEDIAN else -score
