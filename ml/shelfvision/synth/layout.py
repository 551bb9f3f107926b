"""Plans a shelf before anything is drawn: rows, facings and gaps, in pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shelfvision.synth.palette import PACK_SIZES, STYLES, Colour, ShelfStyle, brand_colour, brand_name

if TYPE_CHECKING:
    from numpy.random import Generator

MIN_FACING_PX = 9
MAX_RUN = 3


class PackKind(StrEnum):
    """The shapes of packaging that can stand on a drawn shelf."""

    BOX = "box"
    BOTTLE = "bottle"
    CAN = "can"
    BAG = "bag"
    JAR = "jar"
    CARTON = "carton"


ASPECTS = {
    PackKind.BOX: (0.5, 0.95),
    PackKind.BOTTLE: (0.28, 0.42),
    PackKind.CAN: (0.5, 0.68),
    PackKind.BAG: (0.6, 0.85),
    PackKind.JAR: (0.55, 0.8),
    PackKind.CARTON: (0.38, 0.55),
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article on the shelf: every facing of it looks the same."""

    kind: PackKind
    colour: Colour
    accent: Colour
    name: str
    size: str
    look: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One facing's place in pixels; ``empty`` once the article has sold out there."""

    x0: float
    x1: float
    top: float
    article: Article
    empty: bool = False


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One shelf board: the clear space from ``top`` down to ``floor``, and a strip of ``strip`` pixels below it."""

    top: float
    floor: float
    strip: float
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class ShelfPlan:
    """A whole photo of a shelf, in pixels."""

    width: int
    height: int
    left: float
    right: float
    style: ShelfStyle
    rows: tuple[RowPlan, ...]


def plan_shelf(rng: Generator, width: int, height: int, gaps: int) -> ShelfPlan:
    """Plan a shelf of ``width`` by ``height`` pixels with exactly ``gaps`` separate gaps.

    Raises:
        ValueError: if so many separate gaps do not fit.
    """
    style = STYLES[int(rng.integers(len(STYLES)))]
    margin = width * float(rng.choice([0.0, 0.0, 0.03, 0.06]))
    left, right = margin, width - margin
    top = height * float(rng.choice([0.0, 0.02, 0.08]))
    bottom = height * float(rng.choice([1.0, 0.98, 0.93]))
    count = int(rng.integers(3, 7)) if height >= 0.7 * width else int(rng.integers(2, 5))
    pitches = rng.uniform(0.85, 1.2, count)
    pitches *= (bottom - top) / pitches.sum()
    rows: list[RowPlan] = []
    edge = top
    for pitch in pitches.tolist():
        strip = pitch * float(rng.uniform(0.1, 0.15))
        floor = edge + pitch - strip
        rows.append(RowPlan(edge, floor, strip, _filled(rng, left, right, edge, floor)))
        edge += pitch
    return ShelfPlan(width, height, left, right, style, tuple(_emptied(rng, rows, gaps)))


def _article(rng: Generator) -> Article:
    """Invent an article."""
    kinds = tuple(PackKind)
    return Article(
        kind=kinds[int(rng.integers(len(kinds)))],
        colour=brand_colour(rng),
        accent=brand_colour(rng),
        name=brand_name(rng),
        size=PACK_SIZES[int(rng.integers(len(PACK_SIZES)))],
        look=int(rng.integers(1 << 16)),
    )


def _filled(rng: Generator, left: float, right: float, top: float, floor: float) -> tuple[Slot, ...]:
    """Fill one row from left to right with articles of one to six facings each, with no gap."""
    slots: list[Slot] = []
    clear = floor - top
    x = left + float(rng.uniform(0.0, 0.003)) * (right - left)
    while True:
        article = _article(rng)
        tall = clear * float(rng.uniform(0.62, 0.9))
        wide = max(MIN_FACING_PX, tall * float(rng.uniform(*ASPECTS[article.kind])))
        space = wide * float(rng.uniform(0.0, 0.06))
        for _ in range(int(rng.integers(1, 7))):
            if x + wide > right:
                return _stretched(slots, left, right)
            slots.append(Slot(x, x + wide, floor - tall, article))
            x += wide + space


def _stretched(slots: list[Slot], left: float, right: float) -> tuple[Slot, ...]:
    """Spread the slots over the row's whole width, so that no unlabelled empty place is left at its end."""
    if not slots:
        return ()
    factor = (right - left) / (slots[-1].x1 - left)
    return tuple(replace(s, x0=left + (s.x0 - left) * factor, x1=left + (s.x1 - left) * factor) for s in slots)


def _emptied(rng: Generator, rows: list[RowPlan], gaps: int) -> list[RowPlan]:
    """Take out ``gaps`` runs of one to three facings, at least one standing facing between two of a row."""
    slots = [list(row.slots) for row in rows]
    for left_to_place in range(gaps, 0, -1):
        starts = [(r, s) for r, row in enumerate(slots) for s in range(len(row)) if _free(row, s, 1)]
        if not starts:
            message = f"{gaps} gaps do not fit: {left_to_place} are left over"
            raise ValueError(message)
        r, s = starts[int(rng.integers(len(starts)))]
        longest = max(n for n in range(1, MAX_RUN + 1) if _free(slots[r], s, n))
        run = int(rng.integers(1, longest + 1)) if len(starts) > 2 * left_to_place * MAX_RUN else 1
        for index in range(s, s + run):
            slots[r][index] = replace(slots[r][index], empty=True)
    return [replace(row, slots=tuple(filled)) for row, filled in zip(rows, slots, strict=True)]


def _free(row: list[Slot], start: int, run: int) -> bool:
    """Whether ``run`` facings can be taken out at ``start`` without touching another gap or clearing the row."""
    if start + run > len(row) or run == len(row):
        return False
    return not any(slot.empty for slot in row[max(0, start - 1) : start + run + 1])
