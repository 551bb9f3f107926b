"""Packs whose contents show: produce in crates, cans under film, bottles in a case, and a warning's photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from shelfvision.synth.art import print_art
from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.lettering import Field, lay, word
from shelfvision.synth.palette import WHITE, Colour, brand_colour, ink_on, mixed, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.articles import Article

FRUIT: tuple[Colour, ...] = (
    (196, 40, 30), (226, 120, 24), (240, 200, 60), (90, 150, 50), (60, 100, 40), (150, 60, 110), (200, 160, 110),
)  # fmt: skip
CRATES: tuple[Colour, ...] = ((40, 42, 44), (30, 90, 50), (30, 70, 140), (170, 130, 86), (20, 20, 22))
SLEEVED = 0.55  # share of packs of cans in a cardboard sleeve, the others in printed film
LID: Colour = (188, 190, 194)


def _ball(pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, tone: Colour) -> None:
    """Draw a shaded ball."""
    for share, light in ((1.0, 0.62), (0.86, 0.95), (0.45, 1.2)):
        r, off = radius * share, radius * (1 - share) * 0.3
        pen.ellipse((x - r - off, y - r - off, x + r - off, y + r - off), fill=shaded(tone, light))


def fill_crate(rng: Generator, art: Image.Image, article: Article) -> None:
    """Draw a crate's front with a heap of one kind of fruit over it."""
    pen = ImageDraw.Draw(art)
    w, h = art.size
    pen.rectangle((0, 0, w, h), fill=(26, 26, 24))
    tone = pick(rng, FRUIT)
    radius = between(rng, 0.06, 0.13) * h
    for line in range(int(0.7 * h / radius)):
        for place in range(int(w / (1.6 * radius)) + 2):
            x, y = (place + 0.5 * (line % 2)) * 1.6 * radius, 0.02 * h + (line + 0.8) * radius
            wobble = between(rng, -0.3, 0.3) * radius
            _ball(pen, x + wobble, y - wobble, radius, shaded(tone, between(rng, 0.75, 1.15)))
    front = pick(rng, CRATES)
    top = between(rng, 0.5, 0.62) * h
    pen.rectangle((0, top, w, h), fill=front)
    for number in range(3):
        y = top + (number + 0.6) / 3 * (h - top)
        pen.rectangle((0.06 * w, y - 0.03 * h, 0.94 * w, y + 0.03 * h), fill=shaded(front, 0.55))
    lay(art, word(article.name), Field(0.3 * w, top, 0.7 * w, top + 0.3 * (h - top)), mixed(front, WHITE, 0.7))


def print_cans(rng: Generator, art: Image.Image, article: Article) -> None:
    """Draw one or two lines of cans in a cardboard sleeve or under printed film."""
    pen = ImageDraw.Draw(art)
    w, h = art.size
    columns, lines = int(rng.integers(2, 5)), int(rng.integers(1, 3))
    for line in range(lines):
        for column in range(columns):
            x0, x1 = column / columns * w, (column + 1) / columns * w
            y0, y1 = line / lines * h, (line + 1) / lines * h
            pen.rectangle((x0, y0, x1, y1), fill=shaded(article.colour, 0.55))
            pen.rectangle((x0 + 0.08 * (x1 - x0), y0, x1 - 0.08 * (x1 - x0), y1), fill=article.colour)
            pen.rectangle((x0 + 0.3 * (x1 - x0), y0, x0 + 0.42 * (x1 - x0), y1), fill=mixed(article.colour, WHITE, 0.5))
            pen.rectangle((x0 + 0.1 * (x1 - x0), y0, x1 - 0.1 * (x1 - x0), y0 + 0.07 * (y1 - y0)), fill=LID)
            field = Field(x0 + 0.15 * (x1 - x0), y0 + 0.3 * (y1 - y0), x1 - 0.15 * (x1 - x0), y0 + 0.6 * (y1 - y0))
            lay(art, word(article.name, 1), field, mixed(article.accent, WHITE, 0.3))
    if chance(rng, SLEEVED):
        cut = between(rng, 0.08, 0.25) * h
        print_art(art, article, Field(0, cut, w, h))
        pen.line((0, cut, w, cut), fill=shaded(article.colour, 0.6), width=max(1, h // 60))
        return
    band = Field(0, between(rng, 0.3, 0.45) * h, w, between(rng, 0.6, 0.8) * h)
    pen.rectangle(band, fill=article.accent)
    lay(art, word(article.name, 2), Field(0.1 * w, band.y0, 0.9 * w, band.y1), ink_on(article.accent))
    sheen = Image.linear_gradient("L").rotate(90).resize((w, h)).point([value // 6 for value in range(256)])
    art.paste(WHITE, (0, 0, w, h), sheen)


def print_case(rng: Generator, art: Image.Image, article: Article) -> None:
    """Draw three or four bottles' necks and bodies side by side in film."""
    pen = ImageDraw.Draw(art)
    w, h = art.size
    count = int(rng.integers(3, 5))
    pen.rectangle((0, 0, w, h), fill=mixed(article.colour, WHITE, 0.55))
    for place in range(count):
        x, half = (place + 0.5) / count * w, 0.46 * w / count
        pen.rectangle((x - half, 0.3 * h, x + half, h), fill=shaded(mixed(article.colour, WHITE, 0.25), 0.9))
        pen.rectangle((x - 0.3 * half, 0.3 * h, x, h), fill=mixed(article.colour, WHITE, 0.7))
        pen.rectangle((x - 0.4 * half, 0.02 * h, x + 0.4 * half, 0.12 * h), fill=article.accent)


def print_warning(rng: Generator, art: Image.Image, field: Field) -> None:
    """Print a dark photo over a black strip of warning text."""
    pen = ImageDraw.Draw(art)
    wide, high = field.x1 - field.x0, field.y1 - field.y0
    tone = shaded(brand_colour(rng), 0.6)
    pen.rectangle((field.x0, field.y0, field.x1, field.y0 + 0.7 * high), fill=tone)
    for _ in range(3):
        x, y = field.x0 + between(rng, 0.2, 0.8) * wide, field.y0 + between(rng, 0.15, 0.55) * high
        _ball(pen, x, y, between(rng, 0.1, 0.24) * wide, shaded(brand_colour(rng), 0.8))
    pen.rectangle((field.x0, field.y0 + 0.7 * high, field.x1, field.y1), fill=(14, 14, 14))
    for line in range(2):
        y = field.y0 + (0.76 + 0.11 * line) * high
        pen.rectangle((field.x0 + 0.1 * wide, y, field.x1 - 0.15 * wide, y + 0.05 * high), fill=(220, 220, 216))
