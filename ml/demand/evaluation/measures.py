"""The measures, each a ratio of two sums over series, so that series can be resampled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.floating]

SEASON = 28  # days whose units weigh a series in WRMSSE
HELD = ("RMSSE", "WRMSSE", "WAPE7", "WAPE14", "PL7@.9", "PL14@.9", "PL14@.95")  # what a goal is set for
COVERAGES = {"coverage7@.9": 0.9, "coverage14@.9": 0.9, "coverage14@.95": 0.95}


@dataclass(frozen=True)
class Score:
    """A measure at some origins: ``above`` over ``below``, both (origins, series)."""

    above: NDArray[np.float64]
    below: NDArray[np.float64]

    @property
    def value(self) -> float:
        """The mean over origins of sum over sum."""
        return float(np.mean(self.above.sum(axis=1) / self.below.sum(axis=1)))

    def resampled(self, drawn: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the value for each row of ``drawn`` (resamples, series), series numbers drawn with replacement."""
        return np.array([np.mean(self.above[:, row].sum(axis=1) / self.below[:, row].sum(axis=1)) for row in drawn])


def joined(scores: list[Score]) -> Score:
    """Put the scores of single origins together."""
    return Score(np.concatenate([s.above for s in scores]), np.concatenate([s.below for s in scores]))


def rmsse(
    sold: Numbers, told: Numbers, scale: Numbers, counted: NDArray[np.bool_], weight: Numbers | None = None
) -> Score:
    """Root mean squared scaled error (Hyndman, Koehler 2006; M5): per series, sqrt(mean (sold - told)^2) / scale.

    ``sold``, ``told`` and ``counted`` (H, N); ``scale`` (N,) the root mean square of day-to-day changes in the history.
    Series without scale or counted days are left out. Averaged over series, by ``weight`` (N,) if given (WRMSSE).
    """
    days = counted.sum(axis=0)
    square = (np.where(counted, sold - told, 0.0) ** 2).sum(axis=0) / np.maximum(days, 1)
    usable = (scale > 0) & (days > 0)
    below = np.where(usable, 1.0 if weight is None else weight, 0.0)
    return Score((below * np.sqrt(square) / np.where(usable, scale, 1))[None], below[None])


def wape(sold: Numbers, told: Numbers) -> Score:
    """Weighted absolute percentage error of amounts (..., N): sum |sold - told| / sum sold, over series and days."""
    return Score(
        np.atleast_2d(np.abs(sold.astype(np.float64) - told)).sum(axis=0, keepdims=True),
        np.atleast_2d(sold.astype(np.float64)).sum(axis=0, keepdims=True),
    )


def pinball(sold: Numbers, quantile: Numbers, level: float) -> Score:
    """Pinball loss of totals (N,) over the units sold: sum max(q d, (q - 1) d) / sum sold with d = sold - quantile."""
    short = sold.astype(np.float64) - quantile
    return Score(np.maximum(level * short, (level - 1) * short)[None], sold.astype(np.float64)[None])


def coverage(sold: Numbers, quantile: Numbers) -> Score:
    """Share of series whose total (N,) is at most the quantile."""
    return Score((sold <= quantile + 1e-6).astype(np.float64)[None], np.ones((1, len(sold))))


def interval_of_ratio(
    one: Score, other: Score, *, resamples: int = 400, seed: int = 0, inside: float = 0.9
) -> tuple[float, float]:
    """Return the bootstrap interval of one value over another, series drawn with replacement, the same for both."""
    series = one.above.shape[1]
    drawn = np.random.default_rng(seed).integers(0, series, (resamples, series))
    ratios = one.resampled(drawn) / other.resampled(drawn)
    low, high = np.quantile(ratios, [(1 - inside) / 2, (1 + inside) / 2])
    return float(low), float(high)
