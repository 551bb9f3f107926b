"""Printed words: Latin in Pillow's built-in font, and made-up characters of strokes in the manner of Chinese.

No font of the system is used, so that a seed draws the same letters on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from shelfvision.synth.chance import chance

if TYPE_CHECKING:
    from shelfvision.synth.palette import Colour

TYPE_PX = 36
CELL_PX = 36


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
    """Return the mask of ``count`` made-up characters, each of two parts of level, upright and slanting strokes."""
    mask = Image.new("L", (count * CELL_PX, CELL_PX), 0)
    pen = ImageDraw.Draw(mask)
    rng = np.random.default_rng([seed, count])
    for place in range(count):
        left = place * CELL_PX
        split = float(rng.uniform(0.3, 0.5)) if chance(rng, 0.6) else 0.0
        parts = ((0.06, split - 0.03), (split + 0.03, 0.94)) if split else ((0.08, 0.92),)
        for x0, x1 in parts:
            for y in np.linspace(0.1, 0.9, int(rng.integers(2, 5))).tolist():
                line = (left + x0 * CELL_PX, y * CELL_PX, left + x1 * CELL_PX, y * CELL_PX)
                pen.line(line, fill=255, width=3 + bold)
            x = left + (x0 + x1) / 2 * CELL_PX
            pen.line((x, 0.08 * CELL_PX, x, 0.92 * CELL_PX), fill=255, width=3 + bold)
            if chance(rng, 0.5):
                foot = left + (x0 if chance(rng, 0.5) else x1) * CELL_PX
                pen.line((x, 0.5 * CELL_PX, foot, 0.94 * CELL_PX), fill=255, width=3 + bold)
    return mask


def lay(art: Image.Image, mask: Image.Image, field: Field, ink: Colour) -> None:
    """Print a mask as large as fits into the field, in its middle."""
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    factor = min(wide / mask.width, high / mask.height)
    size = (round(mask.width * factor), round(mask.height * factor))
    if min(size) < 1:
        return
    place = (round((field.x0 + field.x1 - size[0]) / 2), round((field.y0 + field.y1 - size[1]) / 2))
    art.paste(ink, (*place, place[0] + size[0], place[1] + size[1]), mask.resize(size, Image.Resampling.BOX))
