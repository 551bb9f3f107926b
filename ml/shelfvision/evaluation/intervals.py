"""Intervals around figures: what other photos of the same kind might have given."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Span = tuple[float, float]
T = TypeVar("T")

SEED = 20261130
RESAMPLES = 200
INSIDE = 0.9  # of the resamples
NORMAL = 1.6449  # the 0.95 quantile of the normal distribution, for the same share


def bootstrap(photos: Sequence[T], figure: Callable[[Sequence[T]], float], digits: int = 4) -> Span:
    """Return the 5 % and 95 % quantiles of a figure over photos drawn with replacement, the same draws every time."""
    draws = np.random.default_rng(SEED).integers(0, len(photos), (RESAMPLES, len(photos)))
    values = [figure([photos[index] for index in draw]) for draw in draws.tolist()]
    low, high = np.quantile(values, [(1 - INSIDE) / 2, (1 + INSIDE) / 2])
    return round(float(low), digits), round(float(high), digits)


def wilson(right: int, total: int) -> Span:
    """Return the score interval of a proportion (Wilson 1927) at 90 %: it is honest for few photos and for none wrong.

    Without photos nothing is known: 0 to 1.
    """
    if total == 0:
        return 0.0, 1.0
    share, square = right / total, NORMAL**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = NORMAL * sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_of_two(one: tuple[int, int], other: tuple[int, int]) -> Span:
    """Return the interval of the mean of two proportions, each (right, total), from their Wilson intervals.

    Recovered from the two intervals as Zou and Donner (2008) do for a difference.
    """
    shares, lows, highs = [], [], []
    for right, total in (one, other):
        low, high = wilson(right, total)
        shares.append(right / max(1, total))
        lows.append(low)
        highs.append(high)
    middle = sum(shares) / 2
    below = sqrt(sum((share - low) ** 2 for share, low in zip(shares, lows, strict=True))) / 2
    above = sqrt(sum((high - share) ** 2 for share, high in zip(shares, highs, strict=True))) / 2
    return round(middle - below, 4), round(middle + above, 4)
