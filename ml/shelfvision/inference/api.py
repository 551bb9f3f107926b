"""The one entry of inference: a reader that turns photos into shelf readings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.availability import photo_availability, read_rows
from shelfvision.inference.decode import Found, decode
from shelfvision.inference.letterbox import Letterbox, fit
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.quality import unreadable
from shelfvision.inference.result import Box, Outcome, Reason, ShelfReading, ShelfRow
from shelfvision.inference.session import ModelUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["Box", "ModelUnavailable", "Outcome", "Reason", "ShelfReader", "ShelfReading", "ShelfRow"]

BATCH = 4
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
        facts = self._model.facts
        readings: dict[int, ShelfReading] = {}
        waiting: defaultdict[tuple[int, ...], list[tuple[int, NDArray[np.float32], Letterbox]]] = defaultdict(list)
        for index, image in enumerate(images):
            planes, letterbox = fit(image, facts.side, facts.stride)
            same_shape = waiting[planes.shape]
            same_shape.append((index, planes, letterbox))
            if len(same_shape) == BATCH:
                readings |= self._read_batch(images, waiting.pop(planes.shape))
        for batch in waiting.values():
            readings |= self._read_batch(images, batch)
        return [readings[index] for index in range(len(images))]

    def _read_batch(
        self,
        images: Sequence[NDArray[np.uint8]],
        batch: list[tuple[int, NDArray[np.float32], Letterbox]],
    ) -> dict[int, ShelfReading]:
        """Run photos of one input shape together."""
        facts = self._model.facts
        raw = self._model.run(np.stack([planes for _, planes, _ in batch]))
        readings: dict[int, ShelfReading] = {}
        for output, (index, _, letterbox) in zip(raw, batch, strict=True):
            found = decode(output, facts.thresholds, facts.overlap)
            readings[index] = self._reading(images[index], found._replace(boxes=letterbox.to_fractions(found.boxes)))
        return readings

    def _reading(self, image: NDArray[np.uint8], found: Found) -> ShelfReading:
        """Put a reading together from boxes in fractions of the photo."""
        facts = self._model.facts
        is_gap = np.array([facts.labels[int(number)] == "gap" for number in found.classes], dtype=np.bool_)
        rows = read_rows(found.boxes, is_gap)
        confidence = float(np.median(found.scores)) if found.scores.size else 0.0
        reason = unreadable(image)
        facings = int((~is_gap).sum())
        if reason is None and facings < LEAST_FACINGS:
            reason = Reason.NO_PRODUCTS
        if reason is None and confidence < facts.sure:
            reason = Reason.LOW_SCORES
        return ShelfReading(
            outcome=Outcome.UNSURE if reason else Outcome.READ,
            reason=reason,
            confidence=confidence,
            boxes=tuple(
                Box(facts.labels[int(number)], float(score), *(float(edge) for edge in edges))
                for number, score, edges in zip(found.classes, found.scores, found.boxes, strict=True)
            ),
            rows=rows,
            facings=facings,
            gaps=int(is_gap.sum()),
            availability=photo_availability(rows),
            model_version=facts.version,
        )
