"""Measures a model on every set that it was not trained on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from shelfvision.data.photos import Label, read_folder
from shelfvision.data.split import fresh_val_gaps, holdout_gaps
from shelfvision.evaluation import sets
from shelfvision.evaluation.availability import AvailabilityError, availability_error
from shelfvision.evaluation.calibration import of_boxes
from shelfvision.evaluation.figures import GapCounts, LabelFigures, gap_counts, label_figures, threshold_of
from shelfvision.evaluation.has_gap import HasGap, has_gap
from shelfvision.evaluation.large import Comparison, compare
from shelfvision.evaluation.outcomes import (
    BoxCalibration,
    PhotoCalibration,
    Unsure,
    photo_calibration,
    unsure,
)
from shelfvision.evaluation.photos import FAINT, Seen, judged, photo_examples, see
from shelfvision.evaluation.slices import Slices, slices
from shelfvision.evaluation.strangers import Strangers, answered, strangers

if TYPE_CHECKING:
    from pathlib import Path

    from shelfvision.inference.model import ShelfModel

TIMED_RUNS = 10


class Figures(msgspec.Struct, frozen=True):
    """All figures of one model file; ``seconds_per_pass`` is one forward pass on one thread of this machine.

    ``labels`` holds each label on each set, ``counts`` the gaps counted in each, ``availability`` each set in which
    facings and gaps are known. ``has_gap`` is of all real photos that share no scene with training, by the data's
    own labels and those of the hand-labelled product photos, ``has_gap_by_hand`` of the hand-labelled photos alone;
    ``full_alarms`` is the number of drawn full shelves, of ``full_shelves``, in which a gap is seen.
    """

    version: str
    side: int
    thresholds: dict[str, float]
    sure: float
    labels: dict[str, LabelFigures]
    counts: dict[str, GapCounts]
    has_gap: HasGap
    has_gap_by_hand: HasGap
    full_shelves: int
    full_alarms: int
    availability: dict[str, AvailabilityError]
    box_calibration: list[BoxCalibration]
    photo_calibration: list[PhotoCalibration]
    unsure: list[Unsure]
    strangers: Strangers
    gap_slices: Slices
    seconds_per_pass: float
    large: list[Comparison]


class Sights(NamedTuple):
    """What the model saw in each set."""

    holdout: list[Seen]
    val: list[Seen]
    fresh: list[Seen]
    products: list[Seen]
    drawn: list[Seen]
    full: list[Seen]
    mixed: list[Seen]
    by_hand: list[Seen]
    by_hand_tuned: list[Seen]
    strange: list[Seen]


HOLDOUT = "gap, held-out scenes of gaps/train"
VAL = "gap, gaps/val (shares scenes with training)"
FRESH = "gap, gaps/val without shared scenes (fitted on)"
PRODUCTS = "product, products/val"
DRAWN_PRODUCTS, DRAWN_GAPS = "product, drawn shelves", "gap, drawn shelves"
MIXED_PRODUCTS, MIXED_GAPS = "product, drawn shelves in all looks", "gap, drawn shelves in all looks"
HAND_PRODUCTS, HAND_GAPS = "product, labelled by hand", "gap, labelled by hand"
DRAWN, MIXED = "drawn shelves", "drawn shelves in all looks"
HAND, HAND_APART = "labelled by hand", "labelled by hand, apart from those fitted on"


def look_at_all(model: ShelfModel, shelf: Path) -> Sights:
    """Run the model over every set."""
    val = see(model, photo_examples(read_folder(shelf / "gaps" / "val", "gap")))
    fresh = {photo.path.stem for photo in fresh_val_gaps(shelf)}
    tuned, apart = sets.corrected(shelf)
    return Sights(
        holdout=see(model, photo_examples(holdout_gaps(shelf))),
        val=val,
        fresh=[one for one in val if one.name in fresh],
        products=see(model, photo_examples(read_folder(shelf / "products" / "val", "product"))),
        drawn=see(model, sets.drawn()),
        full=see(model, sets.drawn_full()),
        mixed=see(model, sets.drawn_mixed()),
        by_hand=see(model, photo_examples(apart)),
        by_hand_tuned=see(model, photo_examples(tuned)),
        strange=see(model, strangers()),
    )


def measure(model: ShelfModel, shelf: Path, sights: Sights) -> Figures:
    """Measure the model at its own input size by what it saw."""
    facts, by_hand = model.facts, sights.by_hand + sights.by_hand_tuned
    labelled: list[tuple[str, Label, list[Seen]]] = [
        (HOLDOUT, "gap", sights.holdout),
        (VAL, "gap", sights.val),
        (FRESH, "gap", sights.fresh),
        (PRODUCTS, "product", sights.products),
        (DRAWN_PRODUCTS, "product", sights.drawn),
        (DRAWN_GAPS, "gap", sights.drawn),
        (MIXED_PRODUCTS, "product", sights.mixed),
        (MIXED_GAPS, "gap", sights.mixed),
        (HAND_PRODUCTS, "product", by_hand),
        (HAND_GAPS, "gap", by_hand),
    ]
    calibrated = [row for row in labelled if row[0] not in {VAL, FRESH}]
    full_products = [one for one in sights.by_hand if one.name in {each.name for each in sights.products}]
    known = [
        (DRAWN, sights.drawn + sights.full),
        (MIXED, sights.mixed),
        (HAND, by_hand),
        (HAND_APART, sights.by_hand),
    ]
    return Figures(
        version=facts.version,
        side=facts.side,
        thresholds=dict(zip(facts.labels, facts.thresholds, strict=True)),
        sure=facts.sure,
        labels={name: label_figures(model, seen, label) for name, label, seen in labelled if seen},
        counts={name: gap_counts(seen) for name, label, seen in labelled if seen and label == "gap" and name != VAL},
        has_gap=has_gap(sights.holdout + sights.fresh + full_products),
        has_gap_by_hand=has_gap(by_hand),
        full_shelves=len(sights.full),
        full_alarms=sum(one.reading.gaps > 0 for one in sights.full),
        availability={name: availability_error(seen) for name, seen in known if seen},
        box_calibration=[_calibrated(model, *row) for row in calibrated if row[2]],
        photo_calibration=[photo_calibration(name, seen) for name, seen in known if seen],
        unsure=[
            unsure("held-out scenes of gaps/train", sights.holdout),
            unsure("gaps/val without shared scenes", sights.fresh),
            unsure("products/val", sights.products),
            unsure(DRAWN, sights.drawn + sights.full),
            unsure(MIXED, sights.mixed),
        ],
        strangers=answered(sights.strange),
        gap_slices=slices(model, sights.holdout + sights.fresh, "gap"),
        seconds_per_pass=_seconds_per_pass(model),
        large=compare(model, shelf),
    )


def _calibrated(model: ShelfModel, name: str, label: Label, seen: list[Seen]) -> BoxCalibration:
    judgement = judged(model, seen, label)
    return BoxCalibration(name, label, of_boxes(judgement, FAINT), of_boxes(judgement, threshold_of(model, label)))


def _seconds_per_pass(model: ShelfModel) -> float:
    """Time the network on a square input: the median of ten runs."""
    batch = np.full((1, 3, model.facts.side, model.facts.side), 0.5, np.float32)
    model.run(batch)
    taken: list[float] = []
    for _ in range(TIMED_RUNS):
        start = time.perf_counter()
        model.run(batch)
        taken.append(time.perf_counter() - start)
    return round(float(np.median(taken)), 4)
