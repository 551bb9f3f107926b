"""Printed words: Latin in Pillow's built-in font, and made-up characters of strokes in the manner of Chinese.

No font of the system is used, so that a seed draws the same letters on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from shelfvision.synth.chance import pick

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.palette import Colour

TYPE_PX = 36
CELL_PX = 36


RADICALS: tuple[tuple[tuple[float, float, float, float], ...], ...] = (
    ((0, 0.1, 1, 0.1), (0, 0.1, 0, 0.9), (1, 0.1, 1, 0.9), (0, 0.9, 1, 0.9)),
    ((0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1), (0, 1, 1, 1), (0, 0.5, 1, 0.5)),
    ((0, 0.05, 1, 0.05), (0.1, 0.5, 0.9, 0.5), (0, 0.95, 1, 0.95), (0.5, 0.05, 0.5, 0.95)),
    ((0, 0.3, 1, 0.3), (0.5, 0, 0.5, 1), (0.5, 0.3, 0, 0.9), (0.5, 0.3, 1, 0.9)),
    ((0.5, 0, 0.5, 0.3), (0.5, 0.3, 0, 1), (0.5, 0.3, 1, 1)),
    ((0.2, 0, 0.5, 0.15), (0, 0.35, 0.4, 0.5), (0.1, 1, 0.5, 0.65)),
    ((0, 0.2, 1, 0.2), (0.3, 0, 0.3, 0.4), (0.7, 0, 0.7, 0.4), (0, 0.6, 1, 0.6), (0.5, 0.6, 0.5, 1)),
    ((0, 0, 1, 0), (0.5, 0, 0.2, 1), (0.2, 0.45, 1, 0.45), (0.8, 0.45, 0.7, 1)),
    ((0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1), (0, 1, 1, 1), (0, 0.5, 1, 0.5), (0.5, 0, 0.5, 1)),
    ((0.5, 0, 0.5, 0.8), (0.2, 0.3, 0, 0.7), (0.8, 0.3, 1, 0.7), (0.5, 0.8, 0.3, 0.7)),
    ((0.4, 0, 0.1, 0.6), (0.1, 0.6, 0.8, 1), (0.8, 0, 0.4, 0.9), (0, 0.35, 1, 0.35)),
)
"""Made-up parts of characters: strokes from and to, as shares of the part's width and height."""


class Field(NamedTuple):
    """A rectangle in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float


@lru_cache(maxsize=4)
def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's built-in font at the size from which all words are scaled."""
    return ImageFont.load_default(TYPE_PX)


@lru_cache(maxsize=2048)
def word(text: str, bold: int = 0) -> Image.Image:
    """Return the mask of a word, ``bold`` pixels heavier than the font."""
    font = _font()
    x0, y0, x1, y1 = font.getbbox(text)
    mask = Image.new("L", (max(1, round(x1 - x0)) + 2 * bold + 2, max(1, round(y1 - y0)) + 2 * bold + 2), 0)
    pen = ImageDraw.Draw(mask)
    pen.text((bold + 1 - x0, bold + 1 - y0), text, fill=255, font=font, stroke_width=bold, stroke_fill=255)
    return mask


@lru_cache(maxsize=1024)
def characters(seed: int, count: int, bold: int = 0) -> Image.Image:
    """Return the mask of ``count`` made-up characters, each of one to three parts beside or above each other."""
    mask = Image.new("L", (count * CELL_PX, CELL_PX), 0)
    pen = ImageDraw.Draw(mask)
    rng = np.random.default_rng([seed, count])
    for place in range(count):
        cell = Field(place * CELL_PX + 2, 2, (place + 1) * CELL_PX - 2, CELL_PX - 2)
        for part in _parts(rng, cell):
            for x0, y0, x1, y1 in pick(rng, RADICALS):
                start = (part.x0 + x0 * (part.x1 - part.x0), part.y0 + y0 * (part.y1 - part.y0))
                end = (part.x0 + x1 * (part.x1 - part.x0), part.y0 + y1 * (part.y1 - part.y0))
                pen.line((start, end), fill=255, width=2 + bold)
    return mask


def _parts(rng: Generator, cell: Field) -> list[Field]:
    """Divide a character's square for its parts."""
    x0, y0, x1, y1 = cell
    split = float(rng.uniform(0.32, 0.55))
    x, y = x0 + split * (x1 - x0), y0 + split * (y1 - y0)
    left, right = Field(x0, y0, x - 1, y1), Field(x + 1, y0, x1, y1)
    upper, lower = Field(x0, y0, x1, y - 1), Field(x0, y + 1, x1, y1)
    return pick(
        rng,
        ([cell], [left, right], [left, right], [upper, lower], [left, right._replace(y1=y), right._replace(y0=y + 2)]),
    )


def lay(art: Image.Image, mask: Image.Image, field: Field, ink: Colour) -> None:
    """Print a mask as large as fits into the field, in its middle."""
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    factor = min(wide / mask.width, high / mask.height)
    size = (round(mask.width * factor), round(mask.height * factor))
    if min(size) < 1:
        return
    place = (round((field.x0 + field.x1 - size[0]) / 2), round((field.y0 + field.y1 - size[1]) / 2))
    art.paste(ink, (*place, place[0] + size[0], place[1] + size[1]), mask.resize(size, Image.Resampling.BOX))
