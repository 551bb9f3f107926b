"""Fits the curves that make probabilities of scores, and the weights of a reading's certainty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.inference.calibration import LEAST, Curve
from shelfvision.inference.certainty import Certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Signs = tuple[float, float, float]

STEPS = 60
PRIOR = 1.0  # as if so many boxes had been seen that say: change nothing
LEAST_SLOPE = 0.05
MOST_WEIGHT = 40.0


class Cases(NamedTuple):
    """Columns (n, k) of what is known, whether each case was right (n,), and what it is worth (n,)."""

    columns: NDArray[np.float64]
    right: NDArray[np.float64]
    weights: NDArray[np.float64]


class Scored(NamedTuple):
    """Boxes (n) with the network's own scores, whether each is right, which edges cut it (n, 2), what it is worth."""

    scores: NDArray[np.float32]
    right: NDArray[np.bool_]
    cut: NDArray[np.bool_]
    weights: NDArray[np.float64]


def fitted_curve(boxes: Scored) -> Curve:
    """Fit beta calibration (Kull et al. 2017), with a term for each pair of edges that may cut a box.

    Logistic regression on ln s, -ln(1 - s) and the cuts, drawn a little to the curve that changes nothing; a slope that
    would turn the order of the scores is held at ``LEAST_SLOPE``, a cut that would raise a score at 0, and the rest
    fitted anew.
    """
    kept = np.clip(boxes.scores.astype(np.float64), LEAST, 1 - LEAST)
    columns = np.column_stack([np.log(kept), -np.log1p(-kept), np.ones_like(kept), boxes.cut.astype(np.float64)])
    cases = Cases(columns, boxes.right.astype(np.float64), boxes.weights)
    held: dict[int, float] = {}
    while True:
        found = _regression(cases, np.array([1.0, 1.0, 0.0, 0.0, 0.0]), held)
        turned = {place: LEAST_SLOPE for place in (0, 1) if found[place] < LEAST_SLOPE}
        turned |= {place: 0.0 for place in (3, 4) if found[place] > 0}
        further = [place for place in turned if place not in held]
        if not further:
            rise, fall, shift, sides, ends = np.clip(found, -20.0, 20.0).round(4).tolist()
            return Curve(rise=rise, fall=fall, shift=shift, sides=sides, ends=ends)
        held[further[0]] = turned[further[0]]


def fitted_certainty(signs: Sequence[Signs], right: Sequence[bool], weights: Sequence[float]) -> Certainty:
    """Fit the weights of the signs (n of them) of readings that were ``right`` or not, each worth its weight."""
    columns = np.column_stack([np.array(signs, np.float64), np.ones(len(signs))])
    found = _regression(Cases(columns, np.array(right, np.float64), np.array(weights, np.float64)), np.zeros(4), {})
    first, second, third, shift = np.clip(found, -MOST_WEIGHT, MOST_WEIGHT).round(4).tolist()
    return Certainty(shift=shift, weights=(first, second, third))


def _regression(cases: Cases, start: NDArray[np.float64], held: dict[int, float]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method, drawn to ``start`` with weight ``PRIOR``, some coefficients held."""
    columns, right, weights = cases
    found = start.copy()
    for place, value in held.items():
        found[place] = value
    free = np.array([place for place in range(len(start)) if place not in held])
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (weights * (told - right)) + PRIOR * (found - start)
        bend = (columns * (weights * told * (1 - told))[:, None]).T @ columns + PRIOR * np.eye(len(start))
        step = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        found[free] -= np.clip(step, -2.0, 2.0)
    return found
