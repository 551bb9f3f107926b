"""The picture being drawn, and beside it which facing, gap or tag each pixel belongs to."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from shelfvision.synth.lens import corners

if TYPE_CHECKING:
    from shelfvision.synth.lens import Lens, Pixel, Plane, Point
    from shelfvision.synth.palette import Colour

NOTHING = 0
Span = tuple[int, int, int, int]


class Canvas:
    """A picture with a second one of marks; what is drawn later covers what was drawn before."""

    def __init__(self, lens: Lens, ground: Colour) -> None:
        """Begin with an even ground."""
        self.lens = lens
        self.image = Image.new("RGB", (lens.width, lens.height), ground)
        self.marks = Image.new("I", (lens.width, lens.height), NOTHING)
        self.spans: dict[int, Span] = {}
        self.areas: dict[int, float] = {}
        self._pen = ImageDraw.Draw(self.image)
        self._marker = ImageDraw.Draw(self.marks)

    def face(self, texture: Image.Image, plane: Plane, mark: int | None = NOTHING, cover: float = 1.0) -> None:
        """Draw a texture (RGBA) over a plane.

        ``mark`` None leaves the marks as they are; ``cover`` is the share of the texture that is not transparent.
        """
        quad = self.lens.outline(corners(plane))
        span = self.span(quad)
        if span is None:
            return
        x0, y0, x1, y1 = span
        a, b, c, d, e, f, g, h, i = self.lens.warp(plane)
        tw, th = texture.size
        c, f, i = c + a * x0 + b * y0, f + d * x0 + e * y0, i + g * x0 + h * y0
        if i == 0:
            return
        data = (a * tw / i, b * tw / i, c * tw / i, d * th / i, e * th / i, f * th / i, g / i, h / i)
        size = (x1 - x0, y1 - y0)
        patch = texture.transform(size, Image.Transform.PERSPECTIVE, data, Image.Resampling.BILINEAR)
        self.image.paste(patch, (x0, y0), patch)
        if mark is not None:
            self.marks.paste(mark, span, patch.getchannel("A").convert("1", dither=Image.Dither.NONE))
            self._note(mark, span, area(quad) * cover)

    def flat(self, points: list[Point], colour: Colour, mark: int | None = NOTHING) -> None:
        """Fill a flat polygon in space with one colour."""
        quad = self.lens.outline(points)
        span = self.span(quad)
        if span is None:
            return
        self._pen.polygon(quad, fill=colour)
        if mark is not None:
            self._marker.polygon(quad, fill=mark)
            if mark:
                self._note(mark, span, 0.0)

    def claim(self, points: list[Point], mark: int) -> None:
        """Mark a polygon in space without drawing anything."""
        quad = self.lens.outline(points)
        span = self.span(quad)
        if span is not None:
            self._marker.polygon(quad, fill=mark)
            self._note(mark, span, area(quad))

    def cover(self, patch: Image.Image, place: tuple[int, int]) -> None:
        """Lay a picture (RGBA) over everything; marks below its solid part are lost."""
        self.image.paste(patch, place, patch)
        box = (*place, place[0] + patch.width, place[1] + patch.height)
        self.marks.paste(NOTHING, box, patch.getchannel("A").convert("1", dither=Image.Dither.NONE))

    def span(self, quad: list[Pixel]) -> Span | None:
        """Return the pixels that a polygon can touch, or None where it lies outside the picture."""
        if len(quad) < 3:
            return None
        across, down = [x for x, _ in quad], [y for _, y in quad]
        x0, y0 = max(0, math.floor(min(across))), max(0, math.floor(min(down)))
        x1, y1 = min(self.lens.width, math.ceil(max(across))), min(self.lens.height, math.ceil(max(down)))
        return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None

    def _note(self, mark: int, span: Span, whole: float) -> None:
        """Remember where a mark may be found and how many pixels it has where nothing covers it."""
        x0, y0, x1, y1 = self.spans.get(mark, span)
        self.spans[mark] = (min(x0, span[0]), min(y0, span[1]), max(x1, span[2]), max(y1, span[3]))
        self.areas[mark] = self.areas.get(mark, 0.0) + whole


def area(quad: list[Pixel]) -> float:
    """Return a polygon's area in pixels, by the shoelace formula."""
    following = (*quad[1:], quad[0])
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(quad, following, strict=True))) / 2
