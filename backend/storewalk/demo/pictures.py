"""The demo chain's own photos: drawn shelves with known gaps, and drawn shop fronts."""

from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

from shelfvision.synth.api import draw_shelf

SIZE: Final = (800, 600)


def shelf(seed: int, gaps: int) -> bytes:
    """Return a JPEG of a drawn shelf with `gaps` empty places."""
    return _jpeg(draw_shelf(seed, *SIZE, gaps=gaps).image)


def front(seed: int) -> bytes:
    """Return a JPEG of a drawn shop front: sky, sign, windows, door, pavement, and what stands before it that day."""
    rng = np.random.default_rng([7, seed])
    width, height = SIZE
    light = int(rng.integers(150, 235))
    image = Image.new("RGB", SIZE, (light - 40, light - 15, light))
    draw = ImageDraw.Draw(image)
    top = int(height * rng.uniform(0.12, 0.2))
    tone = int(rng.integers(190, 225))
    draw.rectangle((0, top, width, height * 0.86), fill=(tone, tone - 6, tone - 14))
    draw.rectangle((0, top + 20, width, top + 120), fill=(15, 118, 110))
    for number in range(4):
        x = width * 0.3 + number * 96
        draw.rounded_rectangle((x, top + 42, x + 62, top + 98), 8, fill=(244, 250, 249))
    door = width * rng.uniform(0.42, 0.55)
    for x0, x1 in ((40, door - 30), (door + 190, width - 40)):
        draw.rectangle((x0, top + 160, x1, height * 0.82), fill=(58, 74, 82), outline=(40, 48, 52), width=6)
        for shelf_y in np.linspace(top + 210, height * 0.78, 4):
            for x in np.arange(x0 + 12, x1 - 24, 26):
                color = tuple(int(c) for c in rng.integers(90, 230, 3))
                draw.rectangle((x, shelf_y - 30, x + 18, shelf_y), fill=color)
    draw.rectangle((door, top + 150, door + 160, height * 0.86), fill=(86, 104, 112), outline=(30, 36, 40), width=6)
    draw.rectangle((0, height * 0.86, width, height), fill=(120, 120, 124))
    for _ in range(4):  # passers-by, trees and parked bicycles: two visits never see the same street
        x, wide, tall = width * rng.uniform(0, 0.9), rng.uniform(40, 150), height * rng.uniform(0.25, 0.7)
        color = tuple(int(c) for c in rng.integers(30, 235, 3))
        draw.rounded_rectangle((x, height * 0.94 - tall, x + wide, height * 0.94), 24, fill=color)
    slope = np.linspace(-1, 1, width)[None, :, None] * rng.uniform(-45, 45)  # where the sun stands
    noise = rng.normal(0, 4, (height, width, 3))
    return _jpeg(Image.fromarray(np.clip(np.asarray(image) + slope + noise, 0, 255).astype(np.uint8)))


def _jpeg(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=86)
    return buffer.getvalue()
