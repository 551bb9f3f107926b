"""Draws what products stand on: back panel, boards, price strips and tags, uprights, ceiling and floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from shelfvision.synth.palette import Colour, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.layout import RowPlan, ShelfPlan

TAG_COLOURS: tuple[Colour, ...] = ((250, 250, 246), (252, 226, 74), (250, 250, 246), (232, 60, 48))
LOST_TAGS = 0.12  # share of articles without a price tag
BOARD_DEPTH = 0.09  # share of a row's height in which the board's upper side is seen


def draw_furniture(rng: Generator, plan: ShelfPlan) -> Image.Image:
    """Draw the empty shelf of a plan."""
    surroundings = shaded((176, 170, 160), float(rng.uniform(0.4, 1.2)))
    image = Image.new("RGB", (plan.width, plan.height), surroundings)
    pen = ImageDraw.Draw(image)
    for row in plan.rows:
        _draw_row(rng, pen, plan, row)
    if plan.left > 0:
        upright = shaded(plan.style.board, 0.85)
        pen.rectangle((plan.left * 0.6, plan.rows[0].top, plan.left, plan.rows[-1].floor), fill=upright)
        pen.rectangle((plan.right, plan.rows[0].top, plan.width - plan.left * 0.6, plan.rows[-1].floor), fill=upright)
    return image


def draw_tags(rng: Generator, image: Image.Image, plan: ShelfPlan) -> None:
    """Put price tags on each strip, below the first facing of every article."""
    pen = ImageDraw.Draw(image)
    for row in plan.rows:
        tall = row.strip * float(rng.uniform(0.55, 0.85))
        paper = TAG_COLOURS[int(rng.integers(len(TAG_COLOURS)))]
        for before, slot in zip((None, *row.slots), row.slots, strict=False):
            if (before and before.article is slot.article) or rng.random() < LOST_TAGS:
                continue
            x, y = slot.x0 + 1, row.floor + row.strip * 0.12
            wide = tall * 1.7
            pen.rectangle((x, y, x + wide, y + tall), fill=paper, outline=shaded(paper, 0.8))
            price = f"{rng.integers(1, 60)}.{rng.integers(0, 10)}0"
            font = ImageFont.load_default(max(6, round(tall * 0.6)))
            pen.text((x + wide / 2, y + tall / 2), price, fill=(20, 20, 20), font=font, anchor="mm")


def _draw_row(rng: Generator, pen: ImageDraw.ImageDraw, plan: ShelfPlan, row: RowPlan) -> None:
    """Draw one row's back panel with the upper board's shadow, the board's upper side and its front strip."""
    style = plan.style
    clear = row.floor - row.top
    seen = clear * BOARD_DEPTH
    dim = float(rng.uniform(0.7, 1.0))
    steps = max(2, round(clear))
    for step in range(steps):
        down = step / steps
        shade = dim * (0.35 + 0.65 * min(1.0, down * 2.2))
        y = row.top + down * clear
        pen.rectangle((plan.left, y, plan.right, y + clear / steps), fill=shaded(style.panel, shade))
    if style.perforated:
        pitch = max(6.0, clear * 0.07)
        hole = shaded(style.panel, dim * 0.55)
        for i in range(1, int(clear / pitch)):
            for j in range(int((plan.right - plan.left) / pitch)):
                x, y = plan.left + (j + 0.5) * pitch, row.top + i * pitch
                pen.rectangle((x, y, x + pitch * 0.12, y + pitch * 0.4), fill=hole)
    pen.rectangle((plan.left, row.floor - seen, plan.right, row.floor), fill=shaded(style.board, 0.8))
    pen.rectangle((plan.left, row.floor, plan.right, row.floor + row.strip), fill=style.strip)
    pen.line((plan.left, row.floor, plan.right, row.floor), fill=shaded(style.strip, 1.15), width=1)
    pen.rectangle(
        (plan.left, row.floor + row.strip * 0.92, plan.right, row.floor + row.strip), fill=shaded(style.strip, 0.6)
    )
