"""The figures of a model on one set of examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from shelfvision.evaluation.matching import at_threshold, average_precision
from shelfvision.evaluation.photos import Seen, judged
from shelfvision.inference.availability import photo_availability, read_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.inference.model import ShelfModel


class LabelFigures(Struct, frozen=True):
    """How well one label is found: average precision, and precision and recall at the shipped threshold (IoU 0.5)."""

    photos: int
    boxes: int
    map50: float
    map50_95: float
    precision: float
    recall: float


class GapCounts(Struct, frozen=True):
    """How well gaps are counted at the shipped threshold.

    ``count_error`` is the mean absolute error of gaps per photo, ``has_gap_accuracy`` the share of photos rightly told
    to have a gap or none, ``gapless_photos`` how many have none and ``false_alarms`` in how many of those one is seen.
    """

    count_error: float
    has_gap_accuracy: float
    gapless_photos: int
    false_alarms: int


def label_figures(model: ShelfModel, seen: list[Seen], label: Label) -> LabelFigures:
    """Measure one label."""
    judgement = judged(model, seen, label)
    averages = average_precision(judgement)
    precision, recall = at_threshold(judgement, threshold_of(model, label))
    return LabelFigures(
        photos=len(seen),
        boxes=judgement.truths,
        map50=round(float(averages[0]), 4),
        map50_95=round(float(averages.mean()), 4),
        precision=round(precision, 4),
        recall=round(recall, 4),
    )


def gap_counts(model: ShelfModel, seen: list[Seen]) -> GapCounts:
    """Count gaps photo by photo and compare."""
    counted = np.array([int((shown(model, one) & is_label(model, one, "gap")).sum()) for one in seen])
    truth = np.array([len(one.truth["gap"]) for one in seen])
    return GapCounts(
        count_error=round(float(np.abs(counted - truth).mean()), 4),
        has_gap_accuracy=round(float(((counted > 0) == (truth > 0)).mean()), 4),
        gapless_photos=int((truth == 0).sum()),
        false_alarms=int(((counted > 0) & (truth == 0)).sum()),
    )


def availability_error(model: ShelfModel, seen: list[Seen]) -> float:
    """Mean absolute error of photo availability (0 to 1) against the same rule on the true boxes.

    A photo in which no facing was found counts as read at 0.
    """
    errors: list[float] = []
    for one in seen:
        mine = shown(model, one)
        read = photo_availability(read_rows(one.found.boxes[mine].tolist(), is_label(model, one, "gap")[mine].tolist()))
        standing, empty = one.truth["product"].tolist(), one.truth["gap"].tolist()
        true = photo_availability(read_rows(standing + empty, [False] * len(standing) + [True] * len(empty)))
        errors.append(abs((read or 0.0) - (true or 0.0)))
    return round(float(np.mean(errors)), 4)


def threshold_of(model: ShelfModel, label: Label) -> float:
    """Return the shipped threshold of a label."""
    return model.facts.thresholds[model.facts.labels.index(label)]


def is_label(model: ShelfModel, one: Seen, label: Label) -> NDArray[np.bool_]:
    """Tell for each prediction (n,) whether it is of this label."""
    return one.found.classes == model.facts.labels.index(label)


def shown(model: ShelfModel, one: Seen) -> NDArray[np.bool_]:
    """Tell for each prediction (n,) whether its score reaches its label's threshold."""
    return one.found.scores >= np.array(model.facts.thresholds)[one.found.classes]
