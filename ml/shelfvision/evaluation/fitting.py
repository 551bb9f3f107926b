"""Chooses what a model file states beside its network: curves, thresholds and the certainty of readings.

All of it is chosen on the sets that ``sets`` sets apart for tuning, none on what the figures are measured on.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from shelfvision.data.split import fresh_val_gaps
from shelfvision.evaluation.availability import told, true
from shelfvision.evaluation.curves import fitted_certainty, fitted_curve
from shelfvision.evaluation.matching import Judged, best_threshold, pooled
from shelfvision.evaluation.photos import Seen, judged, photo_examples, restated, see
from shelfvision.evaluation.sets import corrected, drawn_for_tuning
from shelfvision.evaluation.strangers import KINDS, OF_EACH, strangers
from shelfvision.evaluation.variants import with_variants
from shelfvision.inference.certainty import WITHIN, signs
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.result import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shelfvision.data.photos import Label
    from shelfvision.inference.model import ModelFacts

TUNING_FAINT = 0.003  # fainter than what the figures look at: a curve must hold where they begin
TUNING_STRANGERS = 610_000
KNOWN_KINDS = (
    len(KINDS) // 2
)  # of pictures that show no shelf; the other kinds are new to the model when it is measured
UNSURE_PERCENT = 5


class Evidence(NamedTuple):
    """What a model, without curves, saw in the photos that it is tuned on; those labelled by hand with variants."""

    gaps: list[Seen]
    corrected: list[Seen]
    drawn: list[Seen]


def fitted(path: Path, facts: ModelFacts, shelf: Path) -> ModelFacts:
    """Return a model file's facts with all that is fitted chosen anew."""
    model = ShelfModel(path, threads=1)
    model.facts = msgspec.structs.replace(facts, calibration=None, certainty=None)
    by_hand, _ = corrected(shelf)
    evidence = Evidence(
        gaps=see(model, photo_examples(fresh_val_gaps(shelf)), faint=TUNING_FAINT),
        corrected=see(model, with_variants(photo_examples(by_hand)), faint=TUNING_FAINT),
        drawn=see(model, drawn_for_tuning(), faint=TUNING_FAINT),
    )
    sets: dict[Label, list[list[Seen]]] = {
        "gap": [evidence.gaps],
        "product": [part for part in (evidence.drawn, evidence.corrected) if part],
    }
    curves, thresholds = [], []
    for label in model.facts.labels:
        parts = [judged(model, part, label) for part in sets[label]]
        weights = [np.full(part.scores.size, 1 / part.scores.size) for part in parts]
        total = sum(part.scores.size for part in parts) / len(parts)
        curve = fitted_curve(
            np.concatenate([part.scores for part in parts]),
            np.concatenate([part.hits[:, 0] for part in parts]),
            np.concatenate(weights) * total,
        )
        curves.append(curve)
        everything = pooled(parts)
        thresholds.append(best_threshold(Judged(curve(everything.scores), everything.hits, everything.truths)))
    model.facts = msgspec.structs.replace(model.facts, calibration=tuple(curves), thresholds=tuple(thresholds))
    _tune_certainty(model, evidence)
    return model.facts


def _tune_certainty(model: ShelfModel, evidence: Evidence) -> None:
    """Fit the certainty of readings, and choose below which confidence one is unsure.

    The labelled photos, with their poorer variants, count as much as the drawn ones and the pictures that show no shelf
    together; what is read of a picture that shows no shelf is wrong. Unsure is what a twentieth of the readable real
    photos stay below.
    """
    foreign = see(model, islice(strangers(TUNING_STRANGERS), KNOWN_KINDS * OF_EACH))
    real, drawn = restated(model, evidence.corrected), restated(model, evidence.drawn)
    parts = [_signs(real), _signs(drawn), [(shown, False) for shown, _ in _signs(foreign)]]
    weights = [share * len(drawn) / max(1, len(part)) for share, part in zip((1.0, 0.5, 0.5), parts, strict=True)]
    certainty = fitted_certainty(
        [shown for part in parts for shown, _ in part],
        [right for part in parts for _, right in part],
        [weight for part, weight in zip(parts, weights, strict=True) for _ in part],
    )
    model.facts = msgspec.structs.replace(model.facts, certainty=certainty)
    readings = [one.reading for one in restated(model, evidence.gaps)]
    confidences = [one.confidence for one in readings if one.reason is None or one.reason is Reason.LOW_SCORES]
    sure = float(np.percentile(confidences, UNSURE_PERCENT))
    model.facts = msgspec.structs.replace(model.facts, sure=min(0.99, max(0.01, round(sure, 2))))


def _signs(seen: Iterable[Seen]) -> list[tuple[tuple[float, float, float], bool]]:
    """Return the signs of doubt of each reading that has any, and whether its availability is right."""
    found = [(signs(one.reading.boxes, one.reading.rows), abs(told(one) - true(one)) <= WITHIN) for one in seen]
    return [(shown, right) for shown, right in found if shown is not None]
