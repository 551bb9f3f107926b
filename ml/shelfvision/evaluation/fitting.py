"""Chooses what a model file states beside its network: curves, thresholds and the certainty of readings.

All of it is chosen on the sets that ``sets`` sets apart for tuning, or on those that an organization's label set sets
apart for it, none on what the figures are measured on.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from shelfvision.data.split import fresh_val_gaps
from shelfvision.evaluation.availability import told, true
from shelfvision.evaluation.curves import Scored, fitted_certainty, fitted_curve
from shelfvision.evaluation.matching import best_threshold
from shelfvision.evaluation.photos import Seen, judged, judged_apart, photo_examples, restated, see
from shelfvision.evaluation.sets import corrected, drawn_for_tuning, products_for_tuning
from shelfvision.evaluation.strangers import KINDS, OF_EACH, strangers
from shelfvision.evaluation.variants import with_variants
from shelfvision.inference.calibration import cut
from shelfvision.inference.certainty import WITHIN, signs
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.result import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from shelfvision.data.photos import Label
    from shelfvision.evaluation.photos import Example
    from shelfvision.inference.calibration import Curve
    from shelfvision.inference.model import ModelFacts

TUNING_FAINT = 0.003  # fainter than what the figures look at: a curve must hold where they begin
TUNING_STRANGERS = 610_000
KNOWN_KINDS = (
    len(KINDS) // 2
)  # of pictures that show no shelf; the other kinds are new to the model when it is measured
UNSURE_PERCENT = 5


class TuningSets(NamedTuple):
    """What a model is tuned on: real photos with their gaps, with all, or with their facings; drawn; none of a shelf.

    Where the photos with their gaps are few, they are ``joined`` by the drawn shelves, which count as much.
    """

    gaps: Iterable[Example]
    by_hand: Iterable[Example]
    drawn: Iterable[Example]
    strangers: Iterable[Example]
    facings: Iterable[Example] = ()
    joined: bool = False


class Evidence(NamedTuple):
    """What a model, without curves, saw in the photos that it is tuned on; those labelled by hand with variants."""

    gaps: list[Seen]
    corrected: list[Seen]
    drawn: list[Seen]
    facings: list[Seen]


def fitted(path: Path, facts: ModelFacts, shelf: Path) -> ModelFacts:
    """Return a model file's facts with all that is fitted chosen anew, on the data's own sets."""
    by_hand, _ = corrected(shelf)
    return fitted_on(
        path,
        facts,
        TuningSets(
            gaps=photo_examples(fresh_val_gaps(shelf)),
            by_hand=photo_examples(by_hand),
            drawn=drawn_for_tuning(),
            strangers=known_strangers(OF_EACH),
            facings=photo_examples(products_for_tuning(shelf)),
        ),
    )


def known_strangers(of_each: int) -> Iterator[Example]:
    """Draw so many pictures of each known kind that show no shelf."""
    return islice(strangers(TUNING_STRANGERS, of_each), KNOWN_KINDS * of_each)


def fitted_on(path: Path, facts: ModelFacts, tuning: TuningSets) -> ModelFacts:
    """Return a model file's facts with all that is fitted chosen anew."""
    model = ShelfModel(path, threads=1)
    model.facts = msgspec.structs.replace(facts, calibration=None, certainty=None)
    evidence = Evidence(
        gaps=see(model, tuning.gaps, faint=TUNING_FAINT),
        corrected=see(model, with_variants(tuning.by_hand), faint=TUNING_FAINT),
        drawn=see(model, tuning.drawn, faint=TUNING_FAINT),
        facings=see(model, tuning.facings, faint=TUNING_FAINT),
    )
    sets: dict[Label, list[list[Seen]]] = {
        "gap": [evidence.gaps, evidence.drawn] if tuning.joined else [evidence.gaps],
        "product": [part for part in (evidence.drawn, evidence.corrected, evidence.facings) if part],
    }
    curves = tuple(_curve(model, sets[label], label) for label in model.facts.labels)
    model.facts = msgspec.structs.replace(model.facts, calibration=curves)
    thresholds = tuple(_threshold(model, sets[label], label) for label in model.facts.labels)
    model.facts = msgspec.structs.replace(model.facts, thresholds=thresholds)
    _tune_certainty(model, evidence, see(model, tuning.strangers))
    return model.facts


def _curve(model: ShelfModel, parts: list[list[Seen]], label: Label) -> Curve:
    """Fit a label's curve on sets that count alike."""
    photos = [judged_apart(model, part, label) for part in parts]
    counts = [sum(photo.scores.size for photo in part) for part in photos]
    everything = [photo for part in photos for photo in part]
    number = model.facts.labels.index(label)
    boxes = [one.found.boxes[one.found.classes == number] for part in parts for one in part]
    worth = [np.full(count, sum(counts) / (len(counts) * count)) for count in counts if count]
    return fitted_curve(
        Scored(
            scores=np.concatenate([photo.scores for photo in everything]),
            right=np.concatenate([photo.hits[:, 0] for photo in everything]),
            cut=cut(np.concatenate(boxes)),
            weights=np.concatenate(worth),
        )
    )


def _threshold(model: ShelfModel, parts: list[list[Seen]], label: Label) -> float:
    """Return the probability from which a label's boxes are shown: where F1 is highest over all sets."""
    told = restated(model, [one for part in parts for one in part])
    return min(0.99, max(0.01, best_threshold(judged(model, told, label))))


def _tune_certainty(model: ShelfModel, evidence: Evidence, foreign: list[Seen]) -> None:
    """Fit the certainty of readings, and choose below which confidence one is unsure.

    The labelled photos, with their poorer variants, count as much as the drawn ones and the pictures that show no shelf
    together; what is read of a picture that shows no shelf is wrong. Unsure is what a twentieth of the readable real
    photos stay below.
    """
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
    if confidences:
        sure = float(np.percentile(confidences, UNSURE_PERCENT))
        model.facts = msgspec.structs.replace(model.facts, sure=min(0.99, max(0.01, round(sure, 2))))


def _signs(seen: Iterable[Seen]) -> list[tuple[tuple[float, float, float], bool]]:
    """Return the signs of doubt of each reading that has any, and whether its availability is right."""
    found = [(signs(one.reading.boxes, one.reading.rows), abs(told(one) - true(one)) <= WITHIN) for one in seen]
    return [(shown, right) for shown, right in found if shown is not None]
