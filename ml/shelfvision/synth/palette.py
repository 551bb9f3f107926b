"""Colours and brand names that drawn packs pick from."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

from shelfvision.synth.chance import between, chance, pick

if TYPE_CHECKING:
    from numpy.random import Generator

Colour = tuple[int, int, int]

SYLLABLES = (
    "ba", "lo", "mi", "ka", "ren", "to", "su", "vi", "nor", "ela", "pu", "zen",
    "dai", "fro", "que", "yo", "cle", "ver", "mar", "ti", "gol", "sen", "fa", "bri",
)  # fmt: skip
PACK_SIZES = ("250ml", "330ml", "500ml", "1L", "80g", "150g", "400g", "1kg", "6x", "12x", "-20%", "NEW")
NEARLY_WHITE, NEARLY_BLACK, PASTEL = 0.24, 0.12, 0.14  # shares of packs
SHOP_HUES = (0.0, 0.01, 0.03, 0.08, 0.12, 0.14, 0.3, 0.36, 0.45, 0.56, 0.6, 0.64, 0.78, 0.92)  # red to pink
WHITE: Colour = (246, 244, 238)
BLACK: Colour = (24, 24, 28)
BRIGHT = 380  # sum of the channels from which ink is dark


def shaded(colour: Colour, factor: float) -> Colour:
    """Return the colour with its brightness multiplied by ``factor``, kept within 0 to 255."""
    red, green, blue = (max(0, min(255, round(channel * factor))) for channel in colour)
    return red, green, blue


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return ``one`` with ``share`` (0 to 1) of ``other`` mixed in."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def ink_on(paper: Colour) -> Colour:
    """Return an ink that can be read on this paper."""
    return BLACK if sum(paper) > BRIGHT else WHITE


def brand_colour(rng: Generator) -> Colour:
    """Pick a packaging colour: mostly a shop's saturated hues, often nearly white, sometimes nearly black."""
    kind = float(rng.random())
    hue = (pick(rng, SHOP_HUES) + between(rng, -0.025, 0.025)) % 1.0
    if kind < NEARLY_WHITE:
        saturation, value = between(rng, 0.0, 0.1), between(rng, 0.8, 0.98)
    elif kind < NEARLY_WHITE + NEARLY_BLACK:
        saturation, value = between(rng, 0.1, 0.6), between(rng, 0.1, 0.28)
    elif kind < NEARLY_WHITE + NEARLY_BLACK + PASTEL:
        saturation, value = between(rng, 0.15, 0.4), between(rng, 0.75, 0.95)
    else:
        saturation, value = between(rng, 0.55, 0.92), between(rng, 0.4, 0.9)
    red, green, blue = colorsys.hsv_to_rgb(hue, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def neighbour_colour(rng: Generator, colour: Colour) -> Colour:
    """Return another variety's colour of the same brand: the hue turned, the rest much alike."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(channel / 255 for channel in colour))
    turned = (hue + (between(rng, -0.06, 0.06) if chance(rng, 0.6) else between(rng, 0.2, 0.8))) % 1.0
    red, green, blue = colorsys.hsv_to_rgb(turned, saturation, min(1.0, value * between(rng, 0.85, 1.1)))
    return round(red * 255), round(green * 255), round(blue * 255)


def brand_name(rng: Generator) -> str:
    """Make up a pronounceable brand of two or three syllables."""
    name = "".join(pick(rng, SYLLABLES) for _ in range(int(rng.integers(2, 4))))
    return name.upper() if chance(rng, 0.4) else name.capitalize()
