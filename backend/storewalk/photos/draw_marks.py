"""Drawing marks into a picture. The caller brings Pillow, so that the process which serves requests never loads it."""

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from storewalk.photos.drawn import Mark, MarkKind

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

INK: Final = "#dc2626"
EDGE: Final = "#ffffff"  # around the ink, so that it is seen on red goods as well
STROKE: Final = 0.006  # of the longer side: 10 pixels of 1600
LETTER: Final = 0.028
LEAST_STROKE, LEAST_LETTER = 2, 12  # pixels
HEAD: Final = 7  # an arrow's head is so many strokes long, but never longer than the arrow
HALF_HEAD: Final = math.radians(28)

Face = Callable[[int], "ImageFont.FreeTypeFont"]
Point = tuple[float, float]


def draw_marks(pen: "ImageDraw.ImageDraw", face: Face, size: tuple[int, int], marks: Sequence[Mark]) -> None:
    """Draw marks on the picture that a pen belongs to, which is an upright copy of the photo in any size.

    `size` is the picture's (width, height) in pixels, and `face` gives the shipped font (`FONT`, which has Chinese) in
    a size in pixels: `draw_marks(ImageDraw.Draw(copy), lambda px: ImageFont.truetype(FONT, px), copy.size, marks)`.
    """
    stroke = max(LEAST_STROKE, round(max(size) * STROKE))
    for mark in marks:
        start = (mark.x * size[0], mark.y * size[1])
        end = ((mark.to_x or 0) * size[0], (mark.to_y or 0) * size[1])
        match mark.kind:
            case MarkKind.ARROW:
                _arrow(pen, start, end, stroke)
            case MarkKind.CIRCLE:
                _circle(pen, start, end, stroke)
            case MarkKind.TEXT:
                letters = face(max(LEAST_LETTER, round(max(size) * LETTER)))
                _text(pen, letters, size, mark)


def _arrow(pen: "ImageDraw.ImageDraw", start: Point, end: Point, stroke: int) -> None:
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    head = min(HEAD * stroke, max(math.dist(start, end), 2 * stroke))
    wings = [
        (end[0] - head * math.cos(angle + turn), end[1] - head * math.sin(angle + turn))
        for turn in (HALF_HEAD, -HALF_HEAD)
    ]
    lines = [(start, end), (wings[0], end), (wings[1], end)]
    for colour, width in ((EDGE, stroke * 2), (INK, stroke)):
        for line in lines:
            pen.line(line, fill=colour, width=width)
            for x, y in line:  # round ends
                pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=colour)


def _circle(pen: "ImageDraw.ImageDraw", start: Point, end: Point, stroke: int) -> None:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    outer = (left - stroke / 2, top - stroke / 2, right + stroke / 2, bottom + stroke / 2)
    pen.ellipse(outer, outline=EDGE, width=stroke * 2)
    pen.ellipse((left, top, right, bottom), outline=INK, width=stroke)


def _text(pen: "ImageDraw.ImageDraw", letters: "ImageFont.FreeTypeFont", size: tuple[int, int], mark: Mark) -> None:
    """Write a text on a plate of the ink; one near an edge lies against it, so that it is never cut off."""
    lines = _wrapped((mark.text or "").strip(), letters, size[0] * 0.8)
    pad, step = letters.size * 0.35, letters.size * 1.3
    width = max(letters.getlength(line) for line in lines) + 2 * pad
    height = step * len(lines) + 2 * pad
    left, top = mark.x * max(0, size[0] - width), mark.y * max(0, size[1] - height)
    plate = (left, top, left + width, top + height)
    pen.rounded_rectangle(plate, radius=pad, fill=INK, outline=EDGE, width=max(1, round(pad / 4)))
    for number, line in enumerate(lines):
        pen.text((left + pad, top + pad + number * step), line, fill=EDGE, font=letters)


def _wrapped(text: str, letters: "ImageFont.FreeTypeFont", width: float) -> list[str]:
    """Set a text in lines of at most `width` pixels: between words, or in Chinese and in long words anywhere."""
    lines = [""]
    for letter in text.replace("\n", " "):
        if lines[-1] and letters.getlength(lines[-1] + letter) > width:
            line, _, word = lines[-1].rpartition(" ")
            whole = line and letter.isascii() and word.isascii() and letter != " "
            lines[-1:] = [line, word] if whole else [lines[-1], ""]
        lines[-1] += letter if lines[-1] or letter != " " else ""
    return lines
