"""Draws what can be before a shelf, each as a picture of its own: signs, cards on a strip, arms, people, trolleys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from shelfvision.synth.articles import Category, assortment
from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.lettering import Field, characters, lay, word
from shelfvision.synth.packs import draw_pack
from shelfvision.synth.palette import Colour, brand_colour, ink_on, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

OFFERS: tuple[Colour, ...] = (
    (220, 30, 36),
    (252, 220, 40),
    (252, 220, 40),
    (248, 248, 244),
    (30, 110, 60),
    (240, 120, 20),
)
SKINS: tuple[Colour, ...] = ((232, 190, 160), (206, 160, 128), (150, 104, 76), (96, 66, 50))


def _sheet(w: float, h: float) -> tuple[Image.Image, ImageDraw.ImageDraw, int, int]:
    """Return an empty picture of at least 4 by 4 pixels and at most 2000, its pen and its size."""
    size = (max(4, min(2000, round(w))), max(4, min(2000, round(h))))
    sheet = Image.new("RGBA", size, (0, 0, 0, 0))
    return sheet, ImageDraw.Draw(sheet), *size


def draw_sign(rng: Generator, w: float, h: float) -> Image.Image:
    """Draw a paper sign with a price and a line of characters."""
    sheet, pen, w, h = _sheet(w, h)
    paper = pick(rng, OFFERS)
    pen.rectangle((0, 0, w, h), fill=(*paper, 255), outline=(*shaded(paper, 0.7), 255))
    ink = ink_on(paper)
    if chance(rng, 0.6):
        pen.rectangle((0, 0, w, 0.3 * h), fill=(*shaded(pick(rng, OFFERS), 0.9), 255))
    lay(
        sheet,
        characters(int(rng.integers(400)), int(rng.integers(2, 5)), 1),
        Field(0.08 * w, 0.04 * h, 0.92 * w, 0.28 * h),
        ink,
    )
    price = pick(rng, (f"{rng.integers(1, 40)}.{rng.integers(10, 99)}", f"-{rng.integers(1, 7)}0%", "2=3", "SALE"))
    lay(sheet, word(price, 2), Field(0.08 * w, 0.36 * h, 0.92 * w, 0.92 * h), ink)
    return sheet


def draw_wobbler(rng: Generator, side: float) -> Image.Image:
    """Draw a round tongue that springs from a rail."""
    sheet, pen, w, h = _sheet(side, side)
    paper = pick(rng, OFFERS)
    pen.ellipse((0, 0, w - 1, h - 1), fill=(*paper, 255), outline=(*shaded(paper, 0.75), 255))
    lay(sheet, word(f"{rng.integers(1, 40)}.9", 2), Field(0.15 * w, 0.3 * h, 0.85 * w, 0.7 * h), ink_on(paper))
    return sheet


def draw_strip(rng: Generator, w: float, h: float) -> Image.Image:
    """Draw a strip of cards that hangs before the shelf; its cards are no facings of a row."""
    sheet, pen, w, h = _sheet(w, h)
    pen.rectangle((0.46 * w, 0, 0.54 * w, h), fill=(200, 200, 200, 255))
    article = assortment(rng, Category.HANGING, 0.3)[0]
    high = max(6, round(1.1 * w))
    card = draw_pack(article, high).resize((max(3, round(0.9 * w)), high))
    for number in range(max(1, h // (high + 2))):
        sheet.paste(card, (round(0.05 * w), number * (high + 2)), card)
    return sheet


def draw_arm(rng: Generator, thick: float) -> Image.Image:
    """Draw a sleeve with a hand that reaches up, out of focus as all that is near the lens."""
    sheet, pen, w, h = _sheet(2.2 * thick, 3.6 * thick)
    skin, sleeve = pick(rng, SKINS), shaded(brand_colour(rng), 0.8)
    lean = between(rng, -0.3, 0.3) * w
    cx = w / 2
    r = 0.42 * thick
    pen.polygon(
        [(cx - r, h), (cx + r, h), (cx + lean + 0.8 * r, 0.45 * h), (cx + lean - 0.8 * r, 0.45 * h)],
        fill=(*sleeve, 255),
    )
    pen.ellipse((cx + lean - r, 0.22 * h, cx + lean + r, 0.5 * h), fill=(*skin, 255))
    for finger in range(4):
        x = cx + lean + (finger - 1.5) * 0.5 * r
        tip = 0.06 * h + abs(finger - 1.4) * 0.03 * h
        pen.rounded_rectangle(
            (x - 0.22 * r, tip, x + 0.22 * r, 0.34 * h), 0.2 * r, fill=(*shaded(skin, 0.92 + 0.05 * finger), 255)
        )
    return sheet.filter(ImageFilter.GaussianBlur(0.03 * thick))


def draw_person(rng: Generator, wide: float, most: int) -> Image.Image:
    """Draw somebody from behind, from the head down to the picture's lower edge."""
    sheet, pen, w, h = _sheet(wide, min(2.6 * wide, 0.95 * most))
    coat, hair = (
        shaded(brand_colour(rng), 0.7),
        pick(rng, ((30, 24, 22), (70, 50, 34), (150, 120, 80), (120, 120, 120))),
    )
    head = 0.2 * w
    pen.rounded_rectangle((0, 2.1 * head, w - 1, h + w), 0.3 * w, fill=(*coat, 255))
    pen.ellipse((w / 2 - head, 0.1 * head, w / 2 + head, 2.5 * head), fill=(*hair, 255))
    for _ in range(5):
        x = between(rng, 0.1, 0.9) * w
        pen.line(
            (x, 3 * head, x + between(rng, -0.1, 0.1) * w, h), fill=(*shaded(coat, 0.82), 255), width=max(1, w // 30)
        )
    return sheet.filter(ImageFilter.GaussianBlur(max(0.5, 0.012 * w)))


def draw_trolley(rng: Generator, wide: float) -> Image.Image:
    """Draw a trolley's basket of wire with its handle."""
    sheet, pen, w, h = _sheet(wide, 0.8 * wide)
    wire = (*shaded((196, 198, 200), between(rng, 0.5, 1.1)), 255)
    line = max(1, w // 90)
    for step in np.linspace(0.0, 1.0, 15).tolist():
        pen.line((step * w, 0.12 * h, (0.12 + 0.76 * step) * w, h), fill=wire, width=line)
    for step in np.linspace(0.12, 1.0, 9).tolist():
        inset = 0.12 * (step - 0.12) / 0.88 * w
        pen.line((inset, step * h, w - inset, step * h), fill=wire, width=line)
    pen.rounded_rectangle((0, 0, w - 1, 0.09 * h), 0.04 * h, fill=(*shaded(brand_colour(rng), 0.9), 255))
    return sheet
