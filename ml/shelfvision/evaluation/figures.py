"""The figures of a model on one set of examples, label by label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from shelfvision.evaluation.intervals import Span, bootstrap
from shelfvision.evaluation.matching import at_threshold, average_precision, pooled
from shelfvision.evaluation.photos import Seen, judged_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.evaluation.matching import Judged
    from shelfvision.inference.model import ShelfModel


class LabelFigures(Struct, frozen=True):
    """How well one label is found: average precision, and precision and recall at the shipped threshold (IoU 0.5).

    ``map50_span`` is the 90 % bootstrap interval over photos.
    """

    photos: int
    boxes: int
    map50: float
    map50_span: Span
    map50_95: float
    precision: float
    recall: float


class GapCounts(Struct, frozen=True):
    """How well gaps are counted at the shipped threshold.

    The mean absolute error of gaps per photo, and the mean error with its sign: over 0 where too many are seen.
    """

    count_error: float
    count_bias: float


def label_figures(model: ShelfModel, seen: list[Seen], label: Label) -> LabelFigures:
    """Measure one label."""
    apart = judged_apart(model, seen, label)
    judgement = pooled(apart)
    averages = average_precision(judgement)
    precision, recall = at_threshold(judgement, threshold_of(model, label))
    return LabelFigures(
        photos=len(seen),
        boxes=judgement.truths,
        map50=round(float(averages[0]), 4),
        map50_span=bootstrap(apart, average_precision_50),
        map50_95=round(float(averages.mean()), 4),
        precision=round(precision, 4),
        recall=round(recall, 4),
    )


def average_precision_50(photos: Sequence[Judged]) -> float:
    """Average precision of photos at IoU 0.5."""
    return float(average_precision(pooled(photos), steps=1)[0])


def gap_counts(seen: list[Seen]) -> GapCounts:
    """Count gaps photo by photo and compare."""
    off = np.array([one.reading.gaps - len(one.truth["gap"]) for one in seen])
    return GapCounts(round(float(np.abs(off).mean()), 4), round(float(off.mean()), 4))


def threshold_of(model: ShelfModel, label: Label) -> float:
    """Return the shipped threshold of a label."""
    return model.facts.thresholds[model.facts.labels.index(label)]


def is_label(model: ShelfModel, one: Seen, label: Label) -> NDArray[np.bool_]:
    """Tell for each prediction (n,) whether it is of this label."""
    return one.found.classes == model.facts.labels.index(label)


def shown(model: ShelfModel, one: Seen) -> NDArray[np.bool_]:
    """Tell for each prediction (n,) whether its score reaches its label's threshold."""
    return one.found.scores >= np.array(model.facts.thresholds)[one.found.classes]
