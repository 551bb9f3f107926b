"""Cuts a large photo into overlapping tiles, and makes one finding of what was found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.inference.decode import MAX_PER_CLASS, Found
from shelfvision.inference.suppression import suppress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CUT = 0.02  # of a tile's side: a box that comes so near to an edge inside the photo was probably cut by it
CONTAINED = 0.8  # of a box's area: so much of it inside a better box makes it a piece of that one


class Tile(NamedTuple):
    """A part of a photo, its edges in pixels of the photo."""

    x0: int
    y0: int
    x1: int
    y1: int


def tiles_of(width: int, height: int, grid: int, overlap: float) -> list[Tile]:
    """Cut a photo into ``grid`` by ``grid`` tiles of one size; neighbours share ``overlap`` of a tile's side."""
    wide, high = (side / (grid - (grid - 1) * overlap) for side in (width, height))
    step_x, step_y = wide * (1 - overlap), high * (1 - overlap)
    return [
        Tile(
            round(column * step_x),
            round(row * step_y),
            min(width, round(column * step_x + wide)),
            min(height, round(row * step_y + high)),
        )
        for row in range(grid)
        for column in range(grid)
    ]


def on_photo(found: Found, tile: Tile, width: int, height: int) -> Found:
    """Carry a tile's finding from fractions of the tile to fractions of the photo, without the boxes it cut."""
    inner = np.array([tile.x0 > 0, tile.y0 > 0, tile.x1 < width, tile.y1 < height])
    near = np.concatenate([found.boxes[:, :2] < CUT, found.boxes[:, 2:] > 1 - CUT], axis=1)
    kept = ~(near & inner).any(axis=1)
    size = np.array([tile.x1 - tile.x0, tile.y1 - tile.y0], np.float32)
    photo = np.tile(np.array([width, height], np.float32), 2)
    boxes = (found.boxes[kept] * np.tile(size, 2) + np.array([tile.x0, tile.y0] * 2, np.float32)) / photo
    return Found(boxes.astype(np.float32), found.scores[kept], found.classes[kept])


def merged(fine: Sequence[Found], coarse: Sequence[Found], shared: tuple[float, float], overlap: float) -> Found:
    """Join the findings of the tiles with those of coarser passes, all in fractions of the photo.

    A box that is smaller than what two tiles share (``shared``: width and height) lies whole in one of them, where it
    is seen best; so a coarser pass adds only what a tile may have cut. Suppression is by class: a box goes when it
    overlaps a better one by ``overlap``, or lies inside it.
    """
    parts = list(fine)
    for found in coarse:
        large = ((found.boxes[:, 2:] - found.boxes[:, :2]) > np.array(shared, np.float32)).any(axis=1)
        parts.append(Found(found.boxes[large], found.scores[large], found.classes[large]))
    boxes = np.concatenate([part.boxes for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    classes = np.concatenate([part.classes for part in parts])
    kept: list[NDArray[np.intp]] = []
    for number in np.unique(classes):
        mine = np.flatnonzero(classes == number)
        order = suppress(boxes[mine], scores[mine], overlap, CONTAINED)[:MAX_PER_CLASS]
        kept.append(mine[order])
    chosen = np.concatenate([np.zeros(0, np.intp), *kept])
    return Found(boxes[chosen], scores[chosen], classes[chosen])
