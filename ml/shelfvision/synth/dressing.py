"""What dresses a shelf: trays that goods are delivered in, wire fences, lamps below boards and headers above."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.fixtures import Fixture
from shelfvision.synth.lens import Plane
from shelfvision.synth.lettering import Field, characters, lay, word
from shelfvision.synth.palette import brand_colour, brand_name, ink_on, mixed, shaded
from shelfvision.synth.scene import FRONT, Row, Slot

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.canvas import Canvas
    from shelfvision.synth.fixtures import Style
    from shelfvision.synth.palette import Colour
    from shelfvision.synth.scene import Bay

CARDBOARD: Colour = (176, 136, 92)
TRAYS, FENCES, LAMPS, HEADERS = 0.22, 0.12, 0.35, 0.6  # shares of groups, of runs, of dark runs, of runs
DEEP_IN = 0.03  # metres; what is pushed in farther has no tray before it
FENCE_HIGH = 0.055  # metres


def draw_trays(rng: Generator, canvas: Canvas, row: Row) -> None:
    """Draw trays before some groups; the facings' boxes go on to the board, as people label them."""
    if row.tier.hanging:
        return
    for article, run in groupby(row.slots, key=lambda slot: None if slot.empty else slot.article):
        group: list[Slot] = list(run)
        if article is None or not chance(rng, TRAYS) or any(slot.back > DEEP_IN for slot in group):
            continue
        high = article.tall / article.stacked * between(rng, 0.1, 0.3)
        colour = CARDBOARD if chance(rng, 0.4) else pick(rng, (article.colour, article.accent))
        wide = group[-1].x1 - group[0].x0
        tray = _tray(article.name, colour, wide / high)
        plane = Plane((group[0].x0, row.tier.floor + high, FRONT - 0.006), (wide, 0, 0), (0, -high, 0))
        canvas.face(tray, plane, None)


def _tray(name: str, colour: Colour, aspect: float) -> Image.Image:
    """Draw a tray's front with the brand printed on it."""
    high = 32
    wide = max(8, min(900, round(high * aspect)))
    tray = Image.new("RGBA", (wide, high), (*colour, 255))
    pen = ImageDraw.Draw(tray)
    pen.rectangle((0, 0, wide, 2), fill=(*shaded(colour, 1.2), 255))
    for left in range(0, wide, 140):
        lay(tray, word(name, 1), Field(left + 10, 7, min(wide, left + 130), 27), mixed(ink_on(colour), colour, 0.2))
    return tray


def draw_fence(canvas: Canvas, bay: Bay, row: Row) -> None:
    """Draw a low fence of wire along a board's edge; goods and gaps are seen through it."""
    wide = bay.right - bay.left
    wires = np.zeros((40, max(8, round(wide * 400)), 4), dtype=np.uint8)
    wires[:, :, :3] = (206, 208, 210)
    wires[1:4, :, 3] = wires[20:22, :, 3] = 255
    wires[:, ::14, 3] = wires[:, 1::14, 3] = 255
    plane = Plane((bay.left, row.tier.floor + FENCE_HIGH, -0.002), (wide, 0, 0), (0, -FENCE_HIGH, 0))
    canvas.face(Image.fromarray(wires), plane, None)


def fenced(rng: Generator, style: Style) -> bool:
    """Tell whether a run has fences."""
    return style.fixture is not Fixture.PEGS and chance(rng, FENCES)


def lit(rng: Generator, style: Style) -> bool:
    """Tell whether lamps hang below a run's boards."""
    return style.fixture in {Fixture.CHILLER, Fixture.FRIDGE, Fixture.KIOSK} and chance(rng, LAMPS)


def draw_lamp(canvas: Canvas, bay: Bay, row: Row) -> None:
    """Draw the lamp below the board above a row."""
    y = row.tier.floor + row.tier.clear
    edge = [(bay.left, y, 0.015), (bay.right, y, 0.015), (bay.right, y - 0.012, 0.015), (bay.left, y - 0.012, 0.015)]
    canvas.flat(edge, (255, 255, 250))


def draw_header(rng: Generator, canvas: Canvas, bay: Bay, top: float) -> None:
    """Draw the board above a run that tells what is sold there."""
    paper = shaded(brand_colour(rng), 0.9)
    sheet = Image.new("RGBA", (420, 90), (*paper, 255))
    ink = ink_on(paper)
    name = Field(60, 20, 360, 70)
    if chance(rng, 0.5):
        lay(sheet, characters(int(rng.integers(400)), int(rng.integers(2, 5)), 1), Field(30, 10, 390, 58), ink)
        name = Field(120, 63, 300, 86)
    lay(sheet, word(brand_name(rng)), name, ink)
    high = between(rng, 0.12, 0.3)
    canvas.face(sheet, Plane((bay.left, top + high, 0.0), (bay.right - bay.left, 0, 0), (0, -high, 0)))
