"""The same photos as a poorer camera or light would have given them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shelfvision.evaluation.photos import Example

QUALITY = 20
DARKER = 0.45
SOFTER = 1.0  # pixels of a photo whose longer side has 320


def with_variants(examples: Iterable[Example]) -> Iterator[Example]:
    """Give each example as it is, then darker, softer, smaller and strongly compressed; what is true of it stays."""
    for example in examples:
        yield example
        picture = Image.fromarray(example.image)
        for name, spoil in VARIANTS.items():
            yield example._replace(image=np.asarray(spoil(picture)), name=f"{example.name} {name}")


def _darker(picture: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(picture).enhance(DARKER)


def _softer(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(SOFTER * max(picture.size) / 320))


def _smaller(picture: Image.Image) -> Image.Image:
    return picture.resize((max(32, picture.width // 2), max(32, picture.height // 2)), Image.Resampling.BILINEAR)


def _compressed(picture: Image.Image) -> Image.Image:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=QUALITY)
    return Image.open(file).convert("RGB")


VARIANTS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "darker": _darker,
    "softer": _softer,
    "smaller": _smaller,
    "compressed": _compressed,
}
