"""What the tile policy gains on photos of many small facings, against looking at the whole alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from PIL import Image

from shelfvision.data.photos import Label, read_folder
from shelfvision.data.split import holdout_gaps
from shelfvision.evaluation.figures import average_precision_50, is_label, shown
from shelfvision.evaluation.photos import Example, drawn_examples, judged_apart, photo_examples, see

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from shelfvision.inference.model import ShelfModel

WALL_SEED = 700_000
PHONE_SIZES = ((1600, 1200), (3000, 4000), (2400, 1800), (4000, 3000))


class Measured(Struct, frozen=True):
    """One way of reading: mAP50, the mean absolute error of the count in a photo, and seconds a photo (one thread)."""

    map50: float
    count_error: float
    seconds: float


class Comparison(Struct, frozen=True):
    """One label on one set of photos: by the whole alone, and by the tile policy in ``passes`` on average."""

    name: str
    label: Label
    photos: int
    boxes: int
    passes: float
    whole: Measured
    tiled: Measured


def compare(model: ShelfModel, shelf: Path) -> list[Comparison]:
    """Compare on drawn walls, on mosaics of real photos, and on phone-sized photos that need no tiles."""
    phone = list(drawn_examples(WALL_SEED, 8, PHONE_SIZES))
    four = list(mosaics(drawn_examples(WALL_SEED + 100, 16, ((1600, 1200),)), 2))
    nine = list(mosaics(drawn_examples(WALL_SEED + 200, 27, ((1200, 900),)), 3))
    products = list(photo_examples(read_folder(shelf / "products" / "val", "product")))
    gaps = list(photo_examples(holdout_gaps(shelf)))
    sets: tuple[tuple[str, Label, list[Example]], ...] = (
        ("drawn shelves of 1600 to 4000 px", "product", phone),
        ("drawn walls of 2 × 2 shelves, 3200 px", "product", four),
        ("drawn walls of 2 × 2 shelves, 3200 px", "gap", four),
        ("drawn walls of 3 × 3 shelves, 3600 px", "product", nine),
        ("drawn walls of 3 × 3 shelves, 3600 px", "gap", nine),
        ("mosaics of 2 × 2 of products/val, 1280 px", "product", list(mosaics(products, 2))),
        ("mosaics of 3 × 3 of products/val, 1920 px", "product", list(mosaics(products, 3))),
        ("mosaics of 2 × 2 held-out gap photos, 600 px", "gap", list(mosaics(gaps, 2))),
        ("mosaics of 3 × 3 held-out gap photos, 900 px", "gap", list(mosaics(gaps, 3))),
    )
    return [_compared(model, name, label, examples) for name, label, examples in sets]


def mosaics(examples: Iterable[Example], grid: int) -> Iterator[Example]:
    """Lay ``grid`` by ``grid`` examples into one picture each, scaled to the first one's size; a rest is left out."""
    waiting: list[Example] = []
    for example in examples:
        waiting.append(example)
        if len(waiting) == grid * grid:
            yield _mosaic(waiting, grid)
            waiting = []


def _mosaic(examples: list[Example], grid: int) -> Example:
    """Lay examples into one picture, row by row."""
    high, wide = examples[0].image.shape[:2]
    picture = np.zeros((grid * high, grid * wide, 3), np.uint8)
    truth: dict[Label, list[NDArray[np.float32]]] = {label: [] for label in examples[0].truth}
    for place, example in enumerate(examples):
        row, column = divmod(place, grid)
        fitted = Image.fromarray(example.image).resize((wide, high), Image.Resampling.BICUBIC)
        picture[row * high : (row + 1) * high, column * wide : (column + 1) * wide] = np.asarray(fitted)
        for label, boxes in example.truth.items():
            truth[label].append(((boxes + np.array([column, row] * 2)) / grid).astype(np.float32))
    return Example(picture, {label: np.concatenate(boxes) for label, boxes in truth.items()})


def _compared(model: ShelfModel, name: str, label: Label, examples: list[Example]) -> Comparison:
    whole, _, boxes = _measured(model, label, examples, closely=False)
    tiled, passes, _ = _measured(model, label, examples, closely=True)
    return Comparison(name, label, len(examples), boxes, passes, whole, tiled)


def _measured(
    model: ShelfModel, label: Label, examples: list[Example], *, closely: bool
) -> tuple[Measured, float, int]:
    """Measure one way of reading; return its passes a photo and the number of true boxes with it."""
    start = time.perf_counter()
    seen = see(model, examples, closely=closely)
    seconds = (time.perf_counter() - start) / len(seen)
    boxes = sum(len(one.truth[label]) for one in seen)
    wrong = [abs(int((shown(model, one) & is_label(model, one, label)).sum()) - len(one.truth[label])) for one in seen]
    measured = Measured(
        round(average_precision_50(judged_apart(model, seen, label)), 4),
        round(float(np.mean(wrong)), 2),
        round(seconds, 3),
    )
    return measured, round(float(np.mean([one.passes for one in seen])), 1), boxes
