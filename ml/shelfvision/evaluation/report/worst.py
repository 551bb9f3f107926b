"""Which photos a model reads worst, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from shelfvision.evaluation.figures import is_label, shown
from shelfvision.evaluation.matching import paired
from shelfvision.evaluation.slices import LIGHTS, SHARPNESSES, SIZES, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from shelfvision.evaluation.photos import Seen
    from shelfvision.inference.model import ShelfModel

WORST = 24


class Judgement(NamedTuple):
    """One photo's gaps.

    The true ones (m, 4) and whether each is found, the shown ones (n, 4), whether each is right, and their scores (n,).
    """

    seen: Seen
    true: NDArray[np.float32]
    found: NDArray[np.bool_]
    shown: NDArray[np.float32]
    right: NDArray[np.bool_]
    scores: NDArray[np.float32]

    @property
    def faults(self) -> tuple[int, float]:
        """Missed and false gaps; among as many, what was falsely told with more certainty weighs more."""
        missed, false = int((~self.found).sum()), int((~self.right).sum())
        return missed + false, float(self.scores[~self.right].sum())


def worst(model: ShelfModel, seen: Iterable[Seen], count: int = WORST) -> list[Judgement]:
    """Return the photos with the most faults, the worst first; none without a fault."""
    judgements = [judgement(model, one) for one in seen]
    faulty = [one for one in judgements if one.faults[0] > 0]
    return sorted(faulty, key=lambda one: (one.faults, one.seen.name), reverse=True)[:count]


def judgement(model: ShelfModel, one: Seen) -> Judgement:
    """Judge the gaps that are shown in one photo."""
    mine = np.flatnonzero(shown(model, one) & is_label(model, one, "gap"))
    boxes, scores, true = one.found.boxes[mine], one.found.scores[mine], one.truth["gap"]
    pairs = paired(boxes, scores, true)
    return Judgement(one, true, np.isin(np.arange(len(true)), pairs), boxes, pairs >= 0, scores)


def why(one: Judgement) -> str:
    """Say in words what is wrong with a reading, and what may be the cause."""
    missed, false = int((~one.found).sum()), int((~one.right).sum())
    told = [f"{missed} of {len(one.true)} gaps missed"] if missed else []
    if missed:
        sizes = np.sqrt(np.prod(one.true[~one.found, 2:] - one.true[~one.found, :2], axis=1))
        small = int((sizes < SIZES[0][2]).sum())
        told += [f"{small} of them small"] if small else []
    if false:
        told.append(f"{false} of {len(one.shown)} shown are false, the surest at {one.scores[~one.right].max():.2f}")
    told += [
        f"{name} photo"
        for name in (_name(LIGHTS, one.seen.light), _name(SHARPNESSES, one.seen.sharp))
        if name in {"dark", "soft"}
    ]
    reason = one.seen.reading.reason
    told += [f"answered as unsure ({reason})"] if reason else []
    return "; ".join(told)


def _name(parts: Iterable[Part], value: float) -> str:
    return next(name for name, low, high in parts if low <= value < high)
