"""Figures by the size of boxes, and by the light and the sharpness of photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from shelfvision.evaluation.figures import average_precision_50, is_label, shown, threshold_of
from shelfvision.evaluation.matching import at_threshold, paired, pooled
from shelfvision.evaluation.photos import Seen, judged_apart

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.inference.model import ShelfModel

Part = tuple[str, float, float]

# thirds of the scene-disjoint gap photos, rounded
SIZES = (("small", 0.0, 0.07), ("middling", 0.07, 0.1), ("large", 0.1, np.inf))
LIGHTS = (("dark", 0.0, 105.0), ("middling", 105.0, 120.0), ("bright", 120.0, np.inf))
SHARPNESSES = (("soft", 0.0, 1500.0), ("middling", 1500.0, 2500.0), ("sharp", 2500.0, np.inf))


class SizeSlice(Struct, frozen=True):
    """Boxes of like size: the root of their share of the photo's area lies from ``low`` up to ``high``.

    Recall is of the true boxes of the size, precision of the shown boxes of the size, whatever size each is matched to.
    """

    name: str
    low: float
    high: float | None
    boxes: int
    recall: float
    shown: int
    precision: float


class PhotoSlice(Struct, frozen=True):
    """Photos of like light (mean brightness, 0 to 255) or sharpness (variance of the Laplacian)."""

    name: str
    low: float
    high: float | None
    photos: int
    boxes: int
    map50: float
    precision: float
    recall: float


class Slices(Struct, frozen=True):
    """One label by box size, light and sharpness."""

    sizes: tuple[SizeSlice, ...]
    lights: tuple[PhotoSlice, ...]
    sharpnesses: tuple[PhotoSlice, ...]


def slices(model: ShelfModel, seen: list[Seen], label: Label) -> Slices:
    """Measure one label slice by slice."""
    return Slices(
        sizes=_by_size(model, seen, label),
        lights=tuple(
            _of_photos(model, [one for one in seen if part[1] <= one.light < part[2]], label, part) for part in LIGHTS
        ),
        sharpnesses=tuple(
            _of_photos(model, [one for one in seen if part[1] <= one.sharp < part[2]], label, part)
            for part in SHARPNESSES
        ),
    )


def _by_size(model: ShelfModel, seen: list[Seen], label: Label) -> tuple[SizeSlice, ...]:
    told: list[tuple[float, bool]] = []
    true: list[tuple[float, bool]] = []
    for one in seen:
        mine = np.flatnonzero(shown(model, one) & is_label(model, one, label))
        boxes, truth = one.found.boxes[mine], one.truth[label]
        pairs = paired(boxes, one.found.scores[mine], truth)
        told += zip(_sizes(boxes), (pairs >= 0).tolist(), strict=True)
        true += zip(_sizes(truth), np.isin(np.arange(len(truth)), pairs).tolist(), strict=True)
    found: list[SizeSlice] = []
    for name, low, high in SIZES:
        shown_right = [right for size, right in told if low <= size < high]
        true_found = [right for size, right in true if low <= size < high]
        found.append(
            SizeSlice(
                name=name,
                low=low,
                high=_finite(high),
                boxes=len(true_found),
                recall=round(sum(true_found) / max(1, len(true_found)), 4),
                shown=len(shown_right),
                precision=round(sum(shown_right) / max(1, len(shown_right)), 4),
            )
        )
    return tuple(found)


def _of_photos(model: ShelfModel, seen: list[Seen], label: Label, part: Part) -> PhotoSlice:
    name, low, high = part
    if not seen:
        return PhotoSlice(name, low, _finite(high), 0, 0, 0.0, 0.0, 0.0)
    apart = judged_apart(model, seen, label)
    judgement = pooled(apart)
    precision, recall = at_threshold(judgement, threshold_of(model, label))
    return PhotoSlice(
        name=name,
        low=low,
        high=_finite(high),
        photos=len(seen),
        boxes=judgement.truths,
        map50=round(average_precision_50(apart), 4),
        precision=round(precision, 4),
        recall=round(recall, 4),
    )


def _sizes(boxes: NDArray[np.float32]) -> list[float]:
    """Roots of the shares of the photo's area that boxes (n, 4) cover."""
    return np.sqrt(np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)).tolist()


def _finite(limit: float) -> float | None:
    return None if np.isinf(limit) else limit
