"""Weights of the blend: non-negative least squares on what the pool sold after earlier days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.engine.features import FEATURES
from demand.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Flags, Floats

PRIOR = np.zeros(FEATURES)
PRIOR[1:4] = 1 / 3  # before any data: the mean of the smoothings at 0.06, 0.12 and 0.25
RIDGE = 1e-3
SWEEPS, SETTLED = 2000, 1e-9
BUCKETS = (7, 14, 28)  # the last day ahead of each set of weights


def bucket(ahead: int) -> int:
    """Return the set of weights for the day ``ahead`` (1 is tomorrow)."""
    return next((number for number, last in enumerate(BUCKETS) if ahead <= last), len(BUCKETS) - 1)


class Blend:
    """Collects normal equations day by day, then solves for the weights of each bucket."""

    def __init__(self) -> None:
        self.normal = np.zeros((len(BUCKETS), FEATURES, FEATURES))
        self.right = np.zeros((len(BUCKETS), FEATURES))

    def learn(self, ahead: int, levels: Floats, effect: Floats, sold: Floats, seen: Flags, scale: Floats) -> None:
        """Add one day: ``levels`` (FEATURES, N) known ``ahead`` days before, the day's effect and units (N,).

        Series count by their scale (N,), units, so that each weighs alike, as in RMSSE; a scale of 0 leaves one out.
        """
        use = np.flatnonzero(seen & (scale > 0))
        expected = (levels[:, use] * (effect[use] / scale[use])).astype(np.float64)
        self.normal[bucket(ahead)] += expected @ expected.T
        self.right[bucket(ahead)] += expected @ (sold[use] / scale[use])

    def weights(self) -> Floats:
        """Return (len(BUCKETS), FEATURES); a bucket without data takes the one before it, the first the prior."""
        found = np.tile(PRIOR, (len(BUCKETS), 1))
        for number in range(len(BUCKETS)):
            total = np.trace(self.normal[number])
            if total > 0:
                ridge = RIDGE * total / FEATURES * np.eye(FEATURES)
                right = self.right[number] + ridge @ PRIOR
                found[number] = nonnegative(self.normal[number] + ridge, right, PRIOR)
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
