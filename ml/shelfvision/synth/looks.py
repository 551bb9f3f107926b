"""How a drawn shelf looks: where the photo is taken from, what furniture it shows, and how good the photo is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from shelfvision.synth.chance import between, chance, weighted

MOST_CLUTTER = 6


class View(StrEnum):
    """Where the photo is taken from."""

    STRAIGHT = "straight"
    WIDE = "wide"
    CLOSE = "close"
    OBLIQUE = "oblique"
    AISLE = "aisle"


class Fixture(StrEnum):
    """The furniture that goods stand on or hang from."""

    GONDOLA = "gondola"
    CHILLER = "chiller"
    FRIDGE = "fridge"
    PEGS = "pegs"
    PRODUCE = "produce"
    KIOSK = "kiosk"


class Wear(StrEnum):
    """What spoils the photo."""

    CLEAN = "clean"
    PHONE = "phone"
    SMALL = "small"
    DIM = "dim"
    GLARE = "glare"
    SHAKEN = "shaken"


@dataclass(frozen=True, slots=True)
class ShelfLook:
    """One look.

    ``clutter`` is the number of signs, people and trolleys before the shelf (0 to 6); ``disorder`` the share (0 to 1)
    of facings that are pushed back, turned or leaning; ``mixed_bays`` lets each bay have boards of its own.

    Raises:
        ValueError: if clutter or disorder is out of range.
    """

    view: View = View.STRAIGHT
    fixture: Fixture = Fixture.GONDOLA
    wear: Wear = Wear.CLEAN
    clutter: int = 0
    disorder: float = 0.08
    mixed_bays: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.clutter <= MOST_CLUTTER:
            raise ValueError(f"clutter is {self.clutter}; give 0 to {MOST_CLUTTER}")
        if not 0 <= self.disorder <= 1:
            raise ValueError(f"disorder is {self.disorder}; give a share from 0 to 1")

    def tamer(self, attempt: int) -> ShelfLook:
        """Return the look for a later attempt at placing the gaps: less in the way, then straight and orderly."""
        if attempt < PATIENCE:
            return self
        calm = replace(self, clutter=0, disorder=min(self.disorder, 0.2))
        return calm if attempt < 2 * PATIENCE else replace(calm, view=View.STRAIGHT)


PATIENCE = 2
PLAIN = ShelfLook()

VIEWS = {View.STRAIGHT: 0.22, View.WIDE: 0.24, View.CLOSE: 0.13, View.OBLIQUE: 0.25, View.AISLE: 0.16}
FIXTURES = {
    Fixture.GONDOLA: 0.56,
    Fixture.CHILLER: 0.15,
    Fixture.FRIDGE: 0.1,
    Fixture.PEGS: 0.06,
    Fixture.PRODUCE: 0.05,
    Fixture.KIOSK: 0.08,
}
WEARS = {Wear.CLEAN: 0.16, Wear.PHONE: 0.4, Wear.SMALL: 0.22, Wear.DIM: 0.08, Wear.GLARE: 0.08, Wear.SHAKEN: 0.06}


def look_of(seed: int) -> ShelfLook:
    """Return the look that a seed gives, mixed as photos of real shelves are."""
    rng = np.random.default_rng([seed, 3])
    return ShelfLook(
        view=weighted(rng, VIEWS),
        fixture=weighted(rng, FIXTURES),
        wear=weighted(rng, WEARS),
        clutter=int(rng.integers(1, 5)) if chance(rng, 0.45) else 0,
        disorder=between(rng, 0.0, 0.7),
        mixed_bays=chance(rng, 0.3),
    )
