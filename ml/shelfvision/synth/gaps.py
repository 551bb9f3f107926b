"""Takes goods out of planned rows, so that exactly so many separate gaps can be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from shelfvision.synth.chance import chance, weighted
from shelfvision.synth.openings import Opening, clearly_seen
from shelfvision.synth.scene import FRONT, Bay, Row, Slot

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.canvas import Span
    from shelfvision.synth.lens import Lens

RUNS = {1: 0.38, 2: 0.27, 3: 0.14, 4: 0.1, 6: 0.07, 9: 0.04}  # facings in one gap, as weights
LONGEST = 1.2  # metres
HEADROOM = 0.25  # share of the free space over the neighbours that people count to a gap
BARE = 0.15  # share of boards, among those first tried, that are emptied wholly


class Shelves(NamedTuple):
    """Full shelves: their bays, the name of each row's board, and whether a whole board of a bay may be empty."""

    bays: tuple[Bay, ...]
    boards: list[list[tuple[int, int]]]
    bare: bool


Rows = dict[tuple[int, int], list[Slot]]


def take_out(
    rng: Generator, shelves: Shelves, lens: Lens, blocked: list[Span], gaps: int
) -> tuple[tuple[Bay, ...], tuple[Opening, ...]]:
    """Take out ``gaps`` runs of facings, at least one standing facing between two of a board.

    Raises:
        ValueError: if so many do not fit where they can be seen.
    """
    rows: Rows = {(b, r): list(row.slots) for b, bay in enumerate(shelves.bays) for r, row in enumerate(bay.rows)}
    starts = [(b, r, s) for (b, r), slots in rows.items() for s in range(len(slots))]
    order = [starts[int(index)] for index in rng.permutation(len(starts))]
    openings: list[Opening] = []
    for b, r, s in order:
        if len(openings) == gaps:
            break
        if shelves.bare and s == 0 and chance(rng, BARE):
            lengths = range(len(rows[b, r]), len(rows[b, r]) + 1)
        else:
            count = _run(rng, rows[b, r], s)
            lengths = range(count, min(count + 4, len(rows[b, r]) - s))
        for length in lengths:
            opening = _opening(shelves, rows, (b, r), s, length)
            if opening is None or not clearly_seen(opening, lens, blocked):
                continue
            _empty(rows[b, r], s, s + length)
            openings.append(opening)
            break
    if len(openings) < gaps:
        raise ValueError(f"{gaps} gaps do not fit: {gaps - len(openings)} are left over")
    emptied = tuple(
        replace(bay, rows=tuple(Row(row.tier, tuple(rows[b, r])) for r, row in enumerate(bay.rows)))
        for b, bay in enumerate(shelves.bays)
    )
    return emptied, tuple(openings)


def _empty(slots: list[Slot], start: int, end: int) -> None:
    """Take out facings; those beside stand at the front, so that it can be told where the gap ends."""
    for place in range(max(0, start - 1), min(len(slots), end + 1)):
        if start <= place < end:
            slots[place] = replace(slots[place], empty=True)
        else:
            slots[place] = replace(slots[place], back=min(slots[place].back, FRONT), leaning=0.0)


def _run(rng: Generator, slots: list[Slot], start: int) -> int:
    """Choose how many facings are missing from ``start`` on; often the rest of one article's group."""
    if chance(rng, 0.3):
        same = 1
        while start + same < len(slots) and slots[start + same].article is slots[start].article:
            same += 1
        return same
    return weighted(rng, RUNS)


def _opening(shelves: Shelves, rows: Rows, place: tuple[int, int], start: int, length: int) -> Opening | None:
    """Measure the gap that taking out ``length`` facings would leave, or None where that is not allowed."""
    b, r = place
    slots, tier = rows[place], shelves.bays[b].rows[r].tier
    end = start + length
    out = slots[start:end]
    before = slots[start - 1 : start] if start else _beside(shelves, rows, place, -1)
    after = slots[end : end + 1] if end < len(slots) else _beside(shelves, rows, place, 1)
    around = before + after
    whole = length == len(slots)
    if len(out) < length or any(slot.empty for slot in out + around) or not (around or whole):
        return None
    x0 = slots[start - 1].x1 if start else out[0].x0
    x1 = slots[end].x0 if end < len(slots) else out[-1].x1
    if x1 - x0 > LONGEST and length > 1 and not whole:
        return None
    tallest = min(tier.clear, max(slot.article.tall for slot in around or out))
    high = tallest if tier.open_top else tallest + HEADROOM * (tier.clear - tallest)
    side = max((slot.article.deep for slot in around), default=0.0)
    bottom = tier.floor
    if tier.hanging:
        bottom, high = tier.floor + tier.clear - tallest - 0.02, tallest
    return Opening(out[0].mark, b, r, x0, x1, bottom, bottom + high, length, side)


def _beside(shelves: Shelves, rows: Rows, place: tuple[int, int], side: int) -> list[Slot]:
    """Return the facing that follows on the same board in the bay beside (``side`` -1 left, 1 right), if any."""
    b, r = place
    other = b + side
    if not 0 <= other < len(shelves.bays) or r >= len(shelves.boards[other]):
        return []
    if shelves.boards[other][r] != shelves.boards[b][r]:
        return []
    return rows[other, r][:1] if side > 0 else rows[other, r][-1:]
