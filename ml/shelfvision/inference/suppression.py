"""Non-maximum suppression: of boxes that overlap too much, the one with the highest score stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 256  # boxes that are compared with one another at once


def shared_areas(
    boxes: NDArray[np.float32], others: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Areas that boxes (n, 4: x0 y0 x1 y1) share with others (m, 4), as (n, m); and their own, (n,) and (m,)."""
    x0, y0, x1, y1 = boxes.T[:, :, None]
    other_x0, other_y0, other_x1, other_y1 = others.T[:, None, :]
    shared = np.minimum(x1, other_x1) - np.maximum(x0, other_x0)
    np.maximum(shared, 0, out=shared)
    high = np.minimum(y1, other_y1) - np.maximum(y0, other_y0)
    shared *= np.maximum(high, 0, out=high)
    return shared, np.prod(boxes[:, 2:] - boxes[:, :2], axis=1), np.prod(others[:, 2:] - others[:, :2], axis=1)


def overlaps(boxes: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Intersection over union of boxes (n, 4: x0 y0 x1 y1) with others (m, 4), as (n, m); 0 where both are empty."""
    shared, area, other_area = shared_areas(boxes, others)
    union = area[:, None] + other_area[None, :] - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=union > 0).astype(np.float32)


def suppress(
    boxes: NDArray[np.float32], scores: NDArray[np.float32], limit: float, contained: float = 1.0
) -> NDArray[np.intp]:
    """Greedy non-maximum suppression (Neubeck and Van Gool 2006) of boxes (n, 4) of one class with scores (n,).

    Returns the indices that stay, best first: a box goes when its overlap with a better one that stays is over
    ``limit``, or when it shares over ``contained`` of the smaller of the two. Equal scores keep their order.
    """
    order = np.argsort(-scores, kind="stable")
    kept = np.zeros(0, np.intp)
    for start in range(0, order.size, BLOCK):
        block = order[start : start + BLOCK]
        block = block[~_too_close(boxes[block], boxes[kept], limit, contained).any(axis=1)]
        apart = ~_too_close(boxes[block], boxes[block], limit, contained)
        stays = np.ones(block.size, np.bool_)
        for place in range(block.size):
            if stays[place]:
                stays[place + 1 :] &= apart[place, place + 1 :]
        kept = np.concatenate([kept, block[stays]])
    return kept


def _too_close(
    boxes: NDArray[np.float32], others: NDArray[np.float32], limit: float, contained: float
) -> NDArray[np.bool_]:
    """Tell which boxes (n, 4) cannot stay beside which others (m, 4), as (n, m).

    ``shared / (area + other - shared) > limit``, without a division.
    """
    shared, area, other = shared_areas(boxes, others)
    close = shared * (1 + limit) > limit * area[:, None] + limit * other[None, :]
    if contained < 1.0:
        close |= shared > contained * np.minimum(area[:, None], other[None, :])
    return close
