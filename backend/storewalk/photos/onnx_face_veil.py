"""The veil over faces by the shipped face model. Only the worker's composition root imports this module."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from shelfvision.inference.faces import FaceFinder, ModelUnavailable
from storewalk.photos.face_veil import FaceVeil, VeilUnavailable
from storewalk.photos.pillow_darkroom import encode, pixels

MARGIN = 0.3  # of the face's width and height, on each side: hair, ears and chin tell people too
CELLS = 5  # coarse squares across the veiled part: nothing of a face is left in 25 of them
QUALITY = 82


class OnnxFaceVeil(FaceVeil):
    """Veils one photo at a time in a thread of its own; the model is loaded for the first photo, not at start."""

    def __init__(self, model: Path | None) -> None:
        """Take the face model's path (None: this installation has none, and shares nothing)."""
        self._model = model
        self._finder: FaceFinder | None = None
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="veil")

    async def veil(self, original: bytes, longest: int) -> bytes:
        """Veil one photo; see `FaceVeil.veil`."""
        return await asyncio.get_running_loop().run_in_executor(self._lane, self._veil, original, longest)

    def _veil(self, original: bytes, longest: int) -> bytes:
        finder = self._loaded()
        seen = pixels(original, longest)
        picture = Image.fromarray(seen)
        for face in finder.find(seen):
            cover(picture, face)
        return encode(picture, QUALITY)

    def _loaded(self) -> FaceFinder:
        if self._finder is None:
            if self._model is None:
                raise VeilUnavailable("STOREWALK_FACE_MODEL is not set")
            try:
                self._finder = FaceFinder(self._model)
            except ModelUnavailable as fault:
                raise VeilUnavailable(str(fault)) from fault
        return self._finder


def cover(picture: Image.Image, face: NDArray[np.float32]) -> None:
    """Replace a face (x0 y0 x1 y1 in pixels) and its margin by a few blurred squares."""
    x0, y0, x1, y1 = (float(edge) for edge in face)
    by_x, by_y = (x1 - x0) * MARGIN, (y1 - y0) * MARGIN
    left, top = max(0, int(x0 - by_x)), max(0, int(y0 - by_y))
    right, bottom = min(picture.width, round(x1 + by_x) + 1), min(picture.height, round(y1 + by_y) + 1)
    if left >= right or top >= bottom:
        return
    part = picture.crop((left, top, right, bottom))
    coarse = part.resize((CELLS, CELLS), Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
    picture.paste(coarse.filter(ImageFilter.GaussianBlur(max(part.size) / CELLS / 3)), (left, top))
