"""What the room asks of an image decoder; the decoder itself is brought by the worker process.

The API imports this module too, so nothing here may load Pillow or numpy.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storewalk.photos.drawn import Mark

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class ContentType(StrEnum):
    """The types that are taken, of still images and of spoken notes; everything else is refused at registration."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    WEBM = "audio/webm"
    MP4 = "audio/mp4"


class Reason(StrEnum):
    """Why a photo is not ready; the screens say it in the reader's language."""

    MISSING = "missing"
    SIZE_MISMATCH = "size_mismatch"
    HASH_MISMATCH = "hash_mismatch"
    WRONG_TYPE = "wrong_type"
    UNREADABLE = "unreadable"
    ANIMATED = "animated"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    TOO_LONG = "too_long"


RESENDABLE = frozenset({Reason.MISSING, Reason.SIZE_MISMATCH, Reason.HASH_MISMATCH})
"""Faults of the way, not of the picture: another upload of the same bytes may cure them."""


class UnfitPhoto(Exception):
    """The bytes are not a photo that may be shown; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What the camera wrote into the file; a time without a zone is by the camera's wall clock, degrees are WGS-84."""

    taken_at: datetime | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Prints:
    """A developed photo: upright size in pixels, two renditions without metadata, its fingerprint, its file's record.

    `large` is a JPEG with the stamp, `small` a WebP too small for one.
    """

    width: int
    height: int
    large: bytes
    small: bytes
    phash: int | None
    """Signed 64-bit fingerprint (see `fingerprint.py`) of the unstamped picture; None where it has no structure."""
    record: FileRecord | None


class Darkroom(ABC):
    """Turns uploaded bytes into prints, and verified originals into pixels to be read."""

    @abstractmethod
    async def develop(self, data: bytes, content_type: ContentType, stamp: Sequence[str] = ()) -> Prints:
        """Decode under limits and render both sizes without blocking the event loop; draw the stamp on the large one.

        Raises:
            UnfitPhoto: the bytes are no still picture of that type within the limits.

        """

    @abstractmethod
    async def mark(self, copy: bytes, marks: Sequence[Mark]) -> bytes:
        """Return an upright copy of a photo as a WebP with marks drawn into it."""

    @abstractmethod
    async def pixels(self, original: bytes, longest: int) -> "NDArray[np.uint8]":
        """Return a verified original upright as (height, width, 3) sRGB, its longer side at most `longest` pixels.

        For machines that look: no stamp is drawn, and no second lossy encoding lies between.

        Raises:
            UnfitPhoto: the bytes are no picture.

        """
