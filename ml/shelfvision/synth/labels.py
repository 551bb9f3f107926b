"""What is told of a drawn picture: boxes, price tags, and what is true of each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A labelled box; ``x0, y0, x1, y1`` are fractions of the picture's size, ``row`` counts from the top."""

    label: Literal["product", "gap"]
    row: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class DrawnTag:
    """A price tag that can be seen; the corners are fractions of the picture's size."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class RowTruth:
    """What is true of one row: labelled facings, gaps, and facings taken out of the gaps.

    ``missing`` is what an audit counts: each gap's width over the row's median facing (both in metres, before any
    perspective), one at least for each gap; ``taken`` is how many facings stood there.
    """

    facings: int
    gaps: int
    taken: int
    missing: float

    @property
    def availability(self) -> float:
        """Standing facings over all places of the row, 0 to 1."""
        return self.facings / (self.facings + self.missing)
