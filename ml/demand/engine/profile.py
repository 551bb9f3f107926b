"""The factors of one series' days: promotion by its product's slopes, day profile by its own history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.engine.smoothing import two_sided
from demand.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Flags, Floats


@compiled
def promotion_factor(price: Floats, activity: Floats, known: Flags, weekend: Floats, slopes: Floats) -> Floats:
    """Return exp(slopes . (activity, depth, depth^2, activity x depth, weekend x depth)), depth = -log(price).

    ``price``, ``activity``, ``known`` (D, N); ``weekend`` (D,); ``slopes`` (5, N). 1 where not known. The price counts
    between 0.3 and 1; the exponent is held between -3 and 3. Exponential and logarithm are polynomials that the
    processor computes for many series at once (relative error below 1e-4, far from the limits 1e-6).
    """
    days, series = price.shape
    factor = np.empty_like(price)
    one = np.float32(1)
    for day in range(days):
        for i in range(series):
            paid = min(max(price[day, i], np.float32(0.3)), one)
            # log by atanh: paid = 0.6 (1 + z) / (1 - z), |z| <= 1/3
            z = (paid - np.float32(0.6)) / (paid + np.float32(0.6))
            square = z * z
            log = (
                np.float32(2)
                * z
                * (
                    one
                    + square
                    * (
                        np.float32(1 / 3)
                        + square * (np.float32(0.2) + square * (np.float32(1 / 7) + square * np.float32(1 / 9)))
                    )
                )
            )
            depth = max(np.float32(0.5108256) - log, np.float32(0))
            active = activity[day, i]
            exponent = slopes[0, i] * active + depth * (
                slopes[1, i] + slopes[2, i] * depth + slopes[3, i] * active + slopes[4, i] * weekend[day]
            )
            exponent = np.float32(known[day, i]) * min(max(exponent, np.float32(-3)), np.float32(3))
            # exp by its series at an eighth, squared three times
            x = exponent * np.float32(0.125)
            value = one + x * (
                one
                + x * (np.float32(0.5) + x * (np.float32(1 / 6) + x * (np.float32(1 / 24) + x * np.float32(1 / 120))))
            )
            value *= value
            value *= value
            factor[day, i] = value * value
    return factor


@compiled
def series_profile(
    qty: Floats,
    usable: Flags,
    promotion: Floats,
    day_type: NDArray[np.int64],
    prior: Floats,
    rate: float,
    weight: float,
) -> Floats:
    """Return each series' day profile (types, N): units over what its two-sided level expects, shrunk to ``prior``.

    ``qty``, ``usable`` (T, N); ``promotion`` (>= T, N); ``day_type`` (>= T,); ``prior`` (types, N), its product's;
    ``weight`` in days at mean demand. The shrinkage is the posterior mean of a gamma prior on a Poisson rate.
    """
    days, series = qty.shape
    counted = np.empty_like(qty)
    base = np.empty_like(qty)
    mean = np.zeros(series, np.float32)
    seen = np.zeros(series, np.float32)
    for day in range(days):
        kind = day_type[day]
        for i in range(series):
            here = np.float32(usable[day, i])
            counted[day, i] = here * qty[day, i]
            base[day, i] = here * promotion[day, i] * prior[kind, i]
            mean[i] += counted[day, i]
            seen[i] += here
    level = two_sided(counted, base, rate)
    units = np.zeros_like(prior)
    expected = np.zeros_like(prior)
    for day in range(days):
        kind = day_type[day]
        for i in range(series):
            units[kind, i] += counted[day, i]
            expected[kind, i] += level[day, i] * np.float32(usable[day, i]) * promotion[day, i]
    for kind in range(len(prior)):
        for i in range(series):
            strength = np.float32(weight) * mean[i] / max(seen[i], np.float32(1))
            if expected[kind, i] + strength > 0:
                units[kind, i] = (units[kind, i] + strength * prior[kind, i]) / (expected[kind, i] + strength)
            else:
                units[kind, i] = prior[kind, i]
    return units
