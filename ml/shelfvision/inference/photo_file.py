"""Opens a photo from a file as it is to be read, upright and in eight bits; says why one is not to be trusted."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LEAST_SIDE = 32  # the network's stride: a smaller picture is one cell of it
MOST_PIXELS = 120_000_000
CAMERA_MODES = ("RGB", "RGBA", "L", "P")


class FileFault(StrEnum):
    """Why a file is no photo that a phone's camera took."""

    NOT_A_PICTURE = "not_a_picture"
    DAMAGED = "damaged"
    ANIMATED = "animated"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_CAMERA_COLOURS = "not_camera_colours"


class PhotoFile(NamedTuple):
    """A picture (h, w, 3; RGB, upright) as far as the file gives one, and what is wrong with the file."""

    image: NDArray[np.uint8] | None
    fault: FileFault | None


def open_photo(path: Path) -> PhotoFile:
    """Open a file. Never raises for what is in it; formats that Pillow has no decoder for (HEIC) are no pictures.

    Pictures of printers and scanners (CMYK, 16 bits) are converted and given with their fault: they can be looked at,
    but no camera made them. Raises OSError where the file itself cannot be read.
    """
    data = path.open("rb")
    with data:
        try:
            with Image.open(data) as picture:
                return _opened(picture)
        except UnidentifiedImageError:
            return PhotoFile(None, FileFault.NOT_A_PICTURE)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return PhotoFile(None, FileFault.DAMAGED)


def _opened(picture: Image.Image) -> PhotoFile:
    """Judge by the header before anything is decoded."""
    if getattr(picture, "is_animated", False):
        return PhotoFile(None, FileFault.ANIMATED)
    if min(picture.size) < LEAST_SIDE:
        return PhotoFile(None, FileFault.TOO_SMALL)
    if picture.width * picture.height > MOST_PIXELS:
        return PhotoFile(None, FileFault.TOO_LARGE)
    fault = None if picture.mode in CAMERA_MODES else FileFault.NOT_CAMERA_COLOURS
    upright = ImageOps.exif_transpose(picture)
    return PhotoFile(np.asarray(_eight_bits(upright).convert("RGB")), fault)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Scale 16-bit grey down; Pillow would cut it off at 255."""
    if not picture.mode.startswith("I"):
        return picture
    return Image.fromarray((np.asarray(picture).astype(np.int64) >> 8).clip(0, 255).astype(np.uint8))
