"""Quantiles of what is sold over several days, calibrated on rolling backtests over several origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.blend import nonnegative
from demand.engine.counts import negative_binomial_quantiles
from demand.engine.model import fit, forecast, naive_scale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from demand.panel import Floats, Panel

DAYS = (1, 3, 7, 14, 28)
QUANTILES = np.array([0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99])
NORMAL = np.array([0.0, 0.5244, 0.8416, 1.0364, 1.2816, 1.6449, 1.96, 2.3263])
STEP, ORIGINS = 7, 4  # the latest backtests end where the history ends, the others a week earlier each
LEAST_BEFORE = 13
FADE = 0.6  # what an earlier backtest counts beside the one a week after it
CLASSES = 8  # of level, each an eighth of the backtested series
SHRINKAGE = 50.0  # series of the whole pool that a class's quantiles start from
TERMS = 3
UNCALIBRATED = np.array([0.5, 0.04, 0.5])  # variance terms where the history is too short for a backtest
FLOOR = 1e-6


@dataclass(frozen=True)
class Spread:
    """How totals of DAYS days scatter around their forecast F, in terms of a scale s.

    s^2 = v0 F + v1 F^2 + v2 days x sigma^2, sigma a series' root mean square of day-to-day changes. ``variance``
    (len(DAYS), TERMS) is v; ``edges`` (len(DAYS), CLASSES - 1) part the levels F / days; ``scores``
    (len(DAYS), CLASSES, len(QUANTILES)) are quantiles of (total - F) / s; ``counted`` (len(DAYS), CLASSES) tells the
    classes in which the negative binomial with this mean and variance told totals better.
    """

    variance: NDArray[np.float64]
    edges: NDArray[np.float64]
    scores: NDArray[np.float64]
    counted: NDArray[np.bool_]

    @classmethod
    def uncalibrated(cls) -> Spread:
        """Return the spread that stands for a pool without backtests: normal scores on common variances."""
        return cls(
            np.tile(UNCALIBRATED, (len(DAYS), 1)),
            np.full((len(DAYS), CLASSES - 1), np.inf),
            np.tile(NORMAL, (len(DAYS), CLASSES, 1)),
            np.zeros((len(DAYS), CLASSES), np.bool_),
        )


def forecast_afresh(panel: Panel) -> Floats:
    """Fit the pool on a panel and forecast it, (H, N)."""
    return forecast(panel, fit(panel)).mean


def calibrate(panel: Panel, tell: Callable[[Panel], Floats] = forecast_afresh) -> Spread:
    """Backtest the whole way, fits included, at up to ORIGINS days before the end, and measure the errors of totals.

    Promotions ahead count as known in the backtests if they are known in the panel's days ahead. ``tell`` makes the
    means (H, N) of a panel's days ahead.
    """
    planned = panel.plans_known
    cases: list[list[tuple[Floats, ...]]] = [[] for _ in DAYS]
    for back in range(STEP, STEP * ORIGINS + 1, STEP):
        origin = panel.history - back
        if origin < LEAST_BEFORE:
            break
        past = panel.until(origin, back, plans_known=planned)
        told = tell(past)
        scale = naive_scale(past)
        for number, days in enumerate(DAYS):
            if days <= back:
                ahead = slice(origin, origin + days)
                whole = panel.seen[ahead].all(axis=0) & past.seen.any(axis=0)
                sold, expected = panel.qty[ahead].sum(axis=0), told[:days].sum(axis=0)
                counts = np.full(int(whole.sum()), FADE ** (back // STEP), np.float32)
                cases[number].append((sold[whole], expected[whole], scale[whole], counts))
    whole_units = not np.any(panel.qty[: panel.history] % 1)
    spread = Spread.uncalibrated()
    filled: int | None = None
    for number in range(len(DAYS)):
        if cases[number]:
            sold, expected, scale, counts = (
                np.concatenate(parts).astype(np.float64) for parts in zip(*cases[number], strict=True)
            )
            if len(sold):
                _measure(spread, number, sold, expected, scale, counts, whole_units=whole_units)
                filled = number
        elif filled is not None:
            for field in (spread.variance, spread.edges, spread.scores, spread.counted):
                field[number] = field[filled]
    return spread


def _terms(expected: NDArray[np.float64], scale: NDArray[np.float64], days: float) -> NDArray[np.float64]:
    return np.stack([expected, expected**2, days * scale**2])


def _measure(
    spread: Spread,
    number: int,
    sold: NDArray[np.float64],
    expected: NDArray[np.float64],
    scale: NDArray[np.float64],
    counts: NDArray[np.float64],
    *,
    whole_units: bool,
) -> None:
    """Fill in the spread of one number of days from backtested totals that count by ``counts``."""
    days = DAYS[number]
    terms = _terms(expected, scale, days)
    weight = counts / np.maximum(expected, expected.mean() / 10 + FLOOR) ** 2
    squares = (sold - expected) ** 2
    normal = (terms * weight) @ terms.T
    ridge = 1e-6 * np.trace(normal) / TERMS * np.eye(TERMS) + FLOOR * np.eye(TERMS)
    variance = nonnegative(normal + ridge, (terms * weight) @ squares + ridge @ UNCALIBRATED, UNCALIBRATED)
    spread.variance[number] = variance
    deviation = np.sqrt(np.maximum(variance @ terms, FLOOR))
    score = (sold - expected) / deviation
    weight = counts * deviation
    everywhere = weighted_quantiles(score, weight, QUANTILES)
    level = expected / days
    spread.edges[number] = np.quantile(level, np.arange(1, CLASSES) / CLASSES)
    of = np.searchsorted(spread.edges[number], level, side="right")
    found = np.empty((CLASSES, len(QUANTILES)))
    for one in range(CLASSES):
        there = of == one
        count = there.sum()
        own = weighted_quantiles(score[there], weight[there], QUANTILES) if count else everywhere
        found[one] = (count * own + SHRINKAGE * everywhere) / (count + SHRINKAGE)
    smooth = np.pad(found, ((1, 1), (0, 0)), mode="edge")
    found = smooth[:-2] / 4 + smooth[1:-1] / 2 + smooth[2:] / 4
    spread.scores[number] = np.maximum.accumulate(found, axis=1)
    if whole_units:
        for one in range(CLASSES):
            there = of == one
            empirical = np.maximum(expected[there, None] + deviation[there, None] * spread.scores[number, one], 0)
            discrete = negative_binomial_quantiles(expected[there], deviation[there] ** 2, QUANTILES)
            spread.counted[number, one] = pinball(sold[there], discrete) < pinball(sold[there], empirical)


def pinball(sold: NDArray[np.float64], told: NDArray[np.float64]) -> float:
    """Return the summed pinball loss of (N, len(QUANTILES)) quantiles."""
    short = sold[:, None] - told
    return float(np.maximum(QUANTILES * short, (QUANTILES - 1) * short).sum())


def weighted_quantiles(
    values: NDArray[np.float64], weights: NDArray[np.float64], levels: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the quantiles of values that count by their weights: the minimizers of weighted pinball loss."""
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) / weights.sum()
    return values[order][np.minimum(np.searchsorted(reached, levels), len(values) - 1)]


