"""Draws numbered boxes on an enlarged photo, for a person who corrects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shelfvision.data.corrected import CorrectedBox

LONGER_SIDE = 1000
MARGIN = 26
TICKS = 10
COLOURS = {"product": (0, 220, 90), "gap": (255, 40, 60)}
FONT_SIZE = 14


def overlay(photo: Path, boxes: Sequence[CorrectedBox]) -> Image.Image:
    """Enlarge a photo and draw its boxes with their numbers, and a scale of thousandths along the edges."""
    with Image.open(photo) as opened:
        picture = opened.convert("RGB")
    scale = LONGER_SIDE / max(picture.size)
    wide, high = round(picture.width * scale), round(picture.height * scale)
    sheet = Image.new("RGB", (wide + MARGIN, high + MARGIN), "white")
    sheet.paste(picture.resize((wide, high), Image.Resampling.LANCZOS), (MARGIN, MARGIN))
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(FONT_SIZE)
    for tick in range(TICKS + 1):
        x, y = MARGIN + wide * tick / TICKS, MARGIN + high * tick / TICKS
        pen.line((x, MARGIN - 6, x, MARGIN), fill="black")
        pen.line((MARGIN - 6, y, MARGIN, y), fill="black")
        pen.text((x, 2), str(tick * 1000 // TICKS), fill="black", font=font, anchor="ma" if tick < TICKS else "ra")
        pen.text((0, y), str(tick * 100 // TICKS), fill="black", font=font, anchor="lm" if tick < TICKS else "lb")
    for number, box in enumerate(boxes, 1):
        _draw(pen, font, number, box, (wide, high))
    return sheet


def _draw(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    number: int,
    box: CorrectedBox,
    size: tuple[int, int],
) -> None:
    """Draw one box with its number in the middle."""
    wide, high = size
    colour = COLOURS[box.label]
    corners = (MARGIN + box.x0 * wide, MARGIN + box.y0 * high, MARGIN + box.x1 * wide, MARGIN + box.y1 * high)
    pen.rectangle(corners, outline=colour, width=2)
    middle = ((corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2)
    around = pen.textbbox(middle, str(number), font=font, anchor="mm")
    pen.rectangle((around[0] - 2, around[1] - 2, around[2] + 2, around[3] + 2), fill="black")
    pen.text(middle, str(number), fill=colour, font=font, anchor="mm")
