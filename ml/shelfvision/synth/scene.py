"""The plan of a picture: which bays it shows, what stands where on their boards, and where the camera is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from shelfvision.synth.articles import Article, assortment, variety
from shelfvision.synth.chance import between, chance, pick
from shelfvision.synth.shapes import SHAPES

if TYPE_CHECKING:
    from numpy.random import Generator

    from shelfvision.synth.fixtures import Style, Tier

FRONT = 0.012  # metres between the board's edge and the goods
SMALL = 0.12  # metres; articles that are narrower stand in larger groups
GROUP = {True: 9, False: 5}  # facings of one article, under this
WIDENED = 1.12


@dataclass(frozen=True, slots=True)
class Slot:
    """One facing's place, in metres along and into the shelf; ``empty`` once the article has sold out there.

    ``mark`` is its number in the canvas, ``back`` how far its first pack is pushed in, ``turned`` how far its label
    is turned aside (share of the width), ``leaning`` how far its top leans aside (share of the height).
    """

    mark: int
    x0: float
    x1: float
    article: Article
    back: float = 0.0
    turned: float = 0.0
    leaning: float = 0.0
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one board of one bay, from left to right."""

    tier: Tier
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Bay:
    """One bay: metres from ``left`` to ``right``, and its rows from the top down."""

    left: float
    right: float
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Numbers:
    """Hands out marks, from 1 up."""

    last: int = field(default=0)

    def following(self) -> int:
        """Return the next mark."""
        self.last += 1
        return self.last


@dataclass(frozen=True, slots=True)
class Filling:
    """How goods are put on all boards: the run's style, its disorder (0 to 1), and who numbers them."""

    style: Style
    disorder: float
    numbers: Numbers


def fill_row(rng: Generator, tier: Tier, filling: Filling, left: float, right: float) -> Row:
    """Fill a board from left to right with groups of one to eight facings, with no gap."""
    tallest = tier.clear * between(rng, 0.72, 0.97)
    brands = assortment(rng, tier.category, tallest)
    article = pick(rng, brands)
    slots: list[Slot] = []
    x = left
    while True:
        article = variety(rng, article, tallest) if chance(rng, 0.65) else pick(rng, brands)
        space = article.wide * (between(rng, 0.0, 0.035) if chance(rng, 0.85) else between(rng, 0.03, 0.14))
        back = _pushed(rng, article, filling.style.depth) if chance(rng, 0.4 * filling.disorder) else 0.0
        for _ in range(int(rng.integers(1, GROUP[article.wide < SMALL]))):
            if x + article.wide > right:
                article = min(brands, key=lambda brand: brand.wide)
            if x + article.wide > right:
                return Row(tier, _spread(slots, left, right))
            slots.append(_slot(rng, filling, article, x, back))
            x += article.wide + space


def _pushed(rng: Generator, article: Article, depth: float) -> float:
    """Return how far a group is pushed in: one or two packs are sold, or the front was never pulled forward."""
    return min(0.45 * depth, article.deep * float(rng.integers(1, 3)))


def _slot(rng: Generator, filling: Filling, article: Article, x: float, back: float) -> Slot:
    """Put one facing at ``x``, tidy or not."""
    disorder = filling.disorder
    upright = article.wide < article.tall and not SHAPES[article.kind].solid
    if back == 0.0 and chance(rng, 0.25 * disorder):
        back = _pushed(rng, article, filling.style.depth)
    return Slot(
        mark=filling.numbers.following(),
        x0=x,
        x1=x + article.wide,
        article=article,
        back=back + between(rng, 0.0, 0.012),
        turned=between(rng, -0.5, 0.5) if chance(rng, 0.5 * disorder) else 0.0,
        leaning=between(rng, -0.07, 0.07) if upright and chance(rng, 0.3 * disorder) else 0.0,
    )


def _spread(slots: list[Slot], left: float, right: float) -> tuple[Slot, ...]:
    """Widen packs a little and move them apart over the board, so that no unlabelled place is left at its end."""
    if not slots:
        return ()
    factor = min(WIDENED, (right - left) / (slots[-1].x1 - left))
    wider = {slot.article: replace(slot.article, wide=slot.article.wide * factor) for slot in slots}
    over = (right - left) - (slots[-1].x1 - left) * factor
    apart = min(over / len(slots), 0.25 * slots[-1].article.wide)
    return tuple(
        replace(
            slot,
            article=wider[slot.article],
            x0=left + (slot.x0 - left) * factor + apart * place,
            x1=left + (slot.x1 - left) * factor + apart * place,
        )
        for place, slot in enumerate(slots)
    )
