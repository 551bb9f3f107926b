"""Runs a model over labelled photos and drawn shelves, keeping even faint predictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image

from shelfvision.evaluation.matching import Judged, judge, pooled
from shelfvision.inference.decode import Found
from shelfvision.inference.passes import look
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from shelfvision.data.photos import Label, LabelledBox, LabelledPhoto
    from shelfvision.inference.model import ShelfModel
    from shelfvision.synth.api import DrawnBox

FAINT = 0.01
DRAWN_SIZES = ((1280, 960), (960, 1280), (1600, 1200), (640, 640))


class Example(NamedTuple):
    """A picture (h, w, 3; RGB) and its true boxes (m, 4: fractions) by label."""

    image: NDArray[np.uint8]
    truth: dict[Label, NDArray[np.float32]]


class Seen(NamedTuple):
    """What a model saw in one example in so many passes, boxes as fractions, beside what is true of it."""

    found: Found
    truth: dict[Label, NDArray[np.float32]]
    passes: int


def photo_examples(photos: Iterable[LabelledPhoto]) -> Iterator[Example]:
    """Open labelled photos; only the classes that are labelled in them get a truth."""
    for photo in photos:
        yield Example(open_labelled(photo.path), {label: corners(photo.boxes, label) for label in photo.known})


def drawn_examples(first_seed: int, count: int, sizes: Sequence[tuple[int, int]] = DRAWN_SIZES) -> Iterator[Example]:
    """Draw shelves of phone sizes with 0 to 6 gaps."""
    for seed in range(first_seed, first_seed + count):
        width, height = sizes[seed % len(sizes)]
        shelf = draw_shelf(seed, width, height, gaps=seed % 7)
        truth: dict[Label, NDArray[np.float32]] = {
            "product": corners(shelf.boxes, "product"),
            "gap": corners(shelf.boxes, "gap"),
        }
        yield Example(np.asarray(shelf.image), truth)


def open_labelled(path: Path) -> NDArray[np.uint8]:
    """Open a photo of the data as an RGB array; its boxes are those of the pixels as they are stored."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def corners(boxes: Iterable[LabelledBox | DrawnBox], label: Label) -> NDArray[np.float32]:
    """Collect the corners (m, 4) of the boxes of one label."""
    rows = [(box.x0, box.y0, box.x1, box.y1) for box in boxes if box.label == label]
    return np.array(rows, dtype=np.float32).reshape(-1, 4)


def see(model: ShelfModel, examples: Iterable[Example], *, by_tiles: bool = True) -> list[Seen]:
    """Look at examples as a reader does, but keep what is faint."""
    faint = [FAINT] * len(model.facts.labels)
    seen: list[Seen] = []
    for image, truth in examples:
        found, passes = look(model, image, faint, by_tiles=by_tiles)
        seen.append(Seen(found, truth, passes))
    return seen


def judged(model: ShelfModel, seen: list[Seen], label: Label) -> Judged:
    """Judge all predictions of one label."""
    number = model.facts.labels.index(label)
    photos: list[Judged] = []
    for found, truth, _ in seen:
        mine = found.classes == number
        photos.append(judge(found.boxes[mine], found.scores[mine], truth[label]))
    return pooled(photos)
