"""What the room asks of a veil over faces; the veil itself is brought by the worker process.

The API imports this module too, so nothing here may load Pillow, numpy or onnxruntime.
"""

from abc import ABC, abstractmethod


class VeilUnavailable(Exception):
    """Faces cannot be found here; the text says why. What was to be veiled must not leave."""


class FaceVeil(ABC):
    """Makes people unrecognisable, before a photo leaves the chain or teaches a model."""

    @abstractmethod
    async def veil(self, original: bytes, longest: int) -> bytes:
        """Return a verified original as an upright WebP without metadata and without stamp, every face veiled.

        Its longer side is at most `longest` pixels. The event loop is not blocked.

        Raises:
            UnfitPhoto: the bytes are no picture.
            VeilUnavailable: the face model is missing or damaged.

        """
