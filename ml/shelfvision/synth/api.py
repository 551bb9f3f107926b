"""Draws a shelf from a seed: the same seed, size, gaps and look always give the same picture and boxes."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.synth.camera import photograph
from shelfvision.synth.labels import DrawnBox, DrawnTag, RowTruth
from shelfvision.synth.looks import PATIENCE, PLAIN, Fixture, ShelfLook, View, Wear, look_of
from shelfvision.synth.picture import draw_scene
from shelfvision.synth.plan import plan_scene
from shelfvision.synth.truth import read_truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

__all__ = [
    "PLAIN", "DrawnBox", "DrawnShelf", "DrawnTag", "Fixture", "Order", "RowTruth", "ShelfLook", "View", "Wear",
    "draw_many", "draw_shelf", "look_of",
]  # fmt: skip

SIDES = (240, 6000)  # pixels
SCENES = (640, 1800)  # pixels; other photos are drawn so large and resized before noise and JPEG artefacts
ATTEMPTS = 5 * PATIENCE


@dataclass(frozen=True, slots=True)
class DrawnShelf:
    """A drawn shelf with all that is true of it; ``shelf_rows`` are its rows from the top down."""

    image: Image.Image
    boxes: tuple[DrawnBox, ...]
    shelf_rows: tuple[RowTruth, ...]
    tags: tuple[DrawnTag, ...]
    look: ShelfLook

    @property
    def rows(self) -> int:
        """The number of rows that hold a labelled facing or gap."""
        return len(self.shelf_rows)

    @property
    def availability(self) -> float:
        """Standing facings over all places, 0 to 1."""
        facings = sum(row.facings for row in self.shelf_rows)
        return facings / (facings + sum(row.missing for row in self.shelf_rows))


class Order(NamedTuple):
    """What ``draw_shelf`` is to draw; without a look, the seed gives one."""

    seed: int
    width: int = 640
    height: int = 640
    gaps: int = 0
    look: ShelfLook | None = None


def draw_shelf(seed: int, width: int = 1280, height: int = 960, gaps: int = 0, look: ShelfLook = PLAIN) -> DrawnShelf:
    """Draw a shelf of ``width`` by ``height`` pixels with exactly ``gaps`` empty places and full shelves otherwise.

    Raises:
        ValueError: if a number is out of range, or so many separate gaps do not fit where they can be seen.
    """
    _check(width, height, gaps)
    side = max(width, height)
    factor = min(max(side, SCENES[0]), SCENES[1]) / side
    size = (round(width * factor), round(height * factor))
    reason = ""
    for attempt in range(ATTEMPTS):
        rng = np.random.default_rng([seed, width, height, gaps, attempt])
        tamed = look.tamer(attempt)
        try:
            scene = plan_scene(rng, tamed, size, gaps)
        except ValueError as refusal:
            reason = str(refusal)
            continue
        canvas, tags = draw_scene(rng, scene)
        truth = read_truth(canvas, scene.bays, scene.boards, scene.openings)
        if truth is None:
            continue
        image = photograph(rng, canvas.image, (width, height), tamed.wear)
        shares = tuple(DrawnTag(t.x0 / size[0], t.y0 / size[1], t.x1 / size[0], t.y1 / size[1]) for t in tags)
        return DrawnShelf(image, *truth, shares, tamed)
    raise ValueError(reason or f"{gaps} gaps do not fit: none was seen well")


def draw_many(orders: list[Order], processes: int = 1) -> Iterator[DrawnShelf]:
    """Draw many shelves, in the order given, over so many processes.

    Raises:
        ValueError: if ``processes`` is under 1, or an order cannot be drawn.
    """
    if processes < 1:
        raise ValueError(f"processes is {processes}; give 1 or more")
    if processes == 1:
        yield from map(_draw, orders)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_draw, orders, chunksize=4)


def _draw(order: Order) -> DrawnShelf:
    """Draw one order."""
    look = look_of(order.seed) if order.look is None else order.look
    return draw_shelf(order.seed, order.width, order.height, order.gaps, look)


def _check(width: int, height: int, gaps: int) -> None:
    """Refuse numbers that cannot be drawn."""
    least, most = SIDES
    if not (least <= width <= most and least <= height <= most):
        raise ValueError(f"{width} by {height} pixels cannot be drawn; give {least} to {most} for each side")
    if gaps < 0:
        raise ValueError(f"{gaps} gaps cannot be drawn; give 0 or more")
