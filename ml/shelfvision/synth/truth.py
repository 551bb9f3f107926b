"""What is true of a drawn picture, read from its marks: boxes of what can be seen, and availability by row."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.synth.labels import DrawnBox, RowTruth

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.synth.canvas import Canvas
    from shelfvision.synth.openings import Opening
    from shelfvision.synth.scene import Bay

SEEN = 0.4  # share of a facing that must be seen: what is hidden by more than 60 % has no box
GAP_SEEN = 0.3  # share of a gap's opening; the side of a neighbour may stand in it
EDGE, GAP_EDGE = 0.06, 0.3  # share of the fullest line of pixels from which a line belongs to the box
CROSSED = 0.4  # share of a facing's or gap's box that another gap's box may hold
LEFT_OVER = 0.6  # share of a gap's width that must be left between its neighbours' boxes
SMALLEST, LEAST_PX = 0.006, 4  # narrower facings have no box: share of the picture's width, and pixels


class Mark(NamedTuple):
    """One facing or gap; ``wide`` in metres, ``taken`` the facings that stood in a gap."""

    wide: float
    gap: bool
    taken: int


class Edges(NamedTuple):
    """A box in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float


Line = tuple[Mark, Edges]


def seen_edges(canvas: Canvas, marks: NDArray[np.int32], number: int, least: float, line: float) -> Edges | None:
    """Return the visible extent of a mark, or None where less than the share ``least`` of its front can be seen."""
    span = canvas.spans.get(number)
    if span is None or not canvas.areas[number]:
        return None
    x0, y0, x1, y1 = span
    mine = marks[y0:y1, x0:x1] == number
    if int(mine.sum()) < least * canvas.areas[number]:
        return None
    across, down = mine.sum(axis=0), mine.sum(axis=1)
    columns = np.flatnonzero(across > line * across.max())
    lines = np.flatnonzero(down > line * down.max())
    if not len(columns) or not len(lines):
        return None
    return Edges(x0 + int(columns[0]), y0 + int(lines[0]), x0 + int(columns[-1]) + 1, y0 + int(lines[-1]) + 1)


def read_truth(
    canvas: Canvas, bays: tuple[Bay, ...], boards: list[list[tuple[int, int]]], openings: tuple[Opening, ...]
) -> tuple[tuple[DrawnBox, ...], tuple[RowTruth, ...]] | None:
    """Return the boxes and rows of a picture, or None where a planned gap cannot be seen well or no facing can."""
    found = np.asarray(canvas.marks, dtype=np.int32)
    gaps = {opening.mark: opening for opening in openings}
    rows: dict[tuple[int, int], list[Line]] = {}
    for bay, names in zip(bays, boards, strict=True):
        for row, board in zip(bay.rows, names, strict=True):
            for slot in row.slots:
                opening = gaps.get(slot.mark)
                if opening is not None:
                    edges = seen_edges(canvas, found, slot.mark, GAP_SEEN, GAP_EDGE)
                    if edges is None:
                        return None
                    wide = (opening.x1 - opening.x0) * _inside(canvas, opening)
                    mark = Mark(wide, gap=True, taken=opening.missing)
                    rows.setdefault(board, []).append((mark, edges))
                elif not slot.empty:
                    edges = seen_edges(canvas, found, slot.mark, SEEN, EDGE)
                    if edges is not None and edges.x1 - edges.x0 >= max(LEAST_PX, SMALLEST * canvas.lens.width):
                        rows.setdefault(board, []).append((Mark(slot.article.wide, gap=False, taken=0), edges))
    trimmed = [_apart(line) for line in rows.values()]
    lines = [line for line in trimmed if line is not None]
    facings = any(not mark.gap for line in lines for mark, _ in line)
    if not facings or len(lines) < len(trimmed) or _crossed([item for line in lines for item in line]):
        return None
    return _written(canvas, lines)


def _crossed(items: list[Line]) -> bool:
    """Tell whether a gap's box holds most of another box, as can be where a camera is turned or rolled."""
    corners = np.array([edges for _, edges in items], dtype=np.float64)
    gaps = np.array([mark.gap for mark, _ in items])
    low = np.maximum(corners[gaps][:, None, :2], corners[None, :, :2])
    high = np.minimum(corners[gaps][:, None, 2:], corners[None, :, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=2)
    sizes = np.prod(corners[:, 2:] - corners[:, :2], axis=1)
    return int(np.sum(shared > CROSSED * sizes[None, :])) > int(gaps.sum())


def _inside(canvas: Canvas, opening: Opening) -> float:
    """Return the share of a gap's width that lies in the picture; nobody counts what is cut off."""
    across = [x for x, _ in canvas.lens.outline(opening.outline())]
    left, right = min(across), max(across)
    return (min(right, canvas.lens.width) - max(left, 0.0)) / (right - left)


def _apart(line: list[Line]) -> list[Line] | None:
    """Move a gap's sides out of its neighbours' boxes; None where less than 60 % of its width is left."""
    line = sorted(line, key=lambda item: item[1].x0 + item[1].x1)
    for place, (mark, edges) in enumerate(line):
        if not mark.gap:
            continue
        left = max([edges.x0, *(other.x1 for _, other in line[max(0, place - 2) : place])])
        right = min([edges.x1, *(other.x0 for _, other in line[place + 1 : place + 3])])
        if right - left < LEFT_OVER * (edges.x1 - edges.x0):
            return None
        line[place] = (mark, edges._replace(x0=left, x1=right))
    return line


def _written(canvas: Canvas, lines: list[list[Line]]) -> tuple[tuple[DrawnBox, ...], tuple[RowTruth, ...]]:
    """Number the rows from the top and turn pixels into fractions."""
    width, height = canvas.lens.width, canvas.lens.height
    lines.sort(key=lambda line: float(np.median([edges.y0 + edges.y1 for _, edges in line])))
    boxes = tuple(
        DrawnBox(
            "gap" if mark.gap else "product",
            row,
            edges.x0 / width,
            edges.y0 / height,
            edges.x1 / width,
            edges.y1 / height,
        )
        for row, line in enumerate(lines)
        for mark, edges in line
    )
    widths = [mark.wide for line in lines for mark, _ in line if not mark.gap]
    return boxes, tuple(_counted([mark for mark, _ in line], median(widths)) for line in lines)


def _counted(marks: list[Mark], usual: float) -> RowTruth:
    """Count a row; one without a facing of its own is measured by the ``usual`` facing of the picture."""
    facings = [mark.wide for mark in marks if not mark.gap]
    gaps = [mark for mark in marks if mark.gap]
    wide = median(facings) if facings else usual
    return RowTruth(
        facings=len(facings),
        gaps=len(gaps),
        taken=sum(gap.taken for gap in gaps),
        missing=sum((max(1.0, gap.wide / wide) for gap in gaps), 0.0),
    )
