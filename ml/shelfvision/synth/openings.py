"""An opening that a gap leaves, and whether it can be seen well enough to be labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shelfvision.synth.canvas import area

if TYPE_CHECKING:
    from shelfvision.synth.canvas import Span
    from shelfvision.synth.lens import Lens, Point

NARROWEST, LOWEST = 0.026, 0.03  # shares of the picture's width and height
LEAST_PX = 9.0
UPRIGHT = 0.6  # least share of its box that a gap fills; a long one seen aslant would hold other rows' goods
SLIMMEST = 0.26  # width over height of a gap's box; in labelled photos 5 % of gaps are under 0.31
CUT_OFF = 0.6  # least share of a gap's width and height inside the picture
BEHIND_A_SIDE = 0.7  # share of a gap's width that the side of the pack beside it may hide
IN_THE_WAY = 0.12  # share of a gap's box that something before it may cover


@dataclass(frozen=True, slots=True)
class Opening:
    """A gap as planned: its mark, its row's place, and the metres from ``x0`` to ``x1`` and up to ``top``.

    ``missing`` facings were taken out; ``side`` is how deep the packs beside are, in metres.
    """

    mark: int
    bay: int
    row: int
    x0: float
    x1: float
    bottom: float
    top: float
    missing: int
    side: float

    def outline(self) -> list[Point]:
        """Return the opening's corners in the plane of the boards' front edges, clockwise from the upper left."""
        (x0, x1), (low, high) = (self.x0, self.x1), (self.bottom, self.top)
        return [(x0, high, 0.0), (x1, high, 0.0), (x1, low, 0.0), (x0, low, 0.0)]


def clearly_seen(opening: Opening, lens: Lens, blocked: list[Span]) -> bool:
    """Tell whether a gap is large enough in the picture, mostly in it, upright, and not behind anything."""
    outline = lens.outline(opening.outline())
    if len(outline) != 4:
        return False
    x0, x1 = min(x for x, _ in outline), max(x for x, _ in outline)
    y0, y1 = min(y for _, y in outline), max(y for _, y in outline)
    wide, high = min(x1, lens.width) - max(x0, 0.0), min(y1, lens.height) - max(y0, 0.0)
    aslant = abs((opening.x0 + opening.x1) / 2 - lens.eye[0]) / max(0.1, -lens.eye[2])
    return (
        wide >= max(LEAST_PX, NARROWEST * lens.width, CUT_OFF * (x1 - x0))
        and high >= max(LEAST_PX, LOWEST * lens.height, CUT_OFF * (y1 - y0))
        and x1 - x0 >= SLIMMEST * (y1 - y0)
        and area(outline) >= UPRIGHT * (x1 - x0) * (y1 - y0)
        and aslant * opening.side <= BEHIND_A_SIDE * (opening.x1 - opening.x0)
        and _hidden((x0, y0, x1, y1), blocked) <= IN_THE_WAY
    )


def _hidden(box: tuple[float, float, float, float], blocked: list[Span]) -> float:
    """Return the share of a box that what stands before the shelf can cover."""
    x0, y0, x1, y1 = box
    covered = sum(
        max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, low) - max(y0, high))
        for left, high, right, low in blocked
    )
    return covered / ((x1 - x0) * (y1 - y0))
