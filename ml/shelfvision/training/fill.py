"""Fills in the facings of gap photos, whose labels name gaps only, by what a trained model finds on them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import numpy as np

from shelfvision.data.photos import LabelledBox, yolo_lines
from shelfvision.data.split import training_gaps
from shelfvision.evaluation.photos import corners, open_labelled
from shelfvision.inference.passes import look
from shelfvision.inference.suppression import shared_areas

if TYPE_CHECKING:
    from pathlib import Path

    from shelfvision.data.photos import LabelledPhoto
    from shelfvision.inference.model import ShelfModel

IN_A_GAP = 0.5  # of a facing's area: what a person labelled as empty holds no facing


def fill_facings(shelf: Path, teacher: ShelfModel, folder: Path) -> None:
    """Write the training gap photos to ``folder/images`` with ``labels`` of their gaps and of the teacher's facings.

    The facings are those above the teacher's threshold, looked at in all its ways; where a gap is labelled, none.
    """
    images, labels = folder / "images", folder / "labels"
    images.mkdir(parents=True, exist_ok=True)
    labels.mkdir(parents=True, exist_ok=True)
    for photo in training_gaps(shelf):
        shutil.copy(photo.path, images / photo.path.name)
        boxes = photo.boxes + _facings(photo, teacher)
        (labels / f"{photo.path.stem}.txt").write_text(yolo_lines(boxes), encoding="ascii")


def _facings(photo: LabelledPhoto, teacher: ShelfModel) -> tuple[LabelledBox, ...]:
    """Return the facings that the teacher sees outside the labelled gaps."""
    facts = teacher.facts
    found, _ = look(teacher, open_labelled(photo.path), facts.thresholds)
    boxes = found.boxes[found.classes == facts.labels.index("product")]
    shared, area, _ = shared_areas(boxes, corners(photo.boxes, "gap"))
    standing = np.flatnonzero((shared <= IN_A_GAP * area[:, None]).all(axis=1))
    return tuple(LabelledBox("product", *(float(edge) for edge in boxes[index])) for index in standing)
