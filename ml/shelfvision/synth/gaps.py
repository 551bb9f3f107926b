"""Takes goods out of planned rows, so that exactly so many separate gaps can be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shelfvision.synth.chance import chance, weighted
from shelfvision.synth.scene import Bay, Row, Slot

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.canvas import Span
    from shelfvision.synth.lens import Lens, Point

RUNS = {1: 0.46, 2: 0.24, 3: 0.12, 4: 0.08, 6: 0.06, 9: 0.04}  # facings in one gap, as weights
LONGEST = 1.2  # metres
NARROWEST, LOWEST = 0.026, 0.03  # shares of the picture's width and height
LEAST_PX = 9.0
HEADROOM = 0.35  # share of the free space over the neighbours that people count to a gap
IN_THE_WAY = 0.12  # share of a gap's box that something before it may cover


@dataclass(frozen=True, slots=True)
class Opening:
    """A gap as planned: its mark, its row's place, and the metres from ``x0`` to ``x1`` and up to ``top``."""

    mark: int
    bay: int
    row: int
    x0: float
    x1: float
    bottom: float
    top: float
    missing: int

    def outline(self) -> list[Point]:
        """Return the opening's corners in the plane of the boards' front edges."""
        return opening_outline(self.x0, self.x1, self.bottom, self.top)


def opening_outline(x0: float, x1: float, bottom: float, top: float) -> list[Point]:
    """Return an opening's corners in the plane of the boards' front edges, clockwise from the upper left."""
    return [(x0, top, 0.0), (x1, top, 0.0), (x1, bottom, 0.0), (x0, bottom, 0.0)]


def take_out(
    rng: Generator, bays: tuple[Bay, ...], lens: Lens, blocked: list[Span], gaps: int
) -> tuple[tuple[Bay, ...], tuple[Opening, ...]]:
    """Take out ``gaps`` runs of facings, at least one standing facing between two of a row.

    Raises:
        ValueError: if so many do not fit where they can be seen.
    """
    rows = {(b, r): list(row.slots) for b, bay in enumerate(bays) for r, row in enumerate(bay.rows)}
    starts = [(b, r, s) for (b, r), slots in rows.items() for s in range(len(slots))]
    order = [starts[int(index)] for index in rng.permutation(len(starts))]
    openings: list[Opening] = []
    for b, r, s in order:
        if len(openings) == gaps:
            break
        row = bays[b].rows[r]
        count = _run(rng, rows[b, r], s)
        for length in range(count, min(count + 4, len(rows[b, r]) - s)):
            opening = _opening(rows[b, r], row, (b, r), s, length)
            if opening is None or not _seen(opening, lens, blocked):
                continue
            rows[b, r][s : s + length] = [replace(slot, empty=True) for slot in rows[b, r][s : s + length]]
            openings.append(opening)
            break
    if len(openings) < gaps:
        raise ValueError(f"{gaps} gaps do not fit: {gaps - len(openings)} are left over")
    emptied = tuple(
        replace(bay, rows=tuple(Row(row.tier, tuple(rows[b, r])) for r, row in enumerate(bay.rows)))
        for b, bay in enumerate(bays)
    )
    return emptied, tuple(openings)


def _run(rng: Generator, slots: list[Slot], start: int) -> int:
    """Choose how many facings are missing from ``start`` on; often the rest of one article's group."""
    if chance(rng, 0.3):
        same = 1
        while start + same < len(slots) and slots[start + same].article is slots[start].article:
            same += 1
        return same
    return weighted(rng, RUNS)


def _opening(slots: list[Slot], row: Row, place: tuple[int, int], start: int, length: int) -> Opening | None:
    """Measure the gap that taking out ``length`` facings would leave, or None where that is not allowed."""
    out = slots[start : start + length]
    around = slots[max(0, start - 1) : start] + slots[start + length : start + length + 1]
    if len(out) < length or not around or any(slot.empty for slot in out + around):
        return None
    x0 = slots[start - 1].x1 if start else out[0].x0
    x1 = slots[start + length].x0 if start + length < len(slots) else out[-1].x1
    if x1 - x0 > LONGEST and length > 1:
        return None
    tier = row.tier
    tallest = min(tier.clear, max(slot.article.tall for slot in around))
    high = tallest if tier.open_top else tallest + HEADROOM * (tier.clear - tallest)
    bottom = tier.floor
    if tier.hanging:
        bottom, high = tier.floor + tier.clear - tallest - 0.02, tallest
    return Opening(out[0].mark, *place, x0, x1, bottom, bottom + high, length)


def _seen(opening: Opening, lens: Lens, blocked: list[Span]) -> bool:
    """Tell whether a gap is large enough in the picture, wholly in it, and not behind anything."""
    outline = lens.outline(opening.outline())
    if len(outline) != 4:  # noqa: PLR2004
        return False
    x0, x1 = min(x for x, _ in outline), max(x for x, _ in outline)
    y0, y1 = min(y for _, y in outline), max(y for _, y in outline)
    inside = -0.01 * lens.width <= x0 and x1 <= 1.01 * lens.width and -0.05 * lens.height <= y0 and y1 <= lens.height
    if not inside or x1 - x0 < max(LEAST_PX, NARROWEST * lens.width) or y1 - y0 < max(LEAST_PX, LOWEST * lens.height):
        return False
    hidden = sum(
        max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, low) - max(y0, high))
        for left, high, right, low in blocked
    )
    return hidden <= IN_THE_WAY * (x1 - x0) * (y1 - y0)
