"""How far the availability that is read lies from the true one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from shelfvision.evaluation.intervals import Span, bootstrap
from shelfvision.inference.availability import photo_availability, read_rows
from shelfvision.inference.result import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shelfvision.evaluation.photos import Seen


class AvailabilityError(Struct, frozen=True):
    """Absolute errors of photo availability (0 to 1) in ``photos`` photos.

    ``mean_span`` is the 90 % bootstrap interval over photos, ``p90`` the error that nine in ten photos keep below,
    ``bias`` the mean error with its sign. Of those, ``read`` photos are answered without doubt, with ``read_mean``.
    """

    photos: int
    mean: float
    mean_span: Span
    p90: float
    bias: float
    read: int
    read_mean: float


def availability_error(seen: list[Seen]) -> AvailabilityError:
    """Measure photos in which facings and gaps are known."""
    off = [told(one) - true(one) for one in seen]
    sure = [error for one, error in zip(seen, off, strict=True) if one.reading.outcome is Outcome.READ]
    absolute = np.abs(off)
    return AvailabilityError(
        photos=len(off),
        mean=round(float(absolute.mean()), 4),
        mean_span=bootstrap(off, _mean_absolute),
        p90=round(float(np.percentile(absolute, 90)), 4),
        bias=round(float(np.mean(off)), 4),
        read=len(sure),
        read_mean=round(_mean_absolute(sure), 4) if sure else 0.0,
    )


def told(one: Seen) -> float:
    """Return the availability that is read; a photo in which no facing was found counts as read at 0."""
    return one.reading.availability or 0.0


def true(one: Seen) -> float:
    """Return the true availability: of a drawn shelf what was drawn, else of the true boxes by the rule of readings."""
    if one.availability is not None:
        return one.availability
    standing, empty = one.truth["product"].tolist(), one.truth["gap"].tolist()
    rows = read_rows(standing + empty, [False] * len(standing) + [True] * len(empty))
    return photo_availability(rows) or 0.0


def _mean_absolute(off: Sequence[float]) -> float:
    return float(np.abs(off).mean())
