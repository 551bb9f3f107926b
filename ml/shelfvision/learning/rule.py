"""The rule by which a new model takes the old one's place; a person may still promote or roll back by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shelfvision.learning.manifest import Outcome

if TYPE_CHECKING:
    from shelfvision.learning.manifest import Figures

LEAST_PHOTOS = 20  # held out; fewer tell nothing
WORSE = 0.01  # of average precision, that no label may lose on either set
CALIBRATION = 0.05  # expected calibration error beyond chance


class Decision(NamedTuple):
    """What was decided, and why in words."""

    outcome: Outcome
    reason: str


def decide(new: Figures, old: Figures, gained: float, at_least: float) -> Decision:
    """Compare two models on the same held-out photos.

    ``gained`` is by how much the new one is better on the organization's own, ``at_least`` its lower bound. Promoted is
    what is better there by more than noise, loses nothing anywhere and whose scores can be believed; every reason
    against it is told.
    """
    against: list[str] = []
    if new.own.photos < LEAST_PHOTOS:
        against.append(f"{new.own.photos} held-out photos are fewer than {LEAST_PHOTOS}")
    for name, ours, theirs in (("own photos", new.own, old.own), ("drawn shelves", new.drawn, old.drawn)):
        for label, before in theirs.ap50.items():
            after = ours.ap50.get(label, 0.0)
            if before - after > WORSE:
                against.append(f"{label} on {name} fell from {before:.3f} to {after:.3f}")
        if ours.calibration_error > CALIBRATION:
            against.append(f"calibration error on {name} is {ours.calibration_error:.3f}, over {CALIBRATION}")
    if at_least <= 0:
        against.append(f"own photos gained {gained:+.3f}, at least {at_least:+.3f}: no more than noise")
    if against:
        return Decision(Outcome.REFUSED, "; ".join(against))
    return Decision(Outcome.PROMOTED, f"own photos gained {gained:+.3f}, at least {at_least:+.3f}; nothing was lost")
