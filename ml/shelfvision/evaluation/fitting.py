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
FACINGS_WORTH = 2.0  # photos of facings that others labelled, beside drawn ones and those labelled by ourselves


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


class Weighed(NamedTuple):
    """A set of what was seen, and what all of it together is worth beside the others."""

    seen: list[Seen]
    worth: float = 1.0


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
    sets: dict[Label, list[Weighed]] = {
        "gap": [Weighed(evidence.gaps), Weighed(evidence.drawn if tuning.joined else [])],
        "product": [Weighed(evidence.drawn), Weighed(evidence.corrected), Weighed(evidence.facings, FACINGS_WORTH)],
    }
    curves = tuple(_curve(model, sets[label], label) for label in model.facts.labels)
    model.facts = msgspec.structs.replace(model.facts, calibration=curves)
    thresholds = tuple(_threshold(model, sets[label], label) for label in model.facts.labels)
    model.facts = msgspec.structs.replace(model.facts, thresholds=thresholds)
    _tune_certainty(model, evidence, see(model, tuning.strangers))
    return model.facts


def _curve(model: ShelfModel, sets: list[Weighed], label: Label) -> Curve:
    """Fit a label's curve on the boxes that were seen."""
    number = model.facts.labels.index(label)
    seen = [one for part in sets for one in part.seen]
    photos = judged_apart(model, seen, label)
    counts = [sum(int((one.found.classes == number).sum()) for one in part.seen) for part in sets]
    shares = [part.worth / count if count else 0.0 for part, count in zip(sets, counts, strict=True)]
    worths = sum(part.worth for part, count in zip(sets, counts, strict=True) if count)
    return fitted_curve(
        Scored(
            scores=np.concatenate([photo.scores for photo in photos]),
            right=np.concatenate([photo.hits[:, 0] for photo in photos]),
            cut=cut(np.concatenate([one.found.boxes[one.found.classes == number] for one in seen])),
            weights=np.repeat(shares, counts) * sum(counts) / worths,
        )
    )


def _threshold(model: ShelfModel, sets: list[Weighed], label: Label) -> float:
    """Return the probability from which a label's boxes are shown: where F1 is highest over all sets."""
    told = restated(model, [one for part in sets for one in part.seen])
    return min(0.99, max(0.01, best_threshold(judged(model, told, label))))


def _tune_certainty(model: ShelfModel, evidence: Evidence, foreign: list[Seen]) -> None:
    """Fit the certainty of readings, and choose below which confidence one is unsure.

    The labelled photos, with their poorer variants, count as much as the drawn ones, the pictures that show no shelf a
    third of that; what is read of a picture that shows no shelf is wrong. Unsure is what a twentieth of the readable
    real photos stay below.
    """
    real, drawn = restated(model, evidence.corrected), restated(model, evidence.drawn)
    parts = [_signs(real), _signs(drawn), [(shown, False) for shown, _ in _signs(foreign)]]
    weights = [share * len(drawn) / max(1, len(part)) for share, part in zip((1.0, 1.0, 0.3), parts, strict=True)]
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