def quantiles_of_total(
    expected: Floats | NDArray[np.float64], scale: Floats, days: float, levels: Sequence[float], spread: Spread
) -> NDArray[np.float64]:
    """Return the quantiles (N, len(levels)) of what is sold in all over ``days`` days, never crossing, never negative.

    ``expected`` (N,): the forecast of that total, units; ``scale`` (N,): root mean square of day-to-day changes, units.
    Between the calibrated numbers of days and levels everything is interpolated.
    """
    place = np.interp(days, DAYS, np.arange(len(DAYS)))
    low = int(place)
    high = min(low + 1, len(DAYS) - 1)
    part = place - low
    centre, changes = expected.astype(np.float64), scale.astype(np.float64)
    wanted = np.asarray(levels, np.float64)
    found = np.zeros((len(centre), len(wanted)))
    for number, share in ((low, 1 - part), (high, part)):
        if share <= 0:
            continue
        variance = spread.variance[number] @ _terms(centre, changes, days)
        deviation = np.sqrt(np.maximum(variance, FLOOR))
        of = np.searchsorted(spread.edges[number], centre / days, side="right")
        scores = np.stack([np.interp(wanted, QUANTILES, row) for row in spread.scores[number]])
        told = np.maximum(centre[:, None] + deviation[:, None] * scores[of], 0)
        counted = spread.counted[number][of]
        if counted.any():
            told[counted] = negative_binomial_quantiles(centre[counted], deviation[counted] ** 2, wanted)
        found += share * told
    return np.maximum.accumulate(found, axis=1)
