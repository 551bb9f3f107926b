"""Turns a network's scores into probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import numpy as np
from msgspec import Meta, Struct

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST = 1e-7  # a score is kept so far from 0 and 1

EDGE = 0.012  # of the picture's side, about four pixels of the network's input: a box so near is cut by the edge

Slope = Annotated[float, Meta(gt=0, le=20)]
Lowering = Annotated[float, Meta(ge=-20, le=0)]


class Curve(Struct, frozen=True, forbid_unknown_fields=True):
    """A beta calibration map (Kull, Silva Filho and Flach 2017): log odds = rise ln s - fall ln(1 - s) + shift.

    Both slopes are positive, so the order of the scores stays what it was. What is cut by the picture's edge is told
    apart: half a gap or facing is less often what a person would label, and its log odds are lowered by ``sides`` where
    the left or right edge cuts it, by ``ends`` where the upper or lower one does.
    """

    rise: Slope
    fall: Slope
    shift: Annotated[float, Meta(ge=-20, le=20)]
    sides: Lowering = 0.0
    ends: Lowering = 0.0

    def __call__(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the probability for each score (n,), both 0 to 1."""
        kept = np.clip(scores.astype(np.float64), LEAST, 1 - LEAST)
        odds = self.rise * np.log(kept) - self.fall * np.log1p(-kept) + self.shift
        return (1 / (1 + np.exp(-odds))).astype(np.float32)

    def lowered(self, scores: NDArray[np.float32], boxes: NDArray[np.float32]) -> NDArray[np.float32]:
        """Lower the probabilities (n,) of the boxes (n, 4; fractions of the picture) that its edges cut."""
        kept = np.clip(scores.astype(np.float64), LEAST, 1 - LEAST)
        odds = np.log(kept) - np.log1p(-kept) + cut(boxes) @ np.array([self.sides, self.ends])
        return (1 / (1 + np.exp(-odds))).astype(np.float32)


def cut(boxes: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell of boxes (n, 4; fractions of the picture) whether its sides, and whether its ends, cut them (n, 2)."""
    near = (boxes[:, :2] < EDGE) | (boxes[:, 2:] > 1 - EDGE)
    return near.reshape(-1, 2)
