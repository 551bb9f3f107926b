"""Two models on the same photos: how precise each is, how honest its scores, and whether the difference is noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from shelfvision.data.photos import CLASS_NAMES, Label
from shelfvision.evaluation.calibration import calibration
from shelfvision.evaluation.intervals import bootstrap
from shelfvision.evaluation.matching import Judged, average_precision, judge, pooled
from shelfvision.evaluation.photos import FAINT, Example
from shelfvision.inference.passes import look
from shelfvision.learning.manifest import SetFigures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shelfvision.inference.model import ShelfModel

PhotoJudged: TypeAlias = dict[Label, Judged]
"""One photo's predictions, judged label by label."""


def judge_all(model: ShelfModel, examples: Iterable[Example]) -> list[PhotoJudged]:
    """Look at photos and judge what was found in each."""
    labels = model.facts.labels
    judged: list[PhotoJudged] = []
    for example in examples:
        found, _ = look(model, example.image, [FAINT] * len(labels))
        mine = {label: found.classes == number for number, label in enumerate(labels)}
        judged.append(
            {
                label: judge(found.boxes[mine[label]], found.scores[mine[label]], truth)
                for label, truth in example.truth.items()
            }
        )
    return judged


def figures(model: ShelfModel, photos: Sequence[PhotoJudged]) -> SetFigures:
    """Measure a model on judged photos.

    The calibration error is of the boxes that reach their thresholds, less what as many boxes would show by chance.
    """
    precise = precision_of(photos)
    scores: list[np.ndarray] = []
    right: list[np.ndarray] = []
    for label, threshold in zip(model.facts.labels, model.facts.thresholds, strict=True):
        for photo in photos:
            shown = photo[label].scores >= threshold
            scores.append(photo[label].scores[shown])
            right.append(photo[label].hits[shown, 0])
    told = calibration(np.concatenate(scores).astype(np.float64), np.concatenate(right))
    return SetFigures(
        photos=len(photos),
        ap50={label: round(value, 4) for label, value in precise.items()},
        calibration_error=round(max(0.0, told.error - told.chance), 4),
    )


def precision_of(photos: Sequence[PhotoJudged]) -> dict[Label, float]:
    """Average precision at IoU 0.5 of each label that there is to find."""
    together: dict[Label, Judged] = {label: pooled([photo[label] for photo in photos]) for label in CLASS_NAMES}
    return {label: float(average_precision(judged, 1)[0]) for label, judged in together.items() if judged.truths}


def gain(new: Sequence[PhotoJudged], old: Sequence[PhotoJudged]) -> tuple[float, float]:
    """By how much the mean precision over labels is higher, and what it is at least in 19 of 20 resamples of photos."""

    def difference(pairs: Sequence[tuple[PhotoJudged, PhotoJudged]]) -> float:
        return _mean([one for one, _ in pairs]) - _mean([other for _, other in pairs])

    pairs = list(zip(new, old, strict=True))
    low, _ = bootstrap(pairs, difference)
    return round(difference(pairs), 4), low


def _mean(photos: Sequence[PhotoJudged]) -> float:
    """Mean precision over the labels that there are to find."""
    precise = precision_of(photos)
    return sum(precise.values()) / max(1, len(precise))
