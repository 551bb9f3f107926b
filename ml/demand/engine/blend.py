"""Weights of the blend: non-negative least squares on what the pool sold after earlier days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.engine.features import FEATURES, MIDDLE
from demand.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Flags, Floats

PRIOR = np.zeros(FEATURES)
PRIOR[1:5] = 1 / 4  # before any data: the mean of the smoothings at 0.06, 0.12, 0.25 and 0.5
PRIOR_SERIES = 0.5  # how many series of data the prior weighs
SCALING_SERIES = 5.0  # how many series of data stand for leaving the total as it is
LEAST_SCALING, MOST_SCALING = 0.7, 1.4
SWEEPS, SETTLED = 2000, 1e-9
BUCKETS = (7, 14, 28)  # the last day ahead of each set of weights


def bucket(ahead: int) -> int:
    """Return the set of weights for the day ``ahead`` (1 is tomorrow)."""
    return next((number for number, last in enumerate(BUCKETS) if ahead <= last), len(BUCKETS) - 1)


class Blend:
    """Collects normal equations day by day, then solves for the weights of each bucket."""

    def __init__(self) -> None:
        buckets = len(BUCKETS)
        self.normal = np.zeros((buckets, FEATURES, FEATURES))
        self.right = np.zeros((buckets, FEATURES))
        self.days = np.zeros(buckets)
        self.series = np.zeros(buckets)
        self.expected = np.zeros((buckets, FEATURES))
        self.sold = np.zeros(buckets)

    def learn(self, ahead: int, levels: Floats, effect: Floats, sold: Floats, seen: Flags, scale: Floats) -> None:
        """Add one day: ``levels`` (FEATURES, N) known ``ahead`` days before, the day's effect and units (N,).

        ``scale`` (N,): what an error of a series is measured in; 0 leaves it out. Days weigh by the inverse of what
        the prior misses on them, so that a festival does not outweigh ordinary days.
        """
        use = np.flatnonzero(seen & (scale > 0))
        if not len(use):
            return
        number = bucket(ahead)
        expected = (levels[:, use] * effect[use]).astype(np.float64)
        scaled, target = expected / scale[use], sold[use] / scale[use]
        weight = 1 / (((target - PRIOR @ scaled) ** 2).sum() + SETTLED)
        self.normal[number] += weight * (scaled @ scaled.T)
        self.right[number] += weight * (scaled @ target)
        self.days[number] += 1
        squares = scaled[MIDDLE] ** 2
        self.series[number] += squares.sum() ** 2 / max((squares**2).sum(), SETTLED)
        self.expected[number] += expected.sum(axis=1)
        self.sold[number] += sold[use].sum()

    def weights(self) -> Floats:
        """Return (len(BUCKETS), FEATURES); a bucket without data takes the one before it, the first the prior.

        The prior counts as PRIOR_SERIES series beside the effective number of series learned from (Kish 1965). In the
        end the weights are scaled so that what they expect in all is what was sold in all.
        """
        found = np.tile(PRIOR, (len(BUCKETS), 1))
        for number in range(len(BUCKETS)):
            total = np.trace(self.normal[number])
            if total > 0:
                series = max(self.series[number] / self.days[number], 1)
                ridge = PRIOR_SERIES / series * total / FEATURES * np.eye(FEATURES)
                weights = nonnegative(self.normal[number] + ridge, self.right[number] + ridge @ PRIOR, PRIOR)
                off = self.sold[number] / max(self.expected[number] @ weights, SETTLED)
                off = min(max(off, LEAST_SCALING), MOST_SCALING)
                found[number] = weights * (1 + (off - 1) * series / (series + SCALING_SERIES))
            elif number:
                found[number] = found[number - 1]
        return found.astype(np.float32)


@compiled
def nonnegative(
    normal: NDArray[np.float64], right: NDArray[np.float64], start: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Minimize w'Aw / 2 - b'w over w >= 0 by coordinate descent (Franc, Hlavac, Navara 2005); A positive definite."""
    weights = start.copy()
    for _ in range(SWEEPS):
        moved = 0.0
        for k in range(len(weights)):
            slack = right[k]
            for j in range(len(weights)):
                slack -= normal[k, j] * weights[j]
            step = max(weights[k] + slack / normal[k, k], 0.0) - weights[k]
            weights[k] += step
            moved = max(moved, abs(step))
        if moved < SETTLED:
            break
    return weights
