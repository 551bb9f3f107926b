"""The one entry of inference: a reader that turns photos into shelf readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.availability import photo_availability, read_rows
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.passes import look
from shelfvision.inference.quality import unreadable
from shelfvision.inference.result import Box, Outcome, Reason, ShelfReading, ShelfRow
from shelfvision.inference.session import ModelUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.inference.decode import Found

__all__ = ["Box", "ModelUnavailable", "Outcome", "Reason", "ShelfReader", "ShelfReading", "ShelfRow"]

LEAST_FACINGS = 3  # one or two lookalikes of a pack do not make a shelf


class ShelfReader:
    """Reads shelf photos with one loaded model."""

    def __init__(self, model_path: Path, threads: int = 1) -> None:
        """Load the model.

        Raises:
            ModelUnavailable: if the file is missing, damaged, or not a model of this package.
        """
        self._model = ShelfModel(model_path, threads)

    @property
    def version(self) -> str:
        """The version of the loaded model."""
        return self._model.facts.version

    def read(self, images: Sequence[NDArray[np.uint8]]) -> list[ShelfReading]:
        """Read photos (each height, width, 3; RGB, upright), and answer in their order."""
        return [self._read(image) for image in images]

    def _read(self, image: NDArray[np.uint8]) -> ShelfReading:
        """Read one photo; what is too dark or blurred to be read costs one pass."""
        reason = unreadable(image)
        found, passes = look(self._model, image, self._model.facts.thresholds, by_tiles=reason is None)
        return self._reading(found, passes, reason)

    def _reading(self, found: Found, passes: int, reason: Reason | None) -> ShelfReading:
        """Put a reading together from boxes in fractions of the photo."""
        facts = self._model.facts
        labels: list[Label] = [facts.labels[int(number)] for number in found.classes]
        corners = [(float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in found.boxes]
        rows = read_rows(corners, [label == "gap" for label in labels])
        confidence = float(np.median(found.scores)) if found.scores.size else 0.0
        facings = labels.count("product")
        if reason is None and facings < LEAST_FACINGS:
            reason = Reason.NO_PRODUCTS
        if reason is None and confidence < facts.sure:
            reason = Reason.LOW_SCORES
        return ShelfReading(
            outcome=Outcome.UNSURE if reason else Outcome.READ,
            reason=reason,
            confidence=confidence,
            boxes=tuple(
                Box(label, float(score), *edges)
                for label, score, edges in zip(labels, found.scores, corners, strict=True)
            ),
            rows=rows,
            facings=facings,
            gaps=labels.count("gap"),
            availability=photo_availability(rows),
            model_version=facts.version,
            passes=passes,
        )
