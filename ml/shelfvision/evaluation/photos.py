"""Runs a model over labelled photos and drawn shelves, keeping even faint predictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PIL import Image

from shelfvision.evaluation.matching import Judged, judge, pooled
from shelfvision.inference.decode import Found
from shelfvision.inference.passes import calibrated, look
from shelfvision.inference.quality import probe, sharpness, unreadable
from shelfvision.inference.reading import reading_of, sure_of
from shelfvision.inference.result import Reason, ShelfReading
from shelfvision.synth.api import PLAIN, draw_shelf, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from shelfvision.data.photos import Label, LabelledBox, LabelledPhoto
    from shelfvision.inference.model import ShelfModel
    from shelfvision.synth.api import DrawnBox

FAINT = 0.01
OF_THE_PHOTO = (Reason.TOO_DARK, Reason.TOO_BLURRED)
DRAWN_SIZES = ((1280, 960), (960, 1280), (1600, 1200), (640, 640))


class Example(NamedTuple):
    """A picture (h, w, 3; RGB), its true boxes (m, 4: fractions) by label, and the photo's name.

    ``availability`` (0 to 1) is known of drawn shelves; elsewhere it follows from the true boxes.
    """

    image: NDArray[np.uint8]
    truth: dict[Label, NDArray[np.float32]]
    name: str = ""
    availability: float | None = None


class Seen(NamedTuple):
    """What a model saw in one example in so many passes, boxes as fractions, beside what is true of it.

    ``found`` holds even what is faint, ``reading`` is what the reader makes of it; ``light`` is the mean brightness (0
    to 255) and ``sharp`` the sharpness of the photo, both as the reader judges them; ``availability`` as in an example.
    """

    found: Found
    truth: dict[Label, NDArray[np.float32]]
    passes: int
    reading: ShelfReading
    name: str
    light: float
    sharp: float
    availability: float | None = None


def photo_examples(photos: Iterable[LabelledPhoto]) -> Iterator[Example]:
    """Open labelled photos; only the classes that are labelled in them get a truth."""
    for photo in photos:
        truth: dict[Label, NDArray[np.float32]] = {label: corners(photo.boxes, label) for label in photo.known}
        yield Example(open_labelled(photo.path), truth, photo.path.stem)


def drawn_examples(
    first_seed: int, count: int, sizes: Sequence[tuple[int, int]] = DRAWN_SIZES, gaps: int | None = None,
    *, mixed: bool = False,
) -> Iterator[Example]:  # fmt: skip
    """Draw shelves of phone sizes with ``gaps`` gaps each, or with 0 to 6; ``mixed``, each in the look of its seed."""
    for seed in range(first_seed, first_seed + count):
        width, height = sizes[seed % len(sizes)]
        shelf = draw_shelf(
            seed, width, height, gaps=seed % 7 if gaps is None else gaps, look=look_of(seed) if mixed else PLAIN
        )
        truth: dict[Label, NDArray[np.float32]] = {
            "product": corners(shelf.boxes, "product"),
            "gap": corners(shelf.boxes, "gap"),
        }
        yield Example(np.asarray(shelf.image), truth, f"drawn {seed}", shelf.availability)


def open_labelled(path: Path) -> NDArray[np.uint8]:
    """Open a photo of the data as an RGB array; its boxes are those of the pixels as they are stored."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def corners(boxes: Iterable[LabelledBox | DrawnBox], label: Label) -> NDArray[np.float32]:
    """Collect the corners (m, 4) of the boxes of one label."""
    rows = [(box.x0, box.y0, box.x1, box.y1) for box in boxes if box.label == label]
    return np.array(rows, dtype=np.float32).reshape(-1, 4)


def see(model: ShelfModel, examples: Iterable[Example], *, closely: bool = True, faint: float = FAINT) -> list[Seen]:
    """Look at examples as a reader does, but keep what scores ``faint`` or more."""
    facts = model.facts
    least = [min(faint, threshold) for threshold in facts.thresholds]
    seen: list[Seen] = []
    for image, truth, name, availability in examples:
        reason = unreadable(image)
        found, passes = look(model, image, least, closely=closely and reason is None)
        reading = reading_of(facts, sure_of(facts, found), passes, reason)
        grey = probe(image)
        seen.append(Seen(found, truth, passes, reading, name, float(grey.mean()), sharpness(grey), availability))
    return seen


def restated(model: ShelfModel, seen: Iterable[Seen]) -> list[Seen]:
    """Read anew what was seen, when curves, thresholds or certainty were added to a model that had no curves."""
    facts = model.facts
    again: list[Seen] = []
    for one in seen:
        found = calibrated(facts, one.found)
        fault = one.reading.reason if one.reading.reason in OF_THE_PHOTO else None
        reading = reading_of(facts, sure_of(facts, found), one.passes, fault)
        again.append(one._replace(found=found, reading=reading))
    return again


def judged(model: ShelfModel, seen: Iterable[Seen], label: Label) -> Judged:
    """Judge all predictions of one label."""
    return pooled(judged_apart(model, seen, label))


def judged_apart(model: ShelfModel, seen: Iterable[Seen], label: Label) -> list[Judged]:
    """Judge the predictions of one label photo by photo."""
    number = model.facts.labels.index(label)
    photos: list[Judged] = []
    for one in seen:
        mine = one.found.classes == number
        photos.append(judge(one.found.boxes[mine], one.found.scores[mine], one.truth[label]))
    return photos
