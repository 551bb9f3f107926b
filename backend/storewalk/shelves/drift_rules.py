"""When a model no longer sees what it was made for: the rules, on counts alone."""

from collections.abc import Sequence
from math import log, sqrt
from statistics import NormalDist
from typing import Final

import msgspec

REFERENCE_PHOTOS: Final = 300
"""The first readings of a model version, which later ones are held against."""
LEAST_PHOTOS: Final = 50
"""Photos on either side before scores are compared at all."""
LEAST_BOXES: Final = 200
WATCHED_PSI: Final = 0.1
DRIFTED_PSI: Final = 0.25
CHANCE: Final = 27.88
"""The 99.9 % point of χ² with nine degrees of freedom, one fewer than the ten bins."""
LEAST_READ: Final = 20
"""Photos of a store before its corrections are compared with everybody's."""
FALSE_ALARMS: Final = 0.01
"""Chance that one night's look at all stores raises an alert although nothing is wrong."""


class Interval(msgspec.Struct, frozen=True):
    """Where a share lies that was counted on a sample."""

    low: float
    high: float


def stability_index(reference: Sequence[int], recent: Sequence[int]) -> float:
    """Return the population stability index of counts by bin: Σ (q − p) · ln(q ÷ p).

    After N. Siddiqi, Credit Risk Scorecards (2006): under 0.1 nothing has changed, from 0.25 on a lot has. Half a box
    is added to each bin, so that an empty one does not make it infinite.
    """
    bins = len(reference)
    before, after = sum(reference) + bins / 2, sum(recent) + bins / 2
    shares = [((p + 0.5) / before, (q + 0.5) / after) for p, q in zip(reference, recent, strict=True)]
    return sum((q - p) * log(q / p) for p, q in shares)


def drifted_from(reference: int, recent: int) -> float:
    """Return the index from which on `recent` boxes differ from `reference` ones: 0.25, more where they are few.

    B. Yurdakul, J. Naranjo, Statistical properties of the population stability index (2020): without any change the
    index is distributed as χ² · (1 ÷ n + 1 ÷ m).
    """
    return max(DRIFTED_PSI, CHANCE * (1 / reference + 1 / recent))


def comparable(photos: tuple[int, int], boxes: tuple[int, int]) -> bool:
    """Tell whether there is enough on both sides to compare."""
    return min(photos) >= LEAST_PHOTOS and min(boxes) >= LEAST_BOXES


def wilson(hits: int, tries: int, z: float = 1.96) -> Interval:
    """Return the score interval of a share: E. B. Wilson, Probable inference (1927); honest for small numbers."""
    if tries == 0:
        return Interval(0.0, 1.0)
    share, square = hits / tries, z * z / tries
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * sqrt(share * (1 - share) / tries + square / (4 * tries))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def alarm_z(stores: int) -> float:
    """Return how many standard errors a store must stand out, so that many stores do not cry wolf (Bonferroni)."""
    return NormalDist().inv_cdf(1 - FALSE_ALARMS / max(1, stores))


class Share(msgspec.Struct, frozen=True):
    """How many of some photos were corrected."""

    corrected: int
    photos: int

    @property
    def value(self) -> float:
        """The share itself."""
        return self.corrected / self.photos

    def between(self, z: float = 1.96) -> Interval:
        """Return where it lies."""
        return wilson(self.corrected, self.photos, z)


def stands_out(store: Share, others: Share, stores: int) -> bool:
    """Tell whether a store's photos are corrected more often than all others', beyond chance on either side."""
    return store.photos >= LEAST_READ and store.between(alarm_z(stores)).low > others.between().high


def is_back(store: Share, others: Share) -> bool:
    """Tell whether a store that stood out is like the others again, or has nothing left to be judged by."""
    return store.photos < LEAST_READ or store.between().low <= others.between().high
