"""Sales of today that are far above what was expected by this hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.engine.counts import negative_binomial_quantiles

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.engine.totals import Spread
    from demand.panel import Floats

LEVEL = 0.999  # of the day's sales so far, that chance alone rarely passes
LEAST_TIMES = 2.0  # expected, below which nobody needs to act
LEAST_UNITS = 5.0


def jumps(
    sold: Floats, expected: Floats, scale: Floats, share_of_day: Floats, spread: Spread
) -> tuple[NDArray[np.bool_], Floats]:
    """Tell which series (N,) sell unusually much today, and how many times as much as expected.

    ``sold`` so far and ``expected`` for the whole day (N,), units; ``scale`` (N,): root mean square of day-to-day
    changes; ``share_of_day`` (N,): what part of a day's sales is usually made by now. The spread of a day's total is
    the calibrated one; of the part, its mean shrinks with the share and its excess over Poisson with the square.
    """
    by_now = np.maximum(expected * share_of_day, 1e-6).astype(np.float64)
    whole = np.maximum(expected, 1e-6).astype(np.float64)
    variance = spread.variance[0] @ np.stack([whole, whole**2, scale.astype(np.float64) ** 2])
    excess = np.maximum(variance - whole, 0) * share_of_day.astype(np.float64) ** 2
    usual = negative_binomial_quantiles(by_now, by_now + excess, np.array([LEVEL]))[:, 0]
    times = (sold / by_now).astype(np.float32)
    return (sold > usual) & (times >= LEAST_TIMES) & (sold >= LEAST_UNITS), times
