"""Turns the network's raw output into boxes, scores and classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.inference.suppression import suppress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shelfvision.inference.calibration import Curve

MAX_PER_CLASS = 800


class Found(NamedTuple):
    """Boxes (n, 4: x0 y0 x1 y1) in input pixels with scores (n,) and class numbers (n,).

    A score is the probability that the box is right, where the model is calibrated.
    """

    boxes: NDArray[np.float32]
    scores: NDArray[np.float32]
    classes: NDArray[np.intp]


def decode(
    raw: NDArray[np.float32], thresholds: Sequence[float], overlap: float, curves: Sequence[Curve] | None = None
) -> Found:
    """Decode one photo's output (4 + classes, anchors) with rows x-centre, y-centre, width, height, class scores.

    An anchor counts for its best class only, if its score reaches that class's threshold; suppression is by class.
    Scores go through the class's curve, if any, and thresholds are of what comes out of it.
    """
    best = raw[4:].argmax(axis=0)
    scores = raw[4:].max(axis=0)
    kept: list[Found] = []
    for number, threshold in enumerate(thresholds):
        mine = best == number
        if curves:
            scores[mine] = curves[number](scores[mine])
        chosen = np.flatnonzero(mine & (scores >= threshold))
        chosen = chosen[np.argsort(-scores[chosen], kind="stable")][: 4 * MAX_PER_CLASS]
        centre, half = raw[:2, chosen].T, raw[2:4, chosen].T / 2
        boxes = np.concatenate([centre - half, centre + half], axis=1).astype(np.float32)
        order = suppress(boxes, scores[chosen], overlap)[:MAX_PER_CLASS]
        kept.append(Found(boxes[order], scores[chosen][order], np.full(order.size, number, np.intp)))
    return Found(*(np.concatenate(parts) for parts in zip(*kept, strict=True)))
