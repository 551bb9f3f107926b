"""Lays out a training folder of sets: gap photos, product photos, photos to look on with, and drawn shelves."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from shelfvision.data.photos import CLASS_NAMES, LabelledBox, LabelledPhoto, read_folder, yolo_lines
from shelfvision.data.split import fresh_val_gaps, training_gaps
from shelfvision.synth.api import Order, draw_many

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZES = ((640, 640), (640, 480), (640, 640), (480, 640), (640, 512))
FULL_SHARE = 5  # every fifth drawn shelf is full
MAX_GAPS = 7


def copy_photos(shelf: Path, folder: Path) -> None:
    """Write ``folder/SET/images`` and ``labels`` for the sets gaps, products and val.

    The set's name is in every path: the loss reads from it which classes are labelled in a photo.
    """
    products = read_folder(shelf / "products" / "train", "product")[::2]  # neighbours are frames of one shelf
    for name, photos in (("gaps", training_gaps(shelf)), ("products", products), ("val", fresh_val_gaps(shelf))):
        _copy(photos, folder / name)


def list_sets(folder: Path, name: str, sets: Sequence[str]) -> Path:
    """Write and return ``folder/NAME.yaml``, by which Ultralytics trains on sets at these paths in the folder."""
    classes = "".join(f"  {number}: {label}\n" for number, label in enumerate(CLASS_NAMES))
    paths = "".join(f"  - {one}/images\n" for one in sets)
    listed = folder / f"{name}.yaml"
    listed.write_text(f"path: {folder.resolve()}\ntrain:\n{paths}val: val/images\nnames:\n{classes}", encoding="utf-8")
    return listed


def _copy(photos: list[LabelledPhoto], folder: Path) -> None:
    """Copy photos and write their labels with this package's class numbers."""
    images, labels = folder / "images", folder / "labels"
    images.mkdir(parents=True, exist_ok=True)
    labels.mkdir(parents=True, exist_ok=True)
    for photo in photos:
        shutil.copy(photo.path, images / photo.path.name)
        (labels / f"{photo.path.stem}.txt").write_text(yolo_lines(photo.boxes), encoding="ascii")


def draw_shelves(folder: Path, seeds: range, processes: int = 1) -> None:
    """Draw a shelf for each seed; what is drawn already is kept."""
    images, labels = folder / "images", folder / "labels"
    images.mkdir(parents=True, exist_ok=True)
    labels.mkdir(parents=True, exist_ok=True)
    wanted = [seed for seed in seeds if not (labels / f"drawn{seed:05}.txt").exists()]
    drawn = draw_many([_order(seed) for seed in wanted], processes)
    for seed, shelf in zip(wanted, drawn, strict=True):
        shelf.image.save(images / f"drawn{seed:05}.jpg", quality=92)
        boxes = tuple(LabelledBox(box.label, box.x0, box.y0, box.x1, box.y1) for box in shelf.boxes)
        (labels / f"drawn{seed:05}.txt").write_text(yolo_lines(boxes), encoding="ascii")


def _order(seed: int) -> Order:
    """Order a shelf of its seed's look, one in five full."""
    width, height = SIZES[seed % len(SIZES)]
    return Order(seed, width, height, gaps=0 if seed % FULL_SHARE == 0 else 1 + seed % MAX_GAPS)
