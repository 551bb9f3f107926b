"""How far scores are from being probabilities.

Expected calibration error (Naeini et al. 2015; Guo et al. 2017) of detections (Küppers et al. 2020, D-ECE with the
score alone): boxes are put into bins by their score; in each bin the mean score is held against the share of boxes that
are right at IoU 0.5; the differences are averaged by the number of boxes. Bins hold equal numbers of boxes, since most
boxes score near 0 and bins of equal width would be empty or hold nearly all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from shelfvision.evaluation.intervals import SEED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.evaluation.matching import Judged

BINS = 15
CHANCE_DRAWS = 200


class Bin(Struct, frozen=True):
    """Boxes of like scores: how many, their mean score, and the share that is right."""

    boxes: int
    told: float
    right: float


class Calibration(Struct, frozen=True):
    """The error of a set of scores.

    ``chance`` is the error that as many boxes would show if every score were exactly its probability: few boxes in a
    bin are never right in just the share that was told.
    """

    boxes: int
    error: float
    chance: float
    bins: tuple[Bin, ...]


def calibration(scores: NDArray[np.float64], right: NDArray[np.bool_], bins: int = BINS) -> Calibration:
    """Measure scores (n,) against what was right (n,)."""
    order = np.argsort(scores, kind="stable")
    told = scores[order].astype(np.float64)
    parts = tuple(
        Bin(part.size, round(float(told[part].mean()), 4), round(float(right[order][part].mean()), 4))
        for part in np.array_split(np.arange(told.size), bins)
        if part.size
    )
    by_chance = np.random.default_rng(SEED).random((CHANCE_DRAWS, told.size)) < told
    return Calibration(
        boxes=told.size,
        error=round(_error(told, right[order], bins), 4),
        chance=round(float(np.mean([_error(told, drawn, bins) for drawn in by_chance])), 4),
        bins=parts,
    )


def of_boxes(judged: Judged, least: float) -> Calibration:
    """Measure the boxes that score ``least`` or more."""
    chosen = judged.scores >= least
    return calibration(judged.scores[chosen].astype(np.float64), judged.hits[chosen, 0])


def _error(told: NDArray[np.float64], right: NDArray[np.bool_], bins: int) -> float:
    """Expected calibration error of scores in ascending order."""
    if told.size == 0:
        return 0.0
    off = np.array_split(told - right, bins)
    return float(sum(abs(part.sum()) for part in off) / told.size)
