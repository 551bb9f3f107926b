"""Facings, gaps and availability of boxes that people drew: the model's own rule, without the model."""

from collections.abc import Sequence

import msgspec

from shelfvision.inference.availability import photo_availability, read_rows
from storewalk.shelves.detector import Box, Label, Row


class Figures(msgspec.Struct, frozen=True):
    """What boxes come to; availability is None where there is neither a facing nor a gap."""

    rows: list[Row]
    facings: int
    gaps: int
    availability: float | None


def figures_of(boxes: Sequence[Box]) -> Figures:
    """Measure boxes. A shelf of nothing but gaps is empty: a person says so, where a model only finds no facing."""
    is_gap = [box.label is Label.GAP for box in boxes]
    read = read_rows([(box.x0, box.y0, box.x1, box.y1) for box in boxes], is_gap)
    availability = photo_availability(read)
    gaps = sum(is_gap)
    if availability is None and gaps:
        availability = 0.0
    rows = [
        Row(y0=r.y0, y1=r.y1, facings=r.facings, gaps=r.gaps, missing=r.missing, availability=r.availability)
        for r in read
    ]
    return Figures(rows=rows, facings=len(boxes) - gaps, gaps=gaps, availability=availability)
