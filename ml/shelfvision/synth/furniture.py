"""Draws what goods stand on: back panels, boards from above and below, price rails, uprights and end panels."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from shelfvision.synth.fixtures import Panel, Style, Tier
from shelfvision.synth.lens import Plane
from shelfvision.synth.palette import Colour, shaded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.synth.canvas import Canvas
    from shelfvision.synth.scene import Bay

SHADOW = 0.4  # share of a row's clear height that lies in the upper board's shadow
TEXTURE = (320, 110)  # pixels of a panel's picture, a metre wide
PITCH = {Panel.HOLES: 13, Panel.SLOTS: 16, Panel.GROOVES: 20, Panel.WIRE: 18}  # pixels from one to the next


@lru_cache(maxsize=64)
def panel_texture(style: Style, shelter: bool) -> Image.Image:
    """Return a metre of back panel: its pattern, dark below the upper board (where there is ``shelter``)."""
    w, h = TEXTURE
    x, y = np.arange(w)[None, :], np.arange(h)[:, None]
    pattern = np.ones((h, w), dtype=np.float32)
    pitch = PITCH.get(style.panel, 1)
    dark = 0.45 if sum(style.back) > 200 else 2.2
    match style.panel:
        case Panel.HOLES:
            pattern[(x % pitch < 3) & (y % pitch < 3)] = dark
        case Panel.SLOTS:
            pattern[(x % pitch < 3) & (y % (2 * pitch) < pitch)] = dark
        case Panel.GROOVES:
            pattern[np.broadcast_to(y % pitch < 3, pattern.shape)] = dark
        case Panel.WIRE:
            pattern[(x % pitch < 2) | (y % (2 * pitch) < 2)] = dark
        case Panel.PLAIN:
            pass
    down = np.linspace(0.0, 1.0, h).astype(np.float32)[:, None]
    light = style.light * (0.35 + 0.65 * np.minimum(1.0, down * 1.8) if shelter else np.ones_like(down))
    return _opaque(np.array(style.back, dtype=np.float32) * (pattern * light)[:, :, None])


@lru_cache(maxsize=256)
def faded(colour: Colour, lights: tuple[float, ...]) -> Image.Image:
    """Return a picture of one colour whose light changes downwards through ``lights``."""
    marks = np.linspace(0, len(lights) - 1, 24)
    light = np.interp(marks, np.arange(len(lights)), lights).astype(np.float32)
    return _opaque(np.array(colour, dtype=np.float32) * np.repeat(light[:, None, None], 4, axis=1))


@lru_cache(maxsize=4)
def shadow(strength: int) -> Image.Image:
    """Return a shadow that fades downwards from ``strength`` (0 to 255)."""
    alpha = np.repeat(np.linspace(1, 0, 24)[:, None] ** 1.4 * strength, 4, axis=1)
    dark = np.zeros((24, 4, 4), dtype=np.uint8)
    dark[:, :, 3] = alpha.astype(np.uint8)
    return Image.fromarray(dark)


def _opaque(pixels: NDArray[np.floating]) -> Image.Image:
    """Make a picture (RGBA) without transparency."""
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).convert("RGBA")


def draw_back(canvas: Canvas, style: Style, bay: Bay, tier: Tier) -> None:
    """Draw one row's back panel, the underside of the board above and the upper side of its own board."""
    top = tier.floor + tier.clear * (1.15 if tier.open_top else 1.0)
    panel_top = top if tier.open_top else top + tier.rail + 0.03
    wide = bay.right - bay.left
    texture = panel_texture(style, not tier.open_top)
    canvas.face(texture, Plane((bay.left, panel_top, style.depth), (wide, 0, 0), (0, tier.floor - panel_top, 0)))
    if tier.hanging:
        return
    across, inward = (wide, 0.0, 0.0), (0.0, 0.0, -style.depth)
    if canvas.lens.eye[1] > tier.floor:
        near_light = 0.55 + 0.45 * style.light
        board = faded(style.board, (0.3 + 0.4 * style.light, near_light, 1.0))
        canvas.face(board, Plane((bay.left, tier.floor, style.depth), across, inward))
    if canvas.lens.eye[1] < top and not tier.open_top:
        board = faded(style.board, (0.25, 0.4))
        canvas.face(board, Plane((bay.left, top, style.depth), across, inward))


def draw_shade(canvas: Canvas, bay: Bay, tier: Tier, strength: int) -> None:
    """Darken the upper part of a row's goods by the shadow of the board above."""
    if not tier.open_top:
        plane = Plane(
            (bay.left, tier.floor + tier.clear, 0.0), (bay.right - bay.left, 0, 0), (0, -SHADOW * tier.clear, 0)
        )
        canvas.face(shadow(strength), plane, None)


def draw_rail(canvas: Canvas, style: Style, bay: Bay, tier: Tier) -> None:
    """Draw the front edge of a row's board, and a seam where the bay ends."""
    if tier.hanging:
        return
    plane = Plane((bay.left, tier.floor + 0.004, 0.0), (bay.right - bay.left, 0, 0), (0, -tier.rail - 0.004, 0))
    canvas.face(faded(style.rail, (1.12, 0.98, 0.92, 0.86, 0.5)), plane)
    seam = [(bay.right - 0.003, tier.floor, -0.002), (bay.right, tier.floor, -0.002)]
    seam += [(x, y - tier.rail, z) for x, y, z in reversed(seam)]
    canvas.flat(seam, shaded(style.rail, 0.55))


def draw_base(canvas: Canvas, style: Style, bay: Bay) -> None:
    """Draw the plinth below the lowest board."""
    tier = bay.rows[-1].tier
    low = tier.floor - tier.rail
    plane = Plane((bay.left, low, 0.02), (bay.right - bay.left, 0, 0), (0, -low, 0))
    canvas.face(faded(shaded(style.board, 0.6), (0.5, 0.9, 0.7)), plane)


def draw_end(canvas: Canvas, style: Style, x: float, top: float, outward: int) -> None:
    """Draw the panel at an end of the run; ``outward`` is the side (-1 or 1) it looks to."""
    z = -0.01
    edge = [(x, top, z), (x + 0.03 * outward, top, z), (x + 0.03 * outward, 0.0, z), (x, 0.0, z)]
    canvas.flat(edge, shaded(style.rail, 0.9))
    if (canvas.lens.eye[0] - x) * outward > 0:
        far = x + 0.03 * outward
        side = [(far, top, z), (far, top, style.depth + 0.05), (far, 0.0, style.depth + 0.05), (far, 0.0, z)]
        canvas.flat(side, shaded(style.rail, 0.72))
