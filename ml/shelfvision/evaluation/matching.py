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
    shared = overlaps(boxes, truth)
    hits = [_paired(shared, scores, float(least)) >= 0 for least in IOU_STEPS]
    return Judged(scores, np.stack(hits, axis=1), len(truth))


def paired(
    boxes: NDArray[np.float32], scores: NDArray[np.float32], truth: NDArray[np.float32], least: float = 0.5
) -> NDArray[np.intp]:
    """Return for each prediction (n, 4) the number of the true box (m, 4) that it is matched to, or -1."""
    return _paired(overlaps(boxes, truth), scores, least)


def _paired(shared: NDArray[np.float32], scores: NDArray[np.float32], least: float) -> NDArray[np.intp]:
    """Match predictions to true boxes by their overlaps (n, m), best score first, each true box once."""
    found = np.full(len(shared), -1, np.intp)
    if shared.size:
        free = np.ones(shared.shape[1], dtype=np.bool_)
        for index in np.argsort(-scores, kind="stable"):
            candidate = int(np.argmax(np.where(free, shared[index], -1.0)))
            if free[candidate] and shared[index, candidate] >= np.float32(least):
                free[candidate] = False
                found[index] = candidate
    return found


def pooled(photos: Sequence[Judged]) -> Judged:
    """Pool the photos, best score first."""
    scores = np.concatenate([photo.scores for photo in photos])
    hits = np.concatenate([photo.hits for photo in photos])
    order = np.argsort(-scores, kind="stable")
    return Judged(scores[order], hits[order], sum(photo.truths for photo in photos))


def curve(judged: Judged, step: int = 0) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Recall and precision (n,) of pooled predictions down to each, at one IoU step."""
    found = np.cumsum(judged.hits[:, step])
    return found / max(1, judged.truths), found / np.arange(1, len(found) + 1)


def average_precision(judged: Judged, steps: int = len(IOU_STEPS)) -> NDArray[np.float64]:
    """Average precision (steps,) at the first IoU steps of pooled predictions; 0 where there was nothing to find."""
    averages = np.zeros(steps)
    for step in range(steps):
        recall, precision = curve(judged, step)
        envelope = np.maximum.accumulate(precision[::-1])[::-1]
        reached = np.searchsorted(recall, RECALL_POINTS, side="left")
        averages[step] = np.append(envelope, 0.0)[reached].mean()
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
