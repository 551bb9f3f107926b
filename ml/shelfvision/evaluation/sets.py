"""The sets that a model is tuned on, and those that its figures are measured on: no scene is in both.

Tuned on: the photos of ``gaps/val`` that share no scene with training, those of them that were labelled by hand, photos
of ``products/train`` between those trained on, and drawn shelves of their own seeds. Measured on: the held-out scenes
of ``gaps/train``, ``products/val``, drawn shelves of other seeds, plain and in all looks, and the hand-labelled photos;
of those, the ones of ``gaps/val`` are told apart by ``tuned_on``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shelfvision.data.corrected import corrected_photos
from shelfvision.data.photos import read_folder
from shelfvision.evaluation.photos import Example, drawn_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shelfvision.data.photos import LabelledPhoto

DRAWN_SEED, DRAWN_COUNT = 900_000, 56  # training draws from 0 up
FULL_SEED, FULL_COUNT = 950_000, 40
MIXED_SEED, MIXED_COUNT = 970_000, 70
TUNING_SEED, TUNING_COUNT = 800_000, 28
MIXED_TUNING_SEED, MIXED_TUNING_COUNT = 820_000, 42
TUNING_FULL_SEED, TUNING_FULL_COUNT = 850_000, 8


def tuned_on(photo: LabelledPhoto) -> bool:
    """Tell whether a hand-labelled photo belongs to those that a model is tuned on."""
    return photo.path.parts[-4:-2] == ("gaps", "val")


def corrected(shelf: Path) -> tuple[list[LabelledPhoto], list[LabelledPhoto]]:
    """Return the hand-labelled photos: those that a model is tuned on, and the others."""
    photos = corrected_photos(shelf)
    return [photo for photo in photos if tuned_on(photo)], [photo for photo in photos if not tuned_on(photo)]


def products_for_tuning(shelf: Path) -> list[LabelledPhoto]:
    """Return photos of ``products/train`` that no training takes: every sixth, of the half that lies between."""
    return read_folder(shelf / "products" / "train", "product")[1::6]


def drawn() -> Iterator[Example]:
    """Draw the shelves of the figures: 0 to 6 gaps."""
    return drawn_examples(DRAWN_SEED, DRAWN_COUNT)


def drawn_full() -> Iterator[Example]:
    """Draw full shelves for the figures."""
    return drawn_examples(FULL_SEED, FULL_COUNT, gaps=0)


def drawn_mixed() -> Iterator[Example]:
    """Draw shelves for the figures in all looks, as training has them: views, fixtures, wear, clutter."""
    return drawn_examples(MIXED_SEED, MIXED_COUNT, mixed=True)


def drawn_for_tuning() -> Iterator[Example]:
    """Draw the shelves that a model is tuned on: plain ones, full ones and ones in all looks."""
    yield from drawn_examples(MIXED_TUNING_SEED, MIXED_TUNING_COUNT, mixed=True)
    yield from drawn_examples(TUNING_SEED, TUNING_COUNT)
    yield from drawn_examples(TUNING_FULL_SEED, TUNING_FULL_COUNT, gaps=0)
