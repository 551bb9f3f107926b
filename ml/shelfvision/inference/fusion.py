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
from shelfvision.inference.suppression import BLOCK, overlaps

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
    group = _grouped(boxes, scores, overlap)
    groups = int(group.max()) + 1
    weights = np.bincount(group, scores, groups)
    voted = np.stack([np.bincount(group, scores * edge, groups) / weights for edge in boxes.T], axis=1)
    best = np.zeros((groups, looks), np.float32)
    np.maximum.at(best, (group, owner), scores)
    return voted.astype(np.float32), best.mean(axis=1)


def _grouped(boxes: NDArray[np.float32], scores: NDArray[np.float32], overlap: float) -> NDArray[np.intp]:
    """Return for each box (n, 4) the number of its group (n,), counted from the group with the best score down.

    The best box that is in no group begins one, and takes those in none that it overlaps by ``overlap``.
    """
    order = np.argsort(-scores, kind="stable")
    group = np.full(order.size, -1, np.intp)
    firsts = np.zeros(0, np.intp)
    for start in range(0, order.size, BLOCK):
        block = order[start : start + BLOCK]
        near = overlaps(boxes[block], boxes[firsts]) >= overlap
        joins = near.any(axis=1)
        if joins.any():
            group[block[joins]] = near[joins].argmax(axis=1)
        block = block[~joins]
        near = overlaps(boxes[block], boxes[block]) >= overlap
        alone = np.ones(block.size, np.bool_)
        for place in range(block.size):
            if alone[place]:
                mine = alone & near[place]
                mine[place] = True
                group[block[mine]] = firsts.size
                firsts = np.append(firsts, block[place])
                alone &= ~mine
    return group
