"""Price tags on the rails, below the first facing of every article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.fixtures import TAGS, Style
from shelfvision.synth.lens import Plane
from shelfvision.synth.lettering import Field, lay, word
from shelfvision.synth.palette import Colour, ink_on, mixed, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.canvas import Canvas
    from shelfvision.synth.scene import Numbers, Row

LOST = 0.12  # share of articles without a price tag
OFFER = 0.1  # share of tags in another colour
DESIGNS = 6
TAG_PX = (76, 44)


def tag_designs(rng: Generator, style: Style) -> list[Image.Image]:
    """Draw the tags of one shelf, the last of them an offer in another colour."""
    papers = [style.tag] * (DESIGNS - 1) + [pick(rng, TAGS)]
    return [_tag(rng, paper) for paper in papers]


def _tag(rng: Generator, paper: Colour) -> Image.Image:
    """Draw one tag: a price, a line of text and a bar code."""
    w, h = TAG_PX
    tag = Image.new("RGBA", TAG_PX, (*paper, 255))
    pen = ImageDraw.Draw(tag)
    ink = ink_on(paper)
    pen.rectangle((0, 0, w - 1, h - 1), outline=shaded(paper, 0.75))
    price = f"{rng.integers(1, 60)}.{rng.integers(0, 10)}{pick(rng, (0, 5, 9))}"
    lay(tag, word(price, 1), Field(0.3 * w, 0.22 * h, 0.95 * w, 0.82 * h), ink)
    for number in range(3):
        pen.line(
            (4, 7 + 5 * number, 4 + between(rng, 0.15, 0.5) * w, 7 + 5 * number), fill=mixed(ink, paper, 0.3), width=2
        )
    for x in range(4, 22, 3):
        pen.line((x, 0.6 * h, x, 0.9 * h), fill=ink, width=1 + x % 2)
    return tag


def draw_tags(rng: Generator, canvas: Canvas, row: Row, designs: list[Image.Image], numbers: Numbers) -> list[int]:
    """Put tags on a row's rail; return their marks."""
    tier = row.tier
    marks: list[int] = []
    tall = 0.03 if tier.hanging else min(0.05, tier.rail * between(rng, 0.7, 1.0))
    y = tier.floor + tier.clear + 0.012 if tier.hanging else tier.floor - 0.06 * tier.rail
    for before, slot in zip((None, *row.slots), row.slots, strict=False):
        if (before and before.article is slot.article) or chance(rng, LOST):
            continue
        wide = min(tall * between(rng, 1.3, 2.0), slot.article.wide * 1.4)
        x = slot.x0 + between(rng, 0.0, 0.5) * max(0.0, slot.article.wide - wide)
        design = designs[-1] if chance(rng, OFFER) else pick(rng, designs[:-1])
        marks.append(numbers.following())
        canvas.face(design, Plane((x, y, -0.006), (wide, 0, 0), (0, -tall, 0)), marks[-1])
    return marks
