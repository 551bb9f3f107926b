"""Opens a photo from a file as it is to be read, upright and in eight bits; says why one is not to be trusted."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LEAST_SIDE = 32  # the network's stride: a smaller picture is one cell of it
MOST_PIXELS = 120_000_000
CAMERA_MODES = ("RGB", "RGBA", "L", "P")
ORIENTATION, UPRIGHT, SIDEWAYS = 0x0112, 1, range(5, 9)  # the EXIF tag, its default, what swaps width and height


class FileFault(StrEnum):
    """Why a file is no photo that a phone's camera took."""

    NOT_A_PICTURE = "not_a_picture"
    DAMAGED = "damaged"
    ANIMATED = "animated"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NOT_CAMERA_COLOURS = "not_camera_colours"


class PhotoFile(NamedTuple):
    """A picture (h, w, 3; RGB, upright) as far as the file gives one, and what is wrong with the file.

    ``width`` and ``height`` are those of the upright picture in the file, of which ``image`` may be a smaller copy.
    """

    image: NDArray[np.uint8] | None
    fault: FileFault | None
    width: int = 0
    height: int = 0


def open_photo(source: Path | bytes, longest: int) -> PhotoFile:
    """Open a file or its content. Never raises for what is in it; what Pillow has no decoder for (HEIC) is no picture.

    A picture of over twice ``longest`` pixels is decoded to a whole fraction of its size that is no smaller than that.
    Pictures of printers and scanners (CMYK, 16 bits) are converted and given with their fault: they can be looked at,
    but no camera made them. Raises OSError where the file itself cannot be read.
    """
    data = BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    with data:
        try:
            with Image.open(data) as picture:
                return _opened(picture, longest)
        except UnidentifiedImageError:
            return PhotoFile(None, FileFault.NOT_A_PICTURE)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return PhotoFile(None, FileFault.DAMAGED)


def _opened(picture: Image.Image, longest: int) -> PhotoFile:
    """Judge by the header before anything is decoded."""
    if getattr(picture, "is_animated", False):
        return PhotoFile(None, FileFault.ANIMATED)
    if min(picture.size) < LEAST_SIDE:
        return PhotoFile(None, FileFault.TOO_SMALL)
    if picture.width * picture.height > MOST_PIXELS:
        return PhotoFile(None, FileFault.TOO_LARGE)
    fault = None if picture.mode in CAMERA_MODES else FileFault.NOT_CAMERA_COLOURS
    wide, high = picture.size
    orientation = picture.getexif().get(ORIENTATION, UPRIGHT)
    scale = max(1, max(wide, high) // longest)
    picture.draft(None, (wide // scale, high // scale))  # a JPEG decodes to a half, a quarter or an eighth by itself
    left = max(1, max(picture.size) // longest)
    whole = _eight_bits(picture)
    image = whole if whole.mode == "RGB" else whole.convert("RGB")
    if left > 1:
        image = image.reduce(left)
    if orientation != UPRIGHT:
        image = ImageOps.exif_transpose(image)
    return PhotoFile(np.asarray(image), fault, *((high, wide) if orientation in SIDEWAYS else (wide, high)))


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Scale 16-bit grey down; Pillow would cut it off at 255."""
    if not picture.mode.startswith("I"):
        return picture
    grey = Image.fromarray((np.asarray(picture).astype(np.int64) >> 8).clip(0, 255).astype(np.uint8))
    grey.info["exif"] = picture.info.get("exif", b"")
    return grey
