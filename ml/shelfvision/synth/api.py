"""Draws a shelf from a seed: the same seed and size always give the same picture and boxes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

import numpy as np

from shelfvision.synth.camera import photograph
from shelfvision.synth.furniture import draw_furniture, draw_tags
from shelfvision.synth.layout import Article, RowPlan, ShelfPlan, Slot, plan_shelf
from shelfvision.synth.packs import draw_pack

if TYPE_CHECKING:
    from numpy.random import Generator
    from PIL import Image


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
class DrawnShelf:
    """A drawn shelf with all that is true of it."""

    image: Image.Image
    boxes: tuple[DrawnBox, ...]
    rows: int


def draw_shelf(seed: int, width: int = 1280, height: int = 960, gaps: int = 0) -> DrawnShelf:
    """Draw a shelf of ``width`` by ``height`` pixels with exactly ``gaps`` empty places and full shelves otherwise.

    Raises:
        ValueError: if so many separate gaps do not fit into the rows that the seed gives.
    """
    rng = np.random.default_rng([seed, width, height, gaps])
    plan = plan_shelf(rng, width, height, gaps)
    image = draw_furniture(rng, plan)
    for row in plan.rows:
        _stand(rng, image, row)
    draw_tags(rng, image, plan)
    boxes = tuple(box for index, row in enumerate(plan.rows) for box in _boxes(plan, index, row))
    return DrawnShelf(photograph(rng, image), boxes, len(plan.rows))


def _stand(rng: Generator, image: Image.Image, row: RowPlan) -> None:
    """Stand every facing of the row that is there on its board."""
    sprites: dict[tuple[Article, int, int], Image.Image] = {}
    for slot in row.slots:
        if slot.empty:
            continue
        size = (round(slot.x1) - round(slot.x0), round(row.floor) - round(slot.top))
        key = (slot.article, *size)
        if key not in sprites:
            sprites[key] = draw_pack(slot.article, *size)
        sprite = sprites[key]
        lift = int(rng.integers(0, max(1, round(0.012 * size[1])) + 1))
        image.paste(sprite, (round(slot.x0), round(slot.top) - lift), sprite)


def _boxes(plan: ShelfPlan, index: int, row: RowPlan) -> list[DrawnBox]:
    """List a row's boxes: one for each facing that stands, one for each run of empty places."""
    boxes: list[DrawnBox] = []
    for empty, run in groupby(row.slots, key=lambda slot: slot.empty):
        slots = list(run)
        if empty:
            boxes.append(_box(plan, index, row, slots))
        else:
            boxes.extend(_box(plan, index, row, [slot]) for slot in slots)
    return boxes


def _box(plan: ShelfPlan, index: int, row: RowPlan, slots: list[Slot]) -> DrawnBox:
    """Wrap neighbouring slots of one row into one box."""
    return DrawnBox(
        label="gap" if slots[0].empty else "product",
        row=index,
        x0=slots[0].x0 / plan.width,
        y0=min(slot.top for slot in slots) / plan.height,
        x1=slots[-1].x1 / plan.width,
        y1=row.floor / plan.height,
    )
