"""The one entry of inference: a reader that turns photos into shelf readings."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.engine import Backend
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.passes import look
from shelfvision.inference.quality import unreadable
from shelfvision.inference.reading import kept, named, reading_of, sure_of
from shelfvision.inference.result import Box, Outcome, Reason, ShelfReading, ShelfRow
from shelfvision.inference.session import ModelUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["Backend", "Box", "ModelUnavailable", "Outcome", "Reason", "ShelfReader", "ShelfReading", "ShelfRow"]


class ShelfReader:
    """Reads shelf photos with one loaded model."""

    def __init__(self, model_path: Path, threads: int = 1, backend: Backend = Backend.AUTO) -> None:
        """Load the model.

        Raises:
            ModelUnavailable: if the file is missing, damaged, or not a model of this package, or the backend is not
                installed.
        """
        self._model = ShelfModel(model_path, threads, backend)

    @property
    def version(self) -> str:
        """The version of the loaded model."""
        return self._model.facts.version

    @property
    def longest(self) -> int:
        """Pixels of a photo's longer side beyond which the network sees no more: every input of it is filled."""
        facts = self._model.facts
        finest = max((grid - (grid - 1) * facts.tiles.overlap for grid in facts.tiles.grids), default=1.0)
        return ceil(facts.side * max(finest, *(look.scale for look in facts.looks)))

    def read(self, images: Sequence[NDArray[np.uint8]]) -> list[ShelfReading]:
        """Read photos (each height, width, 3; RGB, upright), and answer in their order."""
        return [self._read(image) for image in images]

    def look_closely(self, image: NDArray[np.uint8], confidence: float) -> tuple[ShelfReading, tuple[Box, ...]]:
        """Read one photo as ``read`` does, and return all boxes that score ``confidence`` or more, best first."""
        facts = self._model.facts
        reason = unreadable(image)
        least = [min(confidence, threshold) for threshold in facts.thresholds]
        found, passes = look(self._model, image, least, closely=reason is None)
        order = np.argsort(-found.scores, kind="stable")
        faint = kept(found, order[found.scores[order] >= confidence])
        return reading_of(facts, sure_of(facts, found), passes, reason), named(facts, faint)

    def _read(self, image: NDArray[np.uint8]) -> ShelfReading:
        """Read one photo; what is too dark or blurred to be read costs one pass."""
        reason = unreadable(image)
        found, passes = look(self._model, image, self._model.facts.thresholds, closely=reason is None)
        return reading_of(self._model.facts, found, passes, reason)
