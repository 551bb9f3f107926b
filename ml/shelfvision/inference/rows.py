"""Groups boxes into the rows of a shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME_BAND = 0.5  # shared height over the lower box's height
SIMILAR_HEIGHT = 0.35
REACH = 4.0  # widths of the wider box between two neighbours of a row


def cluster_rows(boxes: NDArray[np.float32]) -> list[NDArray[np.intp]]:
    """Group boxes (n, 4: x0 y0 x1 y1, any one unit) into rows from top to bottom, each from left to right.

    Two boxes are neighbours when they share half of the lower one's height, are of similar height and not far apart;
    a row is a connected component of neighbours, so a row may slant. Rows at the same height are then joined: a place
    wider than the reach between two parts does not make two rows.
    """
    count = len(boxes)
    if count == 0:
        return []
    high = boxes[:, 3] - boxes[:, 1]
    wide = boxes[:, 2] - boxes[:, 0]
    shared = np.minimum(boxes[:, None, 3], boxes[None, :, 3]) - np.maximum(boxes[:, None, 1], boxes[None, :, 1])
    lower, higher = np.minimum(high[:, None], high[None, :]), np.maximum(high[:, None], high[None, :])
    apart = np.maximum(boxes[:, None, 0], boxes[None, :, 0]) - np.minimum(boxes[:, None, 2], boxes[None, :, 2])
    level = (shared >= SAME_BAND * lower) & (lower >= SIMILAR_HEIGHT * higher)
    near = apart <= REACH * np.maximum(wide[:, None], wide[None, :])
    parts = _components(level & near)
    bands = np.array([[np.median(boxes[part, 1]), np.median(boxes[part, 3])] for part in parts], np.float32)
    groups = _components(_same_band(bands))
    rows = [np.concatenate([parts[int(index)] for index in group]) for group in groups]
    rows.sort(key=lambda row: float(np.median(boxes[row, 1] + boxes[row, 3])))
    return [row[np.argsort(boxes[row, 0], kind="stable")] for row in rows]


def _same_band(bands: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell for each two bands (n, 2: top, bottom) whether they share over half of the higher one's height."""
    shared = np.minimum(bands[:, None, 1], bands[None, :, 1]) - np.maximum(bands[:, None, 0], bands[None, :, 0])
    high = bands[:, 1] - bands[:, 0]
    return shared >= SAME_BAND * np.maximum(high[:, None], high[None, :])


def _components(linked: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """Return the connected components of a symmetric relation (n, n), each as ascending indices."""
    label = np.full(len(linked), -1)
    found: list[NDArray[np.intp]] = []
    for start in range(len(linked)):
        if label[start] >= 0:
            continue
        reached = np.zeros(len(linked), dtype=np.bool_)
        reached[start] = True
        grown = reached | linked[reached].any(axis=0)
        while grown.sum() > reached.sum():
            reached = grown
            grown = reached | linked[reached].any(axis=0)
        label[reached] = len(found)
        found.append(np.flatnonzero(reached))
    return found
