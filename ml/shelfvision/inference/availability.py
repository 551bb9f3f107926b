"""On-shelf availability: how many of a shelf's places hold a facing. Plain Python, as ``rows``."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from shelfvision.inference.result import ShelfRow
from shelfvision.inference.rows import Corners, cluster_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def missing_facings(gap_widths: Iterable[float], facing_width: float) -> float:
    """Return how many facings fit into gaps of these widths, each gap counting for one at least.

    Gap width over the median facing width, as in share-of-shelf audits; widths and facing width in one unit.
    """
    return sum((max(width / facing_width, 1.0) for width in gap_widths), 0.0)


def read_rows(boxes: Sequence[Corners], is_gap: Sequence[bool]) -> tuple[ShelfRow, ...]:
    """Read rows from boxes (fractions of the photo) and whether each is a gap, from the top of the photo down.

    A row with no facing of its own is measured by the photo's median facing width, and left out where there is none.
    """
    widths = [box[2] - box[0] for box in boxes]
    if all(is_gap):
        return ()
    photo_width = median(width for width, gap in zip(widths, is_gap, strict=True) if not gap)
    rows: list[ShelfRow] = []
    for row in cluster_rows(boxes):
        standing = [widths[i] for i in row if not is_gap[i]]
        empty = [widths[i] for i in row if is_gap[i]]
        missing = missing_facings(empty, median(standing) if standing else photo_width)
        rows.append(
            ShelfRow(
                y0=min(boxes[i][1] for i in row),
                y1=max(boxes[i][3] for i in row),
                facings=len(standing),
                gaps=len(empty),
                missing=missing,
                availability=len(standing) / (len(standing) + missing),
            )
        )
    return tuple(rows)


def photo_availability(rows: tuple[ShelfRow, ...]) -> float | None:
    """Return standing facings over all places of the photo's rows (0 to 1), or None without a facing."""
    facings = sum(row.facings for row in rows)
    if facings == 0:
        return None
    return facings / (facings + sum(row.missing for row in rows))
