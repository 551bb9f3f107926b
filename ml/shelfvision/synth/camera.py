"""What a phone's camera does to the scene: light, tint, blur, noise and JPEG artefacts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from numpy.random import Generator


def photograph(rng: Generator, image: Image.Image) -> Image.Image:
    """Return the scene as a phone would take it; geometry is kept, so boxes stay exact."""
    blurred = image.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.0, 0.0012)) * image.width))
    pixels = np.asarray(blurred, dtype=np.float32)
    height, width = pixels.shape[:2]
    across, down = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    light = 1.0 + rng.uniform(-0.16, 0.16) * across[None, :] + rng.uniform(-0.16, 0.16) * down[:, None]
    light = light - rng.uniform(0.0, 0.22) * (across[None, :] ** 2 + down[:, None] ** 2) / 2
    tint = rng.uniform(0.93, 1.07, 3)
    exposure = rng.uniform(0.72, 1.15)
    lit = pixels * light[:, :, None] * (tint * exposure)[None, None, :]
    noisy = lit + rng.normal(0.0, rng.uniform(1.0, 6.0), lit.shape)
    taken = Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))
    buffer = io.BytesIO()
    taken.save(buffer, "JPEG", quality=int(rng.integers(55, 93)))
    buffer.seek(0)
    with Image.open(buffer) as stored:
        return stored.convert("RGB")
