"""Groups boxes into the rows of a shelf; plain Python, so that a process without numpy can do it too."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Corners: TypeAlias = tuple[float, float, float, float]
"""``x0, y0, x1, y1``, all in one unit."""

SAME_BAND = 0.5  # shared height over the lower box's height
SIMILAR_HEIGHT = 0.35
REACH = 4.0  # widths of the wider box between two neighbours of a row


def cluster_rows(boxes: Sequence[Corners]) -> list[list[int]]:
    """Group boxes into rows from top to bottom, each as indices from left to right.

    Two boxes are neighbours when they share half of the lower one's height, are of similar height and not far apart;
    a row is a connected component of neighbours, so a row may slant. Rows at the same height are then joined: a place
    wider than the reach between two parts does not make two rows.
    """
    parts = _components(boxes, _neighbours)
    bands = [(0.0, median(boxes[i][1] for i in part), 0.0, median(boxes[i][3] for i in part)) for part in parts]
    rows = [[i for number in group for i in parts[number]] for group in _components(bands, _same_band)]
    rows.sort(key=lambda row: median(boxes[i][1] + boxes[i][3] for i in row))
    return [sorted(row, key=lambda i: boxes[i][0]) for row in rows]


def _neighbours(one: Corners, other: Corners) -> bool:
    """Tell whether two boxes stand side by side on one board."""
    high, other_high = one[3] - one[1], other[3] - other[1]
    lower = min(high, other_high)
    shared = min(one[3], other[3]) - max(one[1], other[1])
    if shared < SAME_BAND * lower or lower < SIMILAR_HEIGHT * max(high, other_high):
        return False
    apart = max(one[0], other[0]) - min(one[2], other[2])
    return apart <= REACH * max(one[2] - one[0], other[2] - other[0])


def _same_band(one: Corners, other: Corners) -> bool:
    """Tell whether two bands share over half of the higher one's height."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared >= SAME_BAND * max(one[3] - one[1], other[3] - other[1])


def _components(boxes: Sequence[Corners], linked: Callable[[Corners, Corners], bool]) -> list[list[int]]:
    """Return the connected components of a relation that only holds between boxes at a common height.

    Each is in ascending order, and the components are in the order of their first.
    """
    parent = list(range(len(boxes)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    downwards = sorted(range(len(boxes)), key=lambda i: boxes[i][1])
    for place, i in enumerate(downwards):
        for j in downwards[place + 1 :]:
            if boxes[j][1] > boxes[i][3]:
                break
            first, second = root(i), root(j)
            if first != second and linked(boxes[i], boxes[j]):
                parent[second] = first
    found: dict[int, list[int]] = {}
    for index in range(len(boxes)):
        found.setdefault(root(index), []).append(index)
    return list(found.values())
