"""The one entry of inference: a reader that turns photos into shelf readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.availability import photo_availability, read_rows
from shelfvision.inference.decode import Found
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

    def look_closely(self, image: NDArray[np.uint8], confidence: float) -> tuple[ShelfReading, tuple[Box, ...]]:
        """Read one photo as ``read`` does, and return all boxes that score ``confidence`` or more, best first."""
        shipped = self._model.facts.thresholds
        reason = unreadable(image)
        least = [min(confidence, threshold) for threshold in shipped]
        found, passes = look(self._model, image, least, by_tiles=reason is None)
        # suppression lets a better box win, so what is faint never changed what is sure
        sure = found.scores >= np.array(shipped)[found.classes]
        order = np.argsort(-found.scores, kind="stable")
        faint = _kept(found, order[found.scores[order] >= confidence])
        return self._reading(_kept(found, np.flatnonzero(sure)), passes, reason), self._boxes(faint)

    def _read(self, image: NDArray[np.uint8]) -> ShelfReading:
        """Read one photo; what is too dark or blurred to be read costs one pass."""
        reason = unreadable(image)
        found, passes = look(self._model, image, self._model.facts.thresholds, by_tiles=reason is None)
        return self._reading(found, passes, reason)

    def _boxes(self, found: Found) -> tuple[Box, ...]:
        """Name what was found."""
        labels = self._model.facts.labels
        return tuple(
            Box(labels[int(number)], float(score), *(float(edge) for edge in edges))
            for number, score, edges in zip(found.classes, found.scores, found.boxes, strict=True)
        )

    def _reading(self, found: Found, passes: int, reason: Reason | None) -> ShelfReading:
        """Put a reading together from boxes in fractions of the photo."""
        facts, boxes = self._model.facts, self._boxes(found)
        labels: list[Label] = [box.label for box in boxes]
        rows = read_rows([(box.x0, box.y0, box.x1, box.y1) for box in boxes], [label == "gap" for label in labels])
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
            boxes=boxes,
            rows=rows,
            facings=facings,
            gaps=labels.count("gap"),
            availability=photo_availability(rows),
            model_version=facts.version,
            passes=passes,
        )


def _kept(found: Found, chosen: NDArray[np.intp]) -> Found:
    """Keep some of what was found, in the order given."""
    return Found(found.boxes[chosen], found.scores[chosen], found.classes[chosen])
