"""What is kept of a version of the model beside its file."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$")]
"""A version's name, which is also the name of its folder."""


class Outcome(StrEnum):
    """What the rule, or a person, made of a version."""

    SHIPPED = "shipped"
    PROMOTED = "promoted"
    REFUSED = "refused"


class SetFigures(Struct, frozen=True, forbid_unknown_fields=True):
    """A model on one set of photos: average precision (IoU 0.5) of each label that occurs, and calibration error."""

    photos: int
    ap50: dict[str, float]
    calibration_error: float


class Figures(Struct, frozen=True, forbid_unknown_fields=True):
    """A model on the organization's held-out photos and on drawn shelves."""

    own: SetFigures
    drawn: SetFigures


class Manifest(Struct, frozen=True, forbid_unknown_fields=True):
    """One version: where it comes from, what it was measured at, what was decided and why.

    ``labels`` is the digest of the label set that it was trained on and ``photos`` how many of it were for what,
    ``sha256`` is the digest of its file.
    """

    version: Name
    sha256: str
    made_at: datetime
    outcome: Outcome
    reason: str
    parent: str | None = None
    labels: str | None = None
    photos: dict[str, int] | None = None
    figures: Figures | None = None
    parent_figures: Figures | None = None
