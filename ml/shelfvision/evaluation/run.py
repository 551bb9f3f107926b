"""Measures a model on every set that it was not trained on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from shelfvision.data.photos import read_folder
from shelfvision.data.split import fresh_val_gaps, holdout_gaps
from shelfvision.evaluation.figures import (
    GapCounts,
    LabelFigures,
    availability_error,
    gap_counts,
    label_figures,
    shown,
)
from shelfvision.evaluation.large import Comparison, compare
from shelfvision.evaluation.matching import best_threshold
from shelfvision.evaluation.photos import drawn_examples, judged, photo_examples, see

if TYPE_CHECKING:
    from pathlib import Path

    from shelfvision.inference.model import ShelfModel

DRAWN_SEED = 900_000  # training draws from 0 up
TUNING_SEED = 800_000
DRAWN_COUNT = 56
TUNING_COUNT = 28
TIMED_RUNS = 10
UNSURE_PERCENT = 5


class Figures(msgspec.Struct, frozen=True):
    """All figures of one model file; ``seconds_per_pass`` is one forward pass on one thread of this machine."""

    version: str
    side: int
    thresholds: dict[str, float]
    gaps_holdout: LabelFigures
    gaps_holdout_counts: GapCounts
    gaps_val: LabelFigures
    gaps_val_fresh: LabelFigures
    products_val: LabelFigures
    drawn_products: LabelFigures
    drawn_gaps: LabelFigures
    drawn_counts: GapCounts
    drawn_availability_error: float
    seconds_per_pass: float
    large: list[Comparison]


def tuned_thresholds(model: ShelfModel, shelf: Path) -> tuple[float, ...]:
    """Choose each label's threshold by F1 on photos apart from those the figures are measured on.

    Gaps: the photos of ``gaps/val`` that share no scene with training. Products: drawn shelves of their own seeds.
    """
    gaps = judged(model, see(model, photo_examples(fresh_val_gaps(shelf))), "gap")
    drawn = judged(model, see(model, drawn_examples(TUNING_SEED, TUNING_COUNT)), "product")
    chosen = {"gap": best_threshold(gaps), "product": best_threshold(drawn)}
    return tuple(chosen[label] for label in model.facts.labels)


def tuned_certainty(model: ShelfModel, shelf: Path) -> float:
    """Choose the median score below which a reading is unsure: what a twentieth of readable real photos stay below.

    Measured at the model's thresholds on the photos of ``gaps/val`` that share no scene with training.
    """
    seen = see(model, photo_examples(fresh_val_gaps(shelf)))
    scores = [one.found.scores[shown(model, one)] for one in seen]
    medians = [float(np.median(found)) for found in scores if found.size]
    return round(float(np.percentile(medians, UNSURE_PERCENT)), 2)


def measure(model: ShelfModel, shelf: Path) -> Figures:
    """Measure the model at its own input size."""
    facts = model.facts
    holdout = see(model, photo_examples(holdout_gaps(shelf)))
    val = see(model, photo_examples(read_folder(shelf / "gaps" / "val", "gap")))
    fresh = see(model, photo_examples(fresh_val_gaps(shelf)))
    products = see(model, photo_examples(read_folder(shelf / "products" / "val", "product")))
    drawn = see(model, drawn_examples(DRAWN_SEED, DRAWN_COUNT))
    return Figures(
        version=facts.version,
        side=facts.side,
        thresholds=dict(zip(facts.labels, facts.thresholds, strict=True)),
        gaps_holdout=label_figures(model, holdout, "gap"),
        gaps_holdout_counts=gap_counts(model, holdout),
        gaps_val=label_figures(model, val, "gap"),
        gaps_val_fresh=label_figures(model, fresh, "gap"),
        products_val=label_figures(model, products, "product"),
        drawn_products=label_figures(model, drawn, "product"),
        drawn_gaps=label_figures(model, drawn, "gap"),
        drawn_counts=gap_counts(model, drawn),
        drawn_availability_error=availability_error(model, drawn),
        seconds_per_pass=_seconds_per_pass(model),
        large=compare(model, shelf),
    )


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
