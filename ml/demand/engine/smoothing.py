"""Exponential smoothing of many series at once. Arrays are (days, series); the inner loops run along the series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from demand.kernel import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Flags, Floats

# Rates of forgetting per seen day. A level is sum(qty) / sum(effect), both forgotten at the rate: the ratio-of-sums
# form of Brown's simple smoothing, which needs no starting value and gives quiet days little say.
RATES = np.array([0.03, 0.06, 0.12, 0.25, 0.5], np.float32)
STOCKED_RATES = np.array([0.06, 0.12, 0.25], np.float32)  # levels of days with stock at some hour
PRESENCE_RATES = np.array([0.06, 0.25], np.float32)  # share of days with stock at some hour
OUTAGE_RATES = np.array([0.06, 0.12, 0.25, 0.5], np.float32)  # share of hours without stock

# Rows of what ``level_states`` returns.
LEVEL = 0
STOCKED = LEVEL + len(RATES)
PRESENCE = STOCKED + len(STOCKED_RATES)
OUTAGE = PRESENCE + len(PRESENCE_RATES)
MEAN = OUTAGE + len(OUTAGE_RATES)
SEEN = MEAN + 1
SOLD = SEEN + 1
STATES = SOLD + 1

WHOLE_DAY = np.float32(0.99)  # a share of hours from which nothing can have been sold
TINY = np.float32(1e-9)


@compiled
def two_sided(qty: Floats, base: Floats, rate: float) -> Floats:
    """Return each day's level from the days before and after it, forgotten at ``rate`` per day both ways.

    ``qty`` and ``base`` (T, N): units, and what they would be at level 1 (0 where not seen). Returns (T, N).
    """
    days, series = qty.shape
    level = np.empty_like(qty)
    keep = np.float32(1 - rate)
    units = np.zeros(series, np.float32)
    expected = np.zeros(series, np.float32)
    behind = np.empty_like(qty)
    for day in range(days):
        for i in range(series):
            units[i] = units[i] * keep + qty[day, i]
            expected[i] = expected[i] * keep + base[day, i]
            level[day, i] = units[i]
            behind[day, i] = expected[i]
    units[:] = 0
    expected[:] = 0
    for day in range(days - 1, -1, -1):
        for i in range(series):
            level[day, i] = (level[day, i] + units[i]) / max(behind[day, i] + expected[i], TINY)
            units[i] = (units[i] + qty[day, i]) * keep
            expected[i] = (expected[i] + base[day, i]) * keep
    return level


@compiled
def level_states(qty: Floats, seen: Flags, oos: Floats, effect: Floats, at: NDArray[np.int64]) -> Floats:
    """Smooth units over their expected effect and report the states after the days ``at`` (counts of days, ascending).

    ``qty``, ``seen``, ``oos`` (T, N); ``effect`` (>= T, N), the factor of day type and promotion on the level. Returns
    (len(at), STATES, N): levels at RATES, levels of stocked days at STOCKED_RATES, share of stocked days at
    PRESENCE_RATES, share of hours without stock at OUTAGE_RATES, the plain mean level, days seen, days with a sale.
    """
    series = qty.shape[1]
    rates, stocked_rates, presence_rates, outage_rates = (
        len(RATES),
        len(STOCKED_RATES),
        len(PRESENCE_RATES),
        len(OUTAGE_RATES),
    )
    units = np.zeros((rates + 1, series), np.float32)
    base = np.zeros((rates + 1, series), np.float32)
    stocked_units = np.zeros((stocked_rates, series), np.float32)
    stocked_base = np.zeros((stocked_rates, series), np.float32)
    presence = np.zeros((presence_rates, series), np.float32)
    outage = np.zeros((outage_rates, series), np.float32)
    count = np.zeros(series, np.float32)
    sold = np.zeros(series, np.float32)
    here = np.zeros(series, np.float32)
    stocked = np.zeros(series, np.float32)
    states = np.zeros((len(at), STATES, series), np.float32)
    reported = 0
    for day in range(at[-1]):
        for i in range(series):
            here[i] = np.float32(seen[day, i])
            stocked[i] = here[i] * np.float32(oos[day, i] < WHOLE_DAY)
            count[i] += here[i]
            sold[i] += np.float32(qty[day, i] > 0)
        for k in range(rates + 1):
            rate = RATES[k] if k < rates else np.float32(0)
            gain = rate if k < rates else np.float32(1)
            for i in range(series):
                keep = np.float32(1) - rate * here[i]
                units[k, i] = units[k, i] * keep + gain * qty[day, i]
                base[k, i] = base[k, i] * keep + gain * here[i] * effect[day, i]
        for k in range(stocked_rates):
            rate = STOCKED_RATES[k]
            for i in range(series):
                keep = np.float32(1) - rate * stocked[i]
                stocked_units[k, i] = stocked_units[k, i] * keep + rate * stocked[i] * qty[day, i]
                stocked_base[k, i] = stocked_base[k, i] * keep + rate * stocked[i] * effect[day, i]
        for k in range(presence_rates):
            for i in range(series):
                rate = max(PRESENCE_RATES[k], np.float32(1) / max(count[i], np.float32(1))) * here[i]
                presence[k, i] += rate * (stocked[i] - presence[k, i])
        for k in range(outage_rates):
            for i in range(series):
                rate = max(OUTAGE_RATES[k], np.float32(1) / max(count[i], np.float32(1))) * here[i]
                outage[k, i] += rate * (oos[day, i] - outage[k, i])
        while reported < len(at) and at[reported] == day + 1:
            out = states[reported]
            for i in range(series):
                for k in range(rates):
                    out[LEVEL + k, i] = units[k, i] / max(base[k, i], TINY)
                for k in range(stocked_rates):
                    out[STOCKED + k, i] = stocked_units[k, i] / max(stocked_base[k, i], TINY)
                for k in range(presence_rates):
                    out[PRESENCE + k, i] = presence[k, i]
                for k in range(outage_rates):
                    out[OUTAGE + k, i] = outage[k, i]
                out[MEAN, i] = units[rates, i] / max(base[rates, i], TINY)
                out[SEEN, i] = count[i]
                out[SOLD, i] = sold[i]
            reported += 1
    return states
