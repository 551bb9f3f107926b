"""Average precision as COCO defines it (Lin et al. 2014; 101 points), for one class."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.inference.suppression import overlaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

IOU_STEPS: NDArray[np.float32] = np.arange(0.5, 1.0, 0.05, dtype=np.float32)
RECALL_POINTS: NDArray[np.float64] = np.linspace(0.0, 1.0, 101)


class Judged(NamedTuple):
    """Predictions of one class in one photo or many: scores (n,), hits (n, 10 IoU steps), and how many were to find."""

    scores: NDArray[np.float32]
    hits: NDArray[np.bool_]
    truths: int


def judge(boxes: NDArray[np.float32], scores: NDArray[np.float32], truth: NDArray[np.float32]) -> Judged:
    """Match one photo's predictions (n, 4) to its true boxes (m, 4), best score first, each true box once."""
    hits = np.zeros((len(boxes), len(IOU_STEPS)), dtype=np.bool_)
    if len(boxes) and len(truth):
        shared = overlaps(boxes, truth)
        for step, least in enumerate(IOU_STEPS):
            free = np.ones(len(truth), dtype=np.bool_)
            for index in np.argsort(-scores, kind="stable"):
                candidate = int(np.argmax(np.where(free, shared[index], -1.0)))
                if free[candidate] and shared[index, candidate] >= least:
                    free[candidate] = False
                    hits[index, step] = True
    return Judged(scores, hits, len(truth))


def pooled(photos: Sequence[Judged]) -> Judged:
    """Pool the photos, best score first."""
    scores = np.concatenate([photo.scores for photo in photos])
    hits = np.concatenate([photo.hits for photo in photos])
    order = np.argsort(-scores, kind="stable")
    return Judged(scores[order], hits[order], sum(photo.truths for photo in photos))


def average_precision(judged: Judged) -> NDArray[np.float64]:
    """Average precision (10,) at each IoU step of pooled predictions; 0 where there was nothing to find."""
    found = np.cumsum(judged.hits, axis=0)
    recall = found / max(1, judged.truths)
    precision = found / np.arange(1, len(found) + 1)[:, None]
    envelope = np.maximum.accumulate(precision[::-1], axis=0)[::-1]
    averages = np.zeros(len(IOU_STEPS))
    for step in range(len(IOU_STEPS)):
        reached = np.searchsorted(recall[:, step], RECALL_POINTS, side="left")
        padded = np.append(envelope[:, step], 0.0)
        averages[step] = padded[reached].mean()
    return averages


def at_threshold(judged: Judged, threshold: float) -> tuple[float, float]:
    """Precision and recall at IoU 0.5 of what scores at least ``threshold``."""
    chosen = judged.scores >= threshold
    right = int(judged.hits[chosen, 0].sum())
    return right / max(1, int(chosen.sum())), right / max(1, judged.truths)


def best_threshold(judged: Judged) -> float:
    """Return the score at which F1 at IoU 0.5 is highest, rounded to a hundredth."""
    found = np.cumsum(judged.hits[:, 0])
    f1 = 2 * found / (np.arange(1, len(found) + 1) + judged.truths)
    return round(float(judged.scores[int(np.argmax(f1))]), 2)
