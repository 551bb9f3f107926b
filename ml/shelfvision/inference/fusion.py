"""Makes one finding of several looks at the same picture: what more of them see counts for more.

Averaging over scales and mirror images is test-time augmentation; boxes vote by score as in weighted boxes fusion
(Solovyev et al. 2021), clustered around the best of each as in non-maximum suppression.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import numpy as np
from msgspec import Meta

from shelfvision.inference.decode import MAX_PER_CLASS, Found
from shelfvision.inference.suppression import overlaps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FAINT = 0.005  # a box that one look hardly sees still lowers what another sees alone


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of looking at a picture: at ``scale`` times the model's input side, and mirrored left to right or not."""

    scale: Annotated[float, Meta(ge=0.5, le=2.0)] = 1.0
    mirrored: bool = False


def unmirrored(found: Found) -> Found:
    """Carry what was found in a mirrored picture back; boxes are fractions of its width and height."""
    x0, y0, x1, y1 = found.boxes.T
    return found._replace(boxes=np.stack([1 - x1, y0, 1 - x0, y1], axis=1))


def fused(looks: Sequence[Found], overlap: float) -> Found:
    """Join what several looks found (boxes in one frame) by class.

    Boxes that overlap the best one by ``overlap`` are the same thing: its box is their mean weighted by score, its
    score the mean over all looks of the best score in each, 0 where a look has none.
    """
    boxes = np.concatenate([found.boxes for found in looks])
    scores = np.concatenate([found.scores for found in looks])
    classes = np.concatenate([found.classes for found in looks])
    owner = np.repeat(np.arange(len(looks)), [found.scores.size for found in looks])
    parts: list[Found] = []
    for number in np.unique(classes):
        mine = np.flatnonzero(classes == number)
        voted, together = _voted(boxes[mine], scores[mine], owner[mine], len(looks), overlap)
        order = np.argsort(-together, kind="stable")[:MAX_PER_CLASS]
        parts.append(Found(voted[order], together[order], np.full(order.size, number, np.intp)))
    if not parts:
        return looks[0]
    return Found(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _voted(
    boxes: NDArray[np.float32], scores: NDArray[np.float32], owner: NDArray[np.intp], looks: int, overlap: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Let boxes (n, 4) of one class vote; return those that come of it (m, 4) and their scores (m,)."""
    waiting = np.argsort(-scores, kind="stable")
    voted: list[NDArray[np.float32]] = []
    together: list[float] = []
    while waiting.size:
        same = overlaps(boxes[waiting[:1]], boxes[waiting])[0] >= overlap
        same[0] = True
        members = waiting[same]
        best = np.zeros(looks, np.float32)
        np.maximum.at(best, owner[members], scores[members])
        weights = scores[members, None]
        voted.append((boxes[members] * weights).sum(axis=0) / weights.sum())
        together.append(float(best.mean()))
        waiting = waiting[~same]
    return np.array(voted, np.float32).reshape(-1, 4), np.array(together, np.float32)
