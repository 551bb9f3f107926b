"""On-shelf availability: how many of a shelf's places hold a facing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.result import ShelfRow
from shelfvision.inference.rows import cluster_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray


def missing_facings(gap_widths: NDArray[np.float32], facing_width: float) -> float:
    """Return how many facings fit into gaps of these widths (n,), each gap counting for one at least.

    Gap width over the median facing width, as in share-of-shelf audits; widths and facing width in one unit.
    """
    if gap_widths.size == 0:
        return 0.0
    return float(np.maximum(gap_widths / facing_width, 1.0).sum())


def read_rows(boxes: NDArray[np.float32], is_gap: NDArray[np.bool_]) -> tuple[ShelfRow, ...]:
    """Read rows from boxes (n, 4: fractions) and whether each is a gap (n,), from the top of the photo down.

    A row with no facing of its own is measured by the photo's median facing width, and left out where there is none.
    """
    widths = boxes[:, 2] - boxes[:, 0]
    if is_gap.all():
        return ()
    photo_width = float(np.median(widths[~is_gap]))
    rows: list[ShelfRow] = []
    for row in cluster_rows(boxes):
        gaps = is_gap[row]
        facings = int((~gaps).sum())
        facing_width = float(np.median(widths[row][~gaps])) if facings else photo_width
        missing = missing_facings(widths[row][gaps], facing_width)
        rows.append(
            ShelfRow(
                y0=float(boxes[row, 1].min()),
                y1=float(boxes[row, 3].max()),
                facings=facings,
                gaps=int(gaps.sum()),
                missing=missing,
                availability=facings / (facings + missing),
            )
        )
    return tuple(rows)


def photo_availability(rows: tuple[ShelfRow, ...]) -> float | None:
    """Return standing facings over all places of the photo's rows (0 to 1), or None without a facing."""
    facings = sum(row.facings for row in rows)
    if facings == 0:
        return None
    return facings / (facings + sum(row.missing for row in rows))
