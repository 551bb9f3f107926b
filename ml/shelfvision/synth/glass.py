"""A fridge's doors before the goods: frames, handles and what the glass reflects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.palette import Colour, shaded

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.canvas import Canvas, Span
    from shelfvision.synth.lens import Lens, Point
    from shelfvision.synth.scene import Bay

FRAMES: tuple[Colour, ...] = ((24, 24, 26), (40, 40, 44), (170, 172, 174), (120, 122, 126))
CASING = 0.14  # metres of casing over the doors
BEFORE = -0.05  # metres of the glass before the boards


def door_frames(rng: Generator, bays: tuple[Bay, ...], top: float) -> list[list[Point]]:
    """Return the upright frames at the bays' borders, as polygons in space."""
    half = between(rng, 0.015, 0.04)
    edges = sorted({round(edge, 4) for bay in bays for edge in (bay.left, bay.right)})
    return [
        [(x - half, top, BEFORE), (x + half, top, BEFORE), (x + half, 0.05, BEFORE), (x - half, 0.05, BEFORE)]
        for x in edges
    ]


def frame_spans(lens: Lens, frames: list[list[Point]]) -> list[Span]:
    """Return the pixels that the frames cover, at most."""
    spans: list[Span] = []
    for frame in frames:
        outline = lens.outline(frame)
        if outline:
            across, down = [x for x, _ in outline], [y for _, y in outline]
            spans.append((round(min(across)), round(min(down)), round(max(across)), round(max(down))))
    return spans


def draw_doors(rng: Generator, canvas: Canvas, frames: list[list[Point]]) -> None:
    """Draw reflections, then frames and handles over everything."""
    _reflect(rng, canvas)
    colour = pick(rng, FRAMES)
    (left, high, _), (right, _, _) = frames[0][0], frames[-1][1]
    for top, bottom in ((high + CASING, high - 0.02), (0.11, 0.0)):
        band = [(left, top, BEFORE), (right, top, BEFORE), (right, bottom, BEFORE), (left, bottom, BEFORE)]
        canvas.flat(band, shaded(colour, 0.9))
    for frame in frames:
        canvas.flat(frame, colour)
        (x0, top, z), (x1, _, _) = frame[:2]
        shine = [(x0 + 0.3 * (x1 - x0), top, z), (x0 + 0.45 * (x1 - x0), top, z)]
        shine += [(x, 0.05, z) for x, _, z in reversed(shine)]
        canvas.flat(shine, shaded(colour, 1.5))
        handle = [
            (x1 + 0.005, 1.3, z - 0.04),
            (x1 + 0.025, 1.3, z - 0.04),
            (x1 + 0.025, 0.9, z - 0.04),
            (x1 + 0.005, 0.9, z - 0.04),
        ]
        canvas.flat(handle, shaded(colour, 1.2))


def _reflect(rng: Generator, canvas: Canvas) -> None:
    """Lay lamps, upright streaks and a veil of light over the glass; marks stay, for goods are seen through it."""
    width, height = canvas.image.size
    small = (max(8, width // 8), max(8, height // 8))
    veil = Image.new("L", small, round(between(rng, 0, 26)))
    pen = ImageDraw.Draw(veil)
    for _ in range(int(rng.integers(1, 5))):
        x, wide = between(rng, 0, 1) * small[0], between(rng, 0.02, 0.14) * small[0]
        slant = between(rng, -0.1, 0.1) * small[0]
        light = round(between(rng, 25, 80))
        pen.polygon([(x, 0), (x + wide, 0), (x + wide + slant, small[1]), (x + slant, small[1])], fill=light)
    if chance(rng, 0.5):
        for _ in range(int(rng.integers(1, 4))):
            x, y = between(rng, 0, 1) * small[0], between(rng, 0, 0.6) * small[1]
            pen.ellipse((x, y, x + 0.12 * small[0], y + 0.04 * small[1]), fill=150)
    veil = veil.filter(ImageFilter.GaussianBlur(1.2)).resize((width, height), Image.Resampling.BILINEAR)
    tint = tuple(int(value) for value in np.array((235, 240, 245)) * between(rng, 0.8, 1.0))
    canvas.image.paste(tint, (0, 0, width, height), veil)
