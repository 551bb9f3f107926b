"""Which gap photos are held out: whole scenes, found by ``training.scenes`` and kept as a list of names."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from shelfvision.data.photos import LabelledPhoto, read_folder

if TYPE_CHECKING:
    from pathlib import Path

HOLDOUT_LIST = "gap_holdout.txt"
LEAKING_LIST = "gap_val_leaks.txt"


def training_gaps(shelf: Path) -> list[LabelledPhoto]:
    """Return the gap photos to train on: ``gaps/train`` without the held-out scenes."""
    held_out = _names(HOLDOUT_LIST)
    return [photo for photo in read_folder(shelf / "gaps" / "train", "gap") if photo.path.stem not in held_out]


def holdout_gaps(shelf: Path) -> list[LabelledPhoto]:
    """Return the held-out gap photos: no scene of theirs is trained on."""
    held_out = _names(HOLDOUT_LIST)
    return [photo for photo in read_folder(shelf / "gaps" / "train", "gap") if photo.path.stem in held_out]


def fresh_val_gaps(shelf: Path) -> list[LabelledPhoto]:
    """Return the photos of ``gaps/val`` that share no scene with ``gaps/train``."""
    leaking = _names(LEAKING_LIST)
    return [photo for photo in read_folder(shelf / "gaps" / "val", "gap") if photo.path.stem not in leaking]


def _names(list_name: str) -> frozenset[str]:
    """Read a list of photo names, one a line."""
    return frozenset(resources.files("shelfvision.data").joinpath(list_name).read_text(encoding="ascii").split())
