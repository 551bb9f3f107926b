"""Turns a network's scores into probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import numpy as np
from msgspec import Meta, Struct

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST = 1e-7  # a score is kept so far from 0 and 1

Slope = Annotated[float, Meta(gt=0, le=20)]


class Curve(Struct, frozen=True, forbid_unknown_fields=True):
    """A beta calibration map (Kull, Silva Filho and Flach 2017): log odds = rise ln s - fall ln(1 - s) + shift.

    Both slopes are positive, so the order of the scores, and average precision with it, stays what it was.
    """

    rise: Slope
    fall: Slope
    shift: Annotated[float, Meta(ge=-20, le=20)]

    def __call__(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the probability for each score (n,), both 0 to 1."""
        kept = np.clip(scores.astype(np.float64), LEAST, 1 - LEAST)
        odds = self.rise * np.log(kept) - self.fall * np.log1p(-kept) + self.shift
        return (1 / (1 + np.exp(-odds))).astype(np.float32)
