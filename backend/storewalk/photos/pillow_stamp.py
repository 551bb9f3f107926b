"""Drawing a photo's stamp: a line or two on a translucent strip at the lower edge, so that the shelf stays in view."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from storewalk.photos.font import FONT

SHARE: Final = 0.0175  # of the longer side: 28 pixels of 1600, two millimetres on a phone
LEAST_SIZE: Final = 12  # pixels; below, Chinese is no longer legible
LEAST_SIDE: Final = 300  # pixels of the shorter side; on less, the strip would hide what it is about
MOST_LINES: Final = 2
STRIP: Final = (0, 0, 0, 140)
INK: Final = (255, 255, 255, 235)
GAP: Final = "  ·  "


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the shipped font, with Latin and Chinese, at a size in pixels."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def stamp(picture: Image.Image, parts: Sequence[str]) -> None:
    """Draw the parts at the lower edge of an RGB picture, in place; too many for two lines lose their end."""
    if not parts or min(picture.size) < LEAST_SIDE:
        return
    size = max(LEAST_SIZE, round(max(picture.size) * SHARE))
    face, pad = font(size), size // 2
    lines = wrapped(parts, face, picture.width - 2 * pad)
    step = round(size * 1.3)
    height = min(picture.height, step * len(lines) + pad)
    strip = picture.crop((0, picture.height - height, picture.width, picture.height)).convert("RGBA")
    strip.alpha_composite(Image.new("RGBA", strip.size, STRIP))
    pen = ImageDraw.Draw(strip)
    for number, line in enumerate(lines):
        pen.text((pad, pad // 2 + number * step), line, fill=INK, font=face)
    picture.paste(strip.convert("RGB"), (0, picture.height - height))


def wrapped(parts: Sequence[str], face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Set the parts on at most two lines of `width` pixels; a line breaks between parts only."""
    lines = [""]
    for part in parts:
        longer = lines[-1] + (GAP if lines[-1] else "") + part
        if lines[-1] and face.getlength(longer) > width:
            lines.append(part)
        else:
            lines[-1] = longer
    shown = lines[:MOST_LINES]
    return [fitting(line, face, width) for line in shown]


def fitting(line: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """Cut a line that is too long for `width` pixels, and show that it was cut."""
    if face.getlength(line) <= width:
        return line
    while line and face.getlength(line + "…") > width:
        line = line[:-1]
    return line + "…"
