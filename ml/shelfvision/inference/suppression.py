"""Non-maximum suppression: of boxes that overlap too much, the one with the highest score stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def shared_areas(
    boxes: NDArray[np.float32], others: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Areas that boxes (n, 4: x0 y0 x1 y1) share with others (m, 4), as (n, m); and their own, (n,) and (m,)."""
    corner = np.maximum(boxes[:, None, :2], others[None, :, :2])
    opposite = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    shared = np.prod(np.clip(opposite - corner, 0.0, None), axis=2)
    return shared, np.prod(boxes[:, 2:] - boxes[:, :2], axis=1), np.prod(others[:, 2:] - others[:, :2], axis=1)


def overlaps(boxes: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Intersection over union of boxes (n, 4: x0 y0 x1 y1) with others (m, 4), as (n, m); 0 where both are empty."""
    shared, area, other_area = shared_areas(boxes, others)
    union = area[:, None] + other_area[None, :] - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=union > 0).astype(np.float32)


def inside(boxes: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Intersection over the smaller box of boxes (n, 4) with others (m, 4), as (n, m); 1 where one holds the other."""
    shared, area, other_area = shared_areas(boxes, others)
    smaller = np.minimum(area[:, None], other_area[None, :])
    return np.divide(shared, smaller, out=np.zeros_like(shared), where=smaller > 0).astype(np.float32)


def suppress(
    boxes: NDArray[np.float32], scores: NDArray[np.float32], limit: float, contained: float = 1.0
) -> NDArray[np.intp]:
    """Greedy non-maximum suppression (Neubeck and Van Gool 2006) of boxes (n, 4) of one class with scores (n,).

    Returns the indices that stay, best first: a box goes when its overlap with a better one that stays is over
    ``limit``, or when it shares over ``contained`` of the smaller of the two. Equal scores keep their order.
    """
    waiting = np.argsort(-scores, kind="stable")
    kept: list[int] = []
    while waiting.size:
        best = int(waiting[0])
        kept.append(best)
        rest = waiting[1:]
        apart = overlaps(boxes[best : best + 1], boxes[rest])[0] <= limit
        if contained < 1.0:
            apart &= inside(boxes[best : best + 1], boxes[rest])[0] <= contained
        waiting = rest[apart]
    return np.array(kept, dtype=np.intp)
