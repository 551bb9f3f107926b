"""Furniture before goods are put in: boards one above the other, back panels, colours and materials."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from shelfvision.synth.articles import KINDS, Category
from shelfvision.synth.chance import between, chance, pick, weighted
from shelfvision.synth.looks import Fixture
from shelfvision.synth.palette import Colour, shaded
from shelfvision.synth.shapes import SHAPES

if TYPE_CHECKING:
    from numpy.random import Generator


class Panel(StrEnum):
    """What the back of a shelf is made of."""

    PLAIN = "plain"
    HOLES = "holes"
    SLOTS = "slots"
    GROOVES = "grooves"
    WIRE = "wire"


@dataclass(frozen=True, slots=True)
class Style:
    """Colours and materials of one run of shelves; ``light`` is the panel's brightness in the depth (0 to 1)."""

    fixture: Fixture
    panel: Panel
    back: Colour
    board: Colour
    rail: Colour
    light: float
    depth: float
    tag: Colour


@dataclass(frozen=True, slots=True)
class Tier:
    """One board: its upper side is ``floor`` metres high, with ``clear`` metres free above and ``rail`` below."""

    floor: float
    clear: float
    rail: float
    category: Category
    open_top: bool = False

    @property
    def middle(self) -> float:
        """How high the middle of the goods' space is, in metres."""
        return self.floor + self.clear / 2

    @property
    def hanging(self) -> bool:
        """Whether goods hang on pegs instead of standing."""
        return self.category is Category.HANGING


METALS: tuple[Colour, ...] = (
    (214, 214, 210),
    (196, 198, 200),
    (150, 152, 154),
    (232, 230, 224),
    (60, 60, 64),
    (34, 34, 36),
)
RAILS: tuple[Colour, ...] = (
    (232, 232, 228), (226, 226, 222), (206, 208, 210), (238, 236, 230), (30, 32, 36),
    (34, 92, 180), (196, 40, 40), (236, 206, 60), (150, 152, 154), (60, 140, 70),
)  # fmt: skip
WOODS: tuple[Colour, ...] = ((134, 104, 78), (176, 140, 100), (92, 66, 48))
TAGS: tuple[Colour, ...] = (
    (250, 250, 246),
    (250, 250, 246),
    (252, 226, 74),
    (244, 240, 200),
    (232, 60, 48),
    (40, 70, 150),
)
TYPICAL = {
    Fixture.GONDOLA: {
        Category.DRINKS: 3, Category.WINE: 1, Category.CANS: 1, Category.CASES: 1, Category.JARS: 2, Category.DRY: 4,
        Category.SNACKS: 2, Category.CARE: 4, Category.SMALL: 2, Category.CLEANING: 3, Category.HYGIENE: 1.5,
    },
    Fixture.CHILLER: {Category.DAIRY: 4, Category.DRINKS: 3, Category.CANS: 3, Category.SMALL: 1, Category.SNACKS: 1},
    Fixture.FRIDGE: {Category.DRINKS: 4, Category.CANS: 3, Category.DAIRY: 2, Category.DRY: 1, Category.SNACKS: 1},
    Fixture.PEGS: {Category.HANGING: 1},
    Fixture.PRODUCE: {Category.PRODUCE: 4, Category.SNACKS: 1, Category.JARS: 0.5},
    Fixture.KIOSK: {Category.TOBACCO: 5, Category.SMALL: 2, Category.CANS: 0.5},
}  # fmt: skip
BOARDS = 9


def new_style(rng: Generator, fixture: Fixture) -> Style:
    """Choose the materials of a run of shelves."""
    metal = pick(rng, METALS)
    wood = fixture is Fixture.PRODUCE and chance(rng, 0.7)
    dark = fixture in {Fixture.CHILLER, Fixture.FRIDGE} and chance(rng, 0.7)
    board = pick(rng, WOODS) if wood or chance(rng, 0.06) else metal
    back = (26, 27, 30) if dark else board if chance(rng, 0.65) else pick(rng, METALS)
    panel = weighted(rng, {Panel.PLAIN: 3, Panel.HOLES: 4, Panel.SLOTS: 2, Panel.GROOVES: 1.5, Panel.WIRE: 1})
    return Style(
        fixture=fixture,
        panel=Panel.HOLES if fixture is Fixture.PEGS else panel,
        back=back,
        board=shaded(board, 0.5) if dark and chance(rng, 0.6) else board,
        rail=board if chance(rng, 0.3) else pick(rng, RAILS),
        light=between(rng, 0.15, 0.5) if chance(rng, 0.42) else between(rng, 0.5, 1.0),
        depth=between(rng, 0.28, 0.6) if fixture is not Fixture.KIOSK else between(rng, 0.2, 0.32),
        tag=pick(rng, TAGS),
    )


def new_tiers(rng: Generator, fixture: Fixture, crowded: bool) -> tuple[Tier, ...]:
    """Set boards from the base up; ``crowded`` keeps to low goods, so that more boards fit."""
    choices = TYPICAL[fixture]
    top = between(rng, 1.65, 2.2)
    floor = between(rng, 0.12, 0.3)
    category = weighted(rng, choices)
    tiers: list[Tier] = []
    while len(tiers) < BOARDS:
        if chance(rng, 0.4):
            category = weighted(rng, choices)
        tallest = max(SHAPES[kind].tall[1] for kind, weight in KINDS[category].items() if weight >= 1)
        goods = tallest * between(rng, 0.5 if crowded else 0.6, 0.78 if crowded else 1.0)
        rail = between(rng, 0.028, 0.06)
        clear = max(0.11, goods / between(rng, 0.7, 0.97))
        if floor + clear > top and len(tiers) > 1:
            break
        tiers.append(Tier(floor, clear, rail, category))
        floor += clear + rail
    if fixture in {Fixture.GONDOLA, Fixture.PRODUCE} and chance(rng, 0.75):
        last = tiers[-1]
        tiers[-1] = Tier(last.floor, last.clear, last.rail, last.category, open_top=True)
    return tuple(tiers)
