"""Draws one facing of an article as a small picture with transparency."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from shelfvision.synth.art import print_art
from shelfvision.synth.contents import fill_crate, print_cans, print_case, print_warning
from shelfvision.synth.lettering import Field
from shelfvision.synth.palette import WHITE, mixed, shaded
from shelfvision.synth.shapes import SHAPES, PackKind, Shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.synth.articles import Article

OVERSAMPLE = 2
LARGE_PX = 260  # packs taller than this are drawn at their own size
RIM = 1  # transparent pixels around a pack, so that its edge is smooth when it is turned


def draw_pack(article: Article, height: int, turned: float = 0.0) -> Image.Image:
    """Draw one facing ``height`` pixels high (RGBA), the label ``turned`` aside by a share of the width (-1 to 1)."""
    if article.stacked > 1:
        return _stacked(article, height, turned)
    factor = OVERSAMPLE if height < LARGE_PX else 1
    h = max(8, height * factor)
    w = max(4, round(h * article.wide / article.tall))
    art = Image.new("RGB", (w, h), article.colour)
    shape = SHAPES[article.kind]
    _print(art, article, shape)
    pixels = np.asarray(art, dtype=np.float32)
    if turned and shape.bulge:
        pixels = np.roll(pixels, round(turned * w), axis=1)
    lit, mask = _formed(pixels, article, shape)
    size = (max(2, round(w / factor)), max(3, round(h / factor)))
    small = Image.fromarray(lit).resize(size, Image.Resampling.BOX)
    alpha = Image.fromarray(mask).resize(size, Image.Resampling.BOX)
    small.putalpha(alpha)
    return small


def _stacked(article: Article, height: int, turned: float) -> Image.Image:
    """Draw the packs of a facing that stand on each other."""
    count = article.stacked
    edges = [round(height * place / count) for place in range(count + 1)]
    one = draw_pack(replace(article, tall=article.tall / count, stacked=1), edges[1], turned)
    pile = Image.new("RGBA", (one.width, height), (*article.colour, 0))
    for upper, lower in pairwise(edges):
        pile.paste(one.resize((one.width, lower - upper)), (0, upper))
    return pile


def _print(art: Image.Image, article: Article, shape: Shape) -> None:
    """Print body, label and cap of a pack flat."""
    w, h = art.size
    pen = ImageDraw.Draw(art)
    rng = np.random.default_rng([article.look, 7])
    if article.clear:
        pen.rectangle((0, 0, w, h * float(rng.uniform(0.1, 0.34))), fill=mixed(article.colour, WHITE, 0.35))
    label = Field(0, shape.label[0] * h, w, shape.label[1] * h)
    match article.kind:
        case PackKind.CRATE:
            fill_crate(rng, art, article)
        case PackKind.CAN_PACK:
            print_cans(rng, art, article)
        case PackKind.CASE:
            print_case(rng, art, article)
            print_art(art, article, label)
        case PackKind.CIGARETTES:
            print_art(art, article, Field(0, 0, w, 0.5 * h))
            print_warning(rng, art, Field(0, float(rng.uniform(0.36, 0.5)) * h, w, h))
        case _:
            print_art(art, article, label)
    if shape.cap:
        cap = WHITE if rng.random() < 0.35 else shaded(article.accent, 0.95)
        pen.rectangle((0, 0, w, shape.cap * h), fill=cap)
        pen.rectangle((0, shape.cap * h - max(1, 0.008 * h), w, shape.cap * h), fill=shaded(cap, 0.6))


def _formed(pixels: NDArray[np.float32], article: Article, shape: Shape) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Give a flat print its form: the outline as a mask, round sides darker, a highlight, a fold or two."""
    h, w = pixels.shape[:2]
    down = (np.arange(h, dtype=np.float32) + 0.5) / h
    marks = np.array(shape.outline, dtype=np.float32)
    left = np.interp(down, marks[:, 0], marks[:, 1]) * w / 2
    right = np.interp(down, marks[:, 0], marks[:, 2]) * w / 2
    rng = np.random.default_rng([article.look, 5])
    if article.kind in {PackKind.BAG, PackKind.POUCH, PackKind.SOFT_PACK}:
        wave = np.sin(down * float(rng.uniform(6, 14)) + float(rng.uniform(0, 6))) * 0.02 * w
        left, right = left - np.abs(wave), right - np.abs(wave)
    across = np.arange(w, dtype=np.float32) + 0.5 - w / 2
    edge = np.minimum(across[None, :] + left[:, None], right[:, None] - across[None, :]) + 0.5
    mask = (np.clip(edge, 0, 1) * (235 if article.clear else 255)).astype(np.uint8)
    middle, half = (right - left) / 2, np.maximum((right + left) / 2, 0.5)
    u = np.clip((across[None, :] - middle[:, None]) / half[:, None], -1, 1)
    light = 1.02 - 0.5 * shape.bulge * np.abs(u) ** 3 - 0.06 * np.abs(u)
    at, thick = float(rng.uniform(-0.6, 0.6)), float(rng.uniform(0.06, 0.2))
    shine = shape.gloss * (0.25 if shape.bulge else 0.1) * np.exp(-(((u - at) / thick) ** 2))
    if article.kind in {PackKind.BAG, PackKind.POUCH, PackKind.SOFT_PACK}:
        folds = np.sin(u * float(rng.uniform(5, 9)) + down[:, None] * float(rng.uniform(8, 20)))
        light = light + 0.1 * folds * np.abs(u)
    light = light * (1.04 - 0.12 * down[:, None])
    lit = pixels * light[:, :, None] + 255 * shine[:, :, None]
    return np.clip(lit, 0, 255).astype(np.uint8), mask
