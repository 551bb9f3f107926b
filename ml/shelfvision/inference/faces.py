"""Finds people's faces, to be made unrecognisable; tells nobody who anybody is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from shelfvision.inference.letterbox import fit
from shelfvision.inference.session import ModelUnavailable, open_session
from shelfvision.inference.suppression import suppress

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["FaceFinder", "ModelUnavailable"]

NEAR_SIDE: Final = 640  # input pixels of the longer side: a face that fills the photo is found
FAR_SIDE: Final = 1280  # and here one across the aisle
STRIDE: Final = 32
CELL: Final = 4  # input pixels between two places where a face may have its centre
LEAST_SCORE: Final = 0.35  # low: a veiled pack is a smaller fault than a face that is shown
OVERLAP: Final = 0.4


class FaceFinder:
    """CenterFace (Xu et al., "CenterFace: Joint Face Detection and Alignment Using Face as Point", arXiv 1911.03599).

    Safe to call from several threads.
    """

    def __init__(self, model_path: Path, threads: int = 1) -> None:
        """Load the model.

        Raises:
            ModelUnavailable: if the file is missing, damaged, or no model with the four outputs of CenterFace.
        """
        self._session = open_session(model_path, threads)
        self._input = self._session.get_inputs()[0].name
        channels = [output.shape[1] for output in self._session.get_outputs()]
        if channels != [1, 2, 2, 10]:
            message = f"model file {model_path} finds no faces"
            raise ModelUnavailable(message)

    def find(self, image: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the faces of a photo (height, width, 3; RGB, upright) as boxes (n, 4: x0 y0 x1 y1) in its pixels."""
        height, width = image.shape[:2]
        longest = max(height, width)
        sides = {min(longest, NEAR_SIDE), min(longest, FAR_SIDE)}
        looks = [self._look(image, side) for side in sides]
        boxes = np.concatenate([boxes for boxes, _ in looks])
        scores = np.concatenate([scores for _, scores in looks])
        kept = boxes[suppress(boxes, scores, OVERLAP)]
        return kept * np.array([width, height, width, height], np.float32)

    def _look(self, image: NDArray[np.uint8], side: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Look at one size: boxes (n, 4) in fractions of the photo, with their scores (n,)."""
        planes, letterbox = fit(image, side, STRIDE)
        heat, sizes, offsets, _landmarks = self._session.run(None, {self._input: planes[None] * np.float32(255)})
        rows, columns = np.nonzero(heat[0, 0] >= LEAST_SCORE)
        tall, wide = np.exp(sizes[0][:, rows, columns]) * CELL
        down, right = offsets[0][:, rows, columns]
        middle_y, middle_x = (rows + down + 0.5) * CELL, (columns + right + 0.5) * CELL
        half_h, half_w = tall / 2, wide / 2
        corners = [middle_x - half_w, middle_y - half_h, middle_x + half_w, middle_y + half_h]
        boxes = np.stack(corners, axis=1).astype(np.float32)
        return letterbox.to_fractions(boxes), heat[0, 0, rows, columns]
