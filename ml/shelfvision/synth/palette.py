"""Colours, brand names and styles that a drawn shelf picks from."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy.random import Generator

Colour = tuple[int, int, int]

SYLLABLES = ("ba", "lo", "mi", "ka", "ren", "to", "su", "vi", "nor", "ela", "pu", "zen", "dai", "fro", "que", "yo")
NEARLY_WHITE, NEARLY_BLACK = 0.15, 0.1  # shares of articles
PACK_SIZES = ("250ml", "330ml", "500ml", "1L", "80g", "150g", "400g", "1kg", "6x", "12x")


class ShelfStyle(NamedTuple):
    """The furniture of one shelf: back panel, board and front strip colours, and whether the panel has holes."""

    panel: Colour
    board: Colour
    strip: Colour
    perforated: bool


STYLES = (
    ShelfStyle((196, 196, 192), (214, 214, 210), (232, 232, 228), perforated=True),
    ShelfStyle((150, 152, 154), (178, 180, 182), (200, 202, 204), perforated=True),
    ShelfStyle((38, 38, 40), (60, 60, 64), (88, 88, 92), perforated=False),
    ShelfStyle((18, 18, 20), (40, 40, 42), (196, 196, 196), perforated=False),
    ShelfStyle((92, 74, 58), (134, 104, 78), (160, 128, 96), perforated=False),
    ShelfStyle((40, 52, 78), (120, 132, 150), (34, 92, 180), perforated=False),
    ShelfStyle((120, 116, 110), (150, 146, 140), (196, 40, 40), perforated=True),
)


def shaded(colour: Colour, factor: float) -> Colour:
    """Return the colour with its brightness multiplied by ``factor``, kept within 0 to 255."""
    red, green, blue = (max(0, min(255, round(channel * factor))) for channel in colour)
    return red, green, blue


def brand_colour(rng: Generator) -> Colour:
    """Pick a packaging colour: mostly saturated, now and then nearly white or nearly black."""
    kind = rng.random()
    hue = float(rng.random())
    if kind < NEARLY_WHITE:
        saturation, value = 0.06, float(rng.uniform(0.85, 1.0))
    elif kind < NEARLY_WHITE + NEARLY_BLACK:
        saturation, value = 0.3, float(rng.uniform(0.12, 0.3))
    else:
        saturation, value = float(rng.uniform(0.45, 0.95)), float(rng.uniform(0.45, 0.98))
    red, green, blue = colorsys.hsv_to_rgb(hue, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def brand_name(rng: Generator) -> str:
    """Make up a pronounceable brand of two or three syllables."""
    count = int(rng.integers(2, 4))
    return "".join(SYLLABLES[int(index)] for index in rng.integers(0, len(SYLLABLES), count)).capitalize()
