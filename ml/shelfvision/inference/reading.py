"""Puts a reading together from what the network found in a photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shelfvision.inference.availability import photo_availability, read_rows
from shelfvision.inference.decode import Found
from shelfvision.inference.result import Box, Outcome, Reason, ShelfReading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.inference.model import ModelFacts

LEAST_FACINGS = 3  # one or two lookalikes of a pack do not make a shelf


def reading_of(facts: ModelFacts, found: Found, passes: int, reason: Reason | None) -> ShelfReading:
    """Read the boxes that reach their thresholds (fractions of the photo); ``reason`` is why it cannot be trusted."""
    boxes = named(facts, found)
    labels: list[Label] = [box.label for box in boxes]
    rows = read_rows([(box.x0, box.y0, box.x1, box.y1) for box in boxes], [label == "gap" for label in labels])
    confidence = facts.certainty(boxes, rows) if facts.certainty else _median(found)
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


def _median(found: Found) -> float:
    """Return the median score: the confidence where the model does not say how to reckon one."""
    return float(np.median(found.scores)) if found.scores.size else 0.0


def named(facts: ModelFacts, found: Found) -> tuple[Box, ...]:
    """Name what was found."""
    return tuple(
        Box(facts.labels[int(number)], float(score), *(float(edge) for edge in edges))
        for number, score, edges in zip(found.classes, found.scores, found.boxes, strict=True)
    )


def sure_of(facts: ModelFacts, found: Found) -> Found:
    """Keep what reaches the threshold of its label; suppression lets a better box win, so the faint change nothing."""
    return kept(found, np.flatnonzero(found.scores >= np.array(facts.thresholds)[found.classes]))


def kept(found: Found, chosen: NDArray[np.intp]) -> Found:
    """Keep some of what was found, in the order given."""
    return Found(found.boxes[chosen], found.scores[chosen], found.classes[chosen])
