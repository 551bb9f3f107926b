"""Non-maximum suppression: of boxes that overlap too much, the one with the highest score stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def overlaps(boxes: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Intersection over union of boxes (n, 4: x0 y0 x1 y1) with others (m, 4), as (n, m); 0 where both are empty."""
    corner = np.maximum(boxes[:, None, :2], others[None, :, :2])
    opposite = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    shared = np.prod(np.clip(opposite - corner, 0.0, None), axis=2)
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    other_area = np.prod(others[:, 2:] - others[:, :2], axis=1)
    union = area[:, None] + other_area[None, :] - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=union > 0).astype(np.float32)


def suppress(boxes: NDArray[np.float32], scores: NDArray[np.float32], limit: float) -> NDArray[np.intp]:
    """Greedy non-maximum suppression (Neubeck and Van Gool 2006) of boxes (n, 4) of one class with scores (n,).

    Returns the indices that stay, best first: a box goes when its overlap with a better one that stays is over
    ``limit``. Equal scores keep their order.
    """
    waiting = np.argsort(-scores, kind="stable")
    kept: list[int] = []
    while waiting.size:
        best = int(waiting[0])
        kept.append(best)
        rest = waiting[1:]
        waiting = rest[overlaps(boxes[best : best + 1], boxes[rest])[0] <= limit]
    return np.array(kept, dtype=np.intp)
