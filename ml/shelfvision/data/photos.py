"""Lists labelled photographs in YOLO's folder layout: ``images/NAME.jpg`` beside ``labels/NAME.txt``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

Label = Literal["product", "gap"]

CLASS_NAMES: tuple[Label, ...] = ("product", "gap")


@dataclass(frozen=True, slots=True)
class LabelledBox:
    """A box whose corners are fractions of the photo's width and height."""

    label: Label
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class LabelledPhoto:
    """A photo and its boxes; ``known`` names the classes that are labelled completely in it."""

    path: Path
    boxes: tuple[LabelledBox, ...]
    known: tuple[Label, ...]


def read_folder(folder: Path, label: Label) -> list[LabelledPhoto]:
    """Read every photo of a folder whose only class (0 in its files) is ``label``, ordered by name."""
    return [
        LabelledPhoto(path, read_boxes(folder / "labels" / f"{path.stem}.txt", label), (label,))
        for path in sorted((folder / "images").glob("*.jpg"))
    ]


def read_boxes(path: Path, label: Label) -> tuple[LabelledBox, ...]:
    """Read a label file of ``class x-centre y-centre width height`` lines as boxes of one class."""
    boxes: list[LabelledBox] = []
    for line in path.read_text(encoding="ascii").splitlines():
        fields = [float(field) for field in line.split()[1:5]]
        if fields:
            x, y, w, h = fields
            boxes.append(LabelledBox(label, x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    return tuple(boxes)


def yolo_lines(boxes: tuple[LabelledBox, ...]) -> str:
    """Write boxes as YOLO lines with the class numbers of ``CLASS_NAMES``."""
    return "".join(
        f"{CLASS_NAMES.index(b.label)} {(b.x0 + b.x1) / 2:.6f} {(b.y0 + b.y1) / 2:.6f} "
        f"{b.x1 - b.x0:.6f} {b.y1 - b.y0:.6f}\n"
        for b in boxes
    )
