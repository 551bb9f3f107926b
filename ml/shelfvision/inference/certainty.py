"""How probable it is that a reading's availability is right."""

from __future__ import annotations

from math import exp, log, sqrt
from statistics import fmean
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shelfvision.inference.result import Box, ShelfRow

LEAST_SPREAD = 0.002
EVEN = 0.02  # a mean score is kept so far from 0 and 1

Weight = Annotated[float, Meta(ge=-50, le=50)]


class Certainty(Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression on what a reading shows of its own doubt (see ``signs``).

    It gives the probability that the availability lies within ``WITHIN`` of the true one.
    """

    shift: Weight
    weights: tuple[Weight, Weight, Weight]

    def __call__(self, boxes: Sequence[Box], rows: Sequence[ShelfRow]) -> float:
        """Return the probability, 0 to 1; 0 where no facing was found."""
        shown = signs(boxes, rows)
        if shown is None:
            return 0.0
        odds = self.shift + sum(weight * sign for weight, sign in zip(self.weights, shown, strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


WITHIN = 0.05


def signs(boxes: Sequence[Box], rows: Sequence[ShelfRow]) -> tuple[float, float, float] | None:
    """Return the signs of doubt of a reading, or None where no facing was found.

    They are the logarithm of the spread of the availability, the log odds of the mean score of its facings, and the
    logarithm of their number. The spread is the standard deviation that follows if every box shown is right with the
    probability of its score, independently: with F facings and M missing, A = F / (F + M) and
    var A = (M² var F + F² var M) / (F + M)⁴, a box of score p adding p (1 - p), a gap as often as it holds facings.
    """
    sure = [box.score for box in boxes if box.label == "product"]
    if not sure:
        return None
    doubt = [box.score * (1 - box.score) for box in boxes if box.label == "gap"]
    standing, missing = float(len(sure)), sum(row.missing for row in rows)
    held = (missing / len(doubt)) ** 2 if doubt else 0.0
    of_facings, of_missing = sum(score * (1 - score) for score in sure), held * sum(doubt)
    spread = sqrt(missing**2 * of_facings + standing**2 * of_missing) / (standing + missing) ** 2
    mean = min(1 - EVEN, max(EVEN, fmean(sure)))
    return log(spread + LEAST_SPREAD), log(mean / (1 - mean)), log(standing)
