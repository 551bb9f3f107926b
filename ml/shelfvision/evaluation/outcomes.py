"""How good a reading's own confidence is, and how often it is unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from shelfvision.data.photos import Label
from shelfvision.evaluation.availability import told, true
from shelfvision.evaluation.calibration import Calibration, calibration
from shelfvision.inference.certainty import WITHIN
from shelfvision.inference.result import Outcome

if TYPE_CHECKING:
    from shelfvision.evaluation.photos import Seen

PHOTO_BINS = 5  # there are fewer photos than boxes


class BoxCalibration(Struct, frozen=True):
    """The calibration of one label on one set: of all boxes from 0.01 up, and of those that reach the threshold."""

    name: str
    label: Label
    faint: Calibration
    shown: Calibration


class PhotoCalibration(Struct, frozen=True):
    """Confidence of readings against the share whose availability lies within 0.05 of the true one."""

    name: str
    calibration: Calibration


class Unsure(Struct, frozen=True):
    """How many photos of a set are answered as unsure."""

    name: str
    photos: int
    unsure: int


def photo_calibration(name: str, seen: list[Seen]) -> PhotoCalibration:
    """Measure the confidence of readings of photos in which facings and gaps are known."""
    confidence = np.array([one.reading.confidence for one in seen])
    right = np.array([abs(told(one) - true(one)) <= WITHIN for one in seen], np.bool_)
    return PhotoCalibration(name, calibration(confidence, right, PHOTO_BINS))


def unsure(name: str, seen: list[Seen]) -> Unsure:
    """Count the photos that are answered as unsure."""
    return Unsure(name, len(seen), sum(one.reading.outcome is Outcome.UNSURE for one in seen))
