"""What is printed on a pack: blocks of colour, pictures, brand, small print and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.lettering import Field, characters, lay, word
from shelfvision.synth.palette import WHITE, Colour, brand_colour, ink_on, mixed, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.articles import Article

CHINESE = 0.45  # share of brands in made-up characters
SMALL_PRINT_PX = 4.0  # lines lower than this cannot be seen


def print_art(art: Image.Image, article: Article, field: Field) -> None:
    """Print an article's label into the field; the same article always prints the same."""
    rng = np.random.default_rng([article.look, 11])
    paper = _ground(rng, art, article, field)
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    if chance(rng, 0.75):
        low = between(rng, 0.4, 0.55)
        _picture(rng, art, article, Field(field.x0, field.y0 + low * high, field.x1, field.y0 + 0.92 * high))
    top = field.y0 + between(rng, 0.04, 0.2) * high
    brand_field = Field(field.x0 + 0.06 * wide, top, field.x1 - 0.06 * wide, top + between(rng, 0.14, 0.3) * high)
    _brand(rng, art, article, brand_field, paper)
    _small_print(
        rng, art, Field(field.x0 + 0.1 * wide, brand_field.y1 + 0.02 * high, field.x1 - 0.1 * wide, field.y1), paper
    )
    if chance(rng, 0.3):
        _badge(rng, art, article, field)


def _ground(rng: Generator, art: Image.Image, article: Article, field: Field) -> Colour:
    """Lay the label's ground: white or coloured paper, split, banded or faded; return the colour under the brand."""
    pen = ImageDraw.Draw(art)
    other = article.accent if chance(rng, 0.6) else brand_colour(rng)
    paper = pick(rng, (WHITE, article.accent, article.colour, article.colour, mixed(article.colour, WHITE, 0.5)))
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    match int(rng.integers(6)):
        case 0:
            pen.rectangle(field, fill=paper)
        case 1:
            pen.rectangle(field, fill=paper)
            cut = field.y0 + between(rng, 0.35, 0.7) * high
            pen.rectangle((field.x0, cut, field.x1, field.y1), fill=other)
        case 2:
            pen.rectangle(field, fill=paper)
            left, right = field.y0 + between(rng, 0.3, 0.9) * high, field.y0 + between(rng, 0.3, 0.9) * high
            pen.polygon([(field.x0, left), (field.x1, right), (field.x1, field.y1), (field.x0, field.y1)], fill=other)
        case 3:
            steps = 12
            for step in range(steps):
                y0, y1 = field.y0 + step / steps * high, field.y0 + (step + 1) / steps * high
                pen.rectangle((field.x0, y0, field.x1, y1), fill=mixed(paper, other, step / steps))
        case 4:
            pen.rectangle(field, fill=paper)
            for _ in range(int(rng.integers(1, 4))):
                y = field.y0 + between(rng, 0, 0.95) * high
                pen.rectangle((field.x0, y, field.x1, y + between(rng, 0.02, 0.1) * high), fill=other)
        case _:
            pen.rectangle(field, fill=paper)
            radius = between(rng, 0.3, 0.5) * wide
            cx, cy = field.x0 + wide / 2, field.y0 + between(rng, 0.25, 0.6) * high
            paper = other
            pen.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=other)
    return paper


def _picture(rng: Generator, art: Image.Image, article: Article, field: Field) -> None:
    """Print a picture: a few shaded balls (fruit, foam, biscuits), or a dark photo with a light patch."""
    pen = ImageDraw.Draw(art)
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    tone = brand_colour(rng)
    if chance(rng, 0.25):
        pen.rectangle((field.x0 + 0.08 * wide, field.y0, field.x1 - 0.08 * wide, field.y1), fill=shaded(tone, 0.4))
    for _ in range(int(rng.integers(1, 6))):
        radius = between(rng, 0.1, 0.3) * min(wide, 1.4 * high)
        cx, cy = field.x0 + between(rng, 0.15, 0.85) * wide, field.y0 + between(rng, 0.2, 0.8) * high
        squash = between(rng, 0.6, 1.2)
        for share, light in ((1.0, 0.7), (0.82, 1.0), (0.4, 1.25)):
            r, off = radius * share, radius * (1 - share) * 0.35
            box = (cx - r - off, cy - r * squash - off, cx + r - off, cy + r * squash - off)
            pen.ellipse(box, fill=shaded(tone, light))
        tone = mixed(tone, article.accent, between(rng, 0.0, 0.5))


def _brand(rng: Generator, art: Image.Image, article: Article, field: Field, paper: Colour) -> None:
    """Print the brand, in Latin or made-up characters, sometimes on a plate of its own."""
    ink = ink_on(paper)
    if chance(rng, 0.3):
        plate = article.accent if paper != article.accent else article.colour
        ImageDraw.Draw(art).rectangle(field, fill=plate)
        ink = ink_on(plate)
    elif chance(rng, 0.35):
        ink = shaded(article.accent, 0.5) if sum(ink) < sum(WHITE) // 2 else mixed(article.accent, WHITE, 0.6)
    bold = int(rng.integers(0, 3))
    if chance(rng, CHINESE):
        mask = characters(int(rng.integers(400)), int(rng.integers(2, 5)), bold)
    else:
        mask = word(article.name, bold)
    lay(art, mask, field, ink)


def _small_print(rng: Generator, art: Image.Image, field: Field, paper: Colour) -> None:
    """Print two to five lines of small print, as dashes where letters would be too small to see."""
    pen = ImageDraw.Draw(art)
    ink = mixed(ink_on(paper), paper, 0.25)
    wide, line = field.x1 - field.x0, (field.y1 - field.y0) * between(rng, 0.05, 0.1)
    if line < SMALL_PRINT_PX:
        return
    for number in range(int(rng.integers(1, 5))):
        y = field.y0 + number * line * 1.5
        length = between(rng, 0.4, 1.0) * wide
        x = field.x0 + (wide - length) / 2
        while x < field.x0 + (wide + length) / 2:
            run = between(rng, 0.06, 0.2) * wide
            pen.rectangle((x, y + 0.2 * line, x + run * 0.8, y + 0.75 * line), fill=ink)
            x += run


def _badge(rng: Generator, art: Image.Image, article: Article, field: Field) -> None:
    """Print a round or slanting badge with the pack's size into a corner."""
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    radius = between(rng, 0.12, 0.2) * min(wide, high)
    cx = pick(rng, (field.x0 + 1.2 * radius, field.x1 - 1.2 * radius))
    cy = pick(rng, (field.y0 + 1.2 * radius, field.y1 - 1.2 * radius))
    paper = brand_colour(rng)
    box = Field(cx - radius, cy - radius, cx + radius, cy + radius)
    ImageDraw.Draw(art).ellipse(box, fill=paper)
    inner = Field(cx - 0.8 * radius, cy - 0.4 * radius, cx + 0.8 * radius, cy + 0.4 * radius)
    lay(art, word(article.size, 1), inner, ink_on(paper))
