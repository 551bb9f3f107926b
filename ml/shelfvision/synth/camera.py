"""What a phone's camera does to a scene: light, colour cast, blur, noise, low resolution and JPEG artefacts."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

from shelfvision.synth.chance import between, chance
from shelfvision.synth.looks import Wear

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

SMALL_PX = (260.0, 340.0)  # width of photos that went through messengers and data sets
GAMMA_PIVOT = 118.0


@dataclass(frozen=True, slots=True)
class Spoiling:
    """Ranges of what spoils a photo: exposure, blur (share of the width), noise (grey levels), cast, JPEG quality."""

    exposure: tuple[float, float]
    blur: tuple[float, float]
    noise: tuple[float, float]
    cast: float
    quality: tuple[int, int]


SPOILINGS = {
    Wear.CLEAN: Spoiling((0.9, 1.15), (0.0004, 0.0011), (1.0, 3.0), 0.05, (80, 95)),
    Wear.PHONE: Spoiling((0.78, 1.25), (0.0006, 0.0018), (1.5, 6.0), 0.1, (55, 92)),
    Wear.SMALL: Spoiling((0.78, 1.25), (0.0006, 0.0016), (1.0, 4.0), 0.12, (60, 92)),
    Wear.DIM: Spoiling((0.38, 0.65), (0.0008, 0.002), (4.0, 12.0), 0.16, (50, 88)),
    Wear.GLARE: Spoiling((0.95, 1.4), (0.0006, 0.0018), (1.0, 5.0), 0.1, (60, 92)),
    Wear.SHAKEN: Spoiling((0.75, 1.15), (0.0015, 0.0034), (2.0, 7.0), 0.1, (55, 90)),
}


def photograph(rng: Generator, scene: Image.Image, size: tuple[int, int], wear: Wear = Wear.CLEAN) -> Image.Image:
    """Return the scene as a phone would take it, ``size`` pixels large; geometry is kept, so boxes stay exact."""
    spoiling = SPOILINGS[wear]
    image = scene.filter(ImageFilter.GaussianBlur(between(rng, *spoiling.blur) * scene.width))
    if wear is Wear.SHAKEN:
        image = _shaken(rng, image)
    if wear is Wear.SMALL:
        width = between(rng, *SMALL_PX)
        small = (round(width), max(8, round(width * size[1] / size[0])))
        image = image.resize(small, Image.Resampling.BICUBIC)
    elif image.size != size:
        image = image.resize(size, Image.Resampling.BICUBIC)
    lit = _lit(rng, np.asarray(image, dtype=np.float32), wear, spoiling)
    lit += rng.standard_normal(lit.shape, dtype=np.float32) * np.float32(between(rng, *spoiling.noise))
    taken = _stored(Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8)), int(rng.integers(*spoiling.quality)))
    return taken if taken.size == size else taken.resize(size, Image.Resampling.BICUBIC)


def _lit(rng: Generator, pixels: NDArray[np.float32], wear: Wear, spoiling: Spoiling) -> NDArray[np.float32]:
    """Apply fall-off, vignette, glare, colour cast, exposure and contrast."""
    height, width = pixels.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    light = 1 + np.float32(between(rng, -0.16, 0.16)) * across + np.float32(between(rng, -0.16, 0.16)) * down
    light -= np.float32(between(rng, 0.0, 0.25)) * (across**2 + down**2) / 2
    cast = np.float32(1) + rng.uniform(-1, 1, 3).astype(np.float32) * np.float32(spoiling.cast)
    contrast = np.float32(between(rng, 0.85, 1.2))
    gain = contrast * np.float32(between(rng, *spoiling.exposure)) * cast
    lit = pixels * light[:, :, None] * gain + np.float32(GAMMA_PIVOT) * (1 - contrast)
    if wear is Wear.GLARE or chance(rng, 0.06):
        x, y, wide = between(rng, -1, 1), between(rng, -1, 0.6), between(rng, 0.12, 0.45)
        spot = np.exp(-((across - x) ** 2 + (down - y) ** 2) / wide**2).astype(np.float32)
        lit += np.float32(between(rng, 60, 190)) * spot[:, :, None]
    return lit.astype(np.float32, copy=False)


def _shaken(rng: Generator, image: Image.Image) -> Image.Image:
    """Blur along a short straight way of the hand."""
    way = between(rng, 0.003, 0.009) * image.width
    angle = between(rng, 0, np.pi)
    pixels = np.asarray(image, dtype=np.float32)
    steps = np.linspace(-0.5, 0.5, 7)
    moved = [np.roll(pixels, (round(way * np.sin(angle) * s), round(way * np.cos(angle) * s)), (0, 1)) for s in steps]
    return Image.fromarray(np.mean(moved, axis=0).astype(np.uint8))


def _stored(image: Image.Image, quality: int) -> Image.Image:
    """Return the picture as it comes back from a JPEG file of this quality."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    buffer.seek(0)
    with Image.open(buffer) as stored:
        return stored.convert("RGB")
