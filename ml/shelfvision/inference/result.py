"""What a reading of a photo says; all of it is frozen and encodes to JSON by msgspec."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from shelfvision.data.photos import Label


class Outcome(StrEnum):
    """Whether the photo could be read."""

    READ = "read"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why a reading is unsure."""

    TOO_DARK = "too_dark"
    TOO_BLURRED = "too_blurred"
    NO_PRODUCTS = "no_products"
    LOW_SCORES = "low_scores"


class Box(Struct, frozen=True):
    """One thing found; the corners are fractions of the photo's width (x) and height (y), ``score`` is 0 to 1."""

    label: Label
    score: float
    x0: float
    y0: float
    x1: float
    y1: float


class ShelfRow(Struct, frozen=True):
    """One shelf board from the top of the photo down.

    ``y0`` and ``y1`` are fractions of the photo's height. ``availability`` is standing facings over all places of the
    row, 0 to 1; ``missing`` is the number of facings that would fill its gaps (not rounded).
    """

    y0: float
    y1: float
    facings: int
    gaps: int
    missing: float
    availability: float


class ShelfReading(Struct, frozen=True):
    """The reading of one photo.

    ``reason`` is set when the outcome is unsure; ``confidence`` is the probability that ``availability`` is within 5
    points (0.05) of the true one, or, where the model does not tell it, the median score of what was found;
    ``availability`` is None where no facing was found to measure by; ``passes`` is how often the network was run.
    """

    outcome: Outcome
    reason: Reason | None
    confidence: float
    boxes: tuple[Box, ...]
    rows: tuple[ShelfRow, ...]
    facings: int
    gaps: int
    availability: float | None
    model_version: str
    passes: int
