"""Draws one facing of an article as a small picture with transparency."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from shelfvision.synth.layout import Article, PackKind
from shelfvision.synth.outlines import LabelBand, Sheet, outline
from shelfvision.synth.palette import Colour, shaded

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

OVERSAMPLE = 2
SIDE_SHADE = 0.55
WHITE_PAPER: Colour = (246, 244, 238)
DARK_INK: Colour = (24, 24, 28)
LIGHT_INK: Colour = (250, 250, 246)
BRIGHT = 380  # sum of the channels from which ink is dark
WHITE_SHARE, PAPER_SHARE, ROUND_SHARE = 0.5, 0.75, 0.6  # of labels: white, over the pack's own colour, round patch
ROUND_KINDS = frozenset({PackKind.BOTTLE, PackKind.CAN, PackKind.JAR})


def draw_pack(article: Article, width: int, height: int) -> Image.Image:
    """Draw one facing of ``width`` by ``height`` pixels (RGBA; transparent outside the pack's outline)."""
    w, h = max(4, width * OVERSAMPLE), max(6, height * OVERSAMPLE)
    body = Image.new("RGB", (w, h), article.colour)
    mask = Image.new("L", (w, h), 0)
    sheet = Sheet(ImageDraw.Draw(body), ImageDraw.Draw(mask), w, h)
    _print_label(sheet, article, outline(sheet, article))
    shaded_body = Image.fromarray(_rounded(np.asarray(body), strong=article.kind in ROUND_KINDS))
    shaded_body.putalpha(mask)
    return shaded_body.resize((max(2, width), max(3, height)), Image.Resampling.BILINEAR)


def _print_label(sheet: Sheet, article: Article, band: LabelBand) -> None:
    """Print stripes, a picture patch, the brand and the pack size into the band."""
    rng = np.random.default_rng(article.look)
    tall = band.bottom - band.top
    paper = WHITE_PAPER if rng.random() < WHITE_SHARE else article.accent
    if rng.random() < PAPER_SHARE:
        sheet.pen.rectangle((0, band.top, sheet.w, band.bottom), fill=paper)
    else:
        paper = article.colour
    for _ in range(int(rng.integers(1, 4))):
        y = band.top + float(rng.random()) * tall
        stripe = (0, y, sheet.w, y + tall * float(rng.uniform(0.03, 0.12)))
        sheet.pen.rectangle(stripe, fill=shaded(article.accent, float(rng.uniform(0.6, 1.2))))
    _print_patch(rng, sheet, article, band)
    ink = DARK_INK if sum(paper) > BRIGHT else LIGHT_INK
    size = max(6, round(min(tall * 0.24, 1.7 * sheet.w / max(1, len(article.name)))))
    sheet.pen.text((sheet.w / 2, band.top + tall * 0.22), article.name, fill=ink, font=_font(size), anchor="mm")
    place = (sheet.w * 0.72, band.bottom - size * 0.5)
    sheet.pen.text(place, article.size, fill=ink, font=_font(max(6, size // 2)), anchor="mm")


def _print_patch(rng: Generator, sheet: Sheet, article: Article, band: LabelBand) -> None:
    """Print a round or square picture patch into the lower half of the band."""
    tall = band.bottom - band.top
    radius = min(sheet.w, tall) * float(rng.uniform(0.16, 0.34))
    cx, cy = sheet.w * float(rng.uniform(0.3, 0.7)), band.top + tall * float(rng.uniform(0.55, 0.8))
    colour = shaded(article.colour, float(rng.uniform(0.5, 1.4)))
    draw = sheet.pen.ellipse if rng.random() < ROUND_SHARE else sheet.pen.rectangle
    draw((cx - radius, cy - radius, cx + radius, cy + radius), fill=colour)


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's built-in font at ``size`` pixels."""
    return ImageFont.load_default(size)


def _rounded(pixels: NDArray[np.uint8], *, strong: bool) -> NDArray[np.uint8]:
    """Darken the sides and put a highlight left of the middle, as on a round (``strong``) or a flat pack."""
    across = np.linspace(-1.0, 1.0, pixels.shape[1])
    depth = SIDE_SHADE if strong else 0.12
    shade = 1.0 - depth * np.abs(across) ** 2.5 + (0.22 if strong else 0.05) * np.exp(-(((across + 0.4) / 0.16) ** 2))
    down = np.linspace(1.03, 0.94, pixels.shape[0])
    lit = pixels * shade[None, :, None] * down[:, None, None]
    return np.clip(lit, 0, 255).astype(np.uint8)
