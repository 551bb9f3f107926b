"""What stands on shelves: articles of one category share shape and brand, as in a real run of goods."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shelfvision.synth.chance import between, chance, pick, weighted
from shelfvision.synth.palette import PACK_SIZES, Colour, brand_colour, brand_name, neighbour_colour
from shelfvision.synth.shapes import SHAPES, PackKind

if TYPE_CHECKING:
    from numpy.random import Generator

STACKED = frozenset(
    {PackKind.CAN, PackKind.TUB, PackKind.SLIM_BOX, PackKind.JAR, PackKind.CAN_PACK, PackKind.BOX, PackKind.CRATE}
)
LOWEST = 0.45  # height of a row's lowest article over its tallest's
CLEAR = 0.35  # share of bottles, jugs and jars that one can see through


class Category(StrEnum):
    """Kinds of goods that fill a row together."""

    DRINKS = "drinks"
    WINE = "wine"
    CANS = "cans"
    CASES = "cases"
    DAIRY = "dairy"
    JARS = "jars"
    DRY = "dry"
    SNACKS = "snacks"
    CARE = "care"
    SMALL = "small"
    CLEANING = "cleaning"
    HYGIENE = "hygiene"
    TOBACCO = "tobacco"
    HANGING = "hanging"
    PRODUCE = "produce"


KINDS: dict[Category, dict[PackKind, float]] = {
    Category.DRINKS: {PackKind.BOTTLE: 6, PackKind.CARTON: 2, PackKind.CAN_PACK: 1, PackKind.JUG: 1},
    Category.WINE: {PackKind.GLASS: 1},
    Category.CANS: {PackKind.CAN: 2, PackKind.SLIM_CAN: 4},
    Category.CASES: {PackKind.CASE: 3, PackKind.CAN_PACK: 2, PackKind.BOTTLE: 1},
    Category.DAIRY: {PackKind.TUB: 4, PackKind.CARTON: 2, PackKind.BOTTLE: 1},
    Category.JARS: {PackKind.JAR: 3, PackKind.CAN: 2, PackKind.GLASS: 0.3},
    Category.DRY: {PackKind.BOX: 4, PackKind.POUCH: 2, PackKind.BAG: 2},
    Category.SNACKS: {PackKind.BAG: 4, PackKind.POUCH: 2, PackKind.BOX: 1},
    Category.CARE: {PackKind.SHAMPOO: 4, PackKind.PUMP: 2, PackKind.TUBE: 1, PackKind.BOTTLE: 0.5, PackKind.BOX: 1},
    Category.SMALL: {PackKind.SLIM_BOX: 3, PackKind.TUB: 1, PackKind.JAR: 2, PackKind.TUBE: 2, PackKind.SHAMPOO: 1},
    Category.CLEANING: {PackKind.JUG: 3, PackKind.SPRAY: 3, PackKind.BOTTLE: 2, PackKind.PUMP: 1},
    Category.HYGIENE: {PackKind.SOFT_PACK: 4, PackKind.BOX: 1},
    Category.TOBACCO: {PackKind.CIGARETTES: 1},
    Category.HANGING: {PackKind.CARD: 1},
    Category.PRODUCE: {PackKind.CRATE: 1},
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article: every facing of it looks the same.

    ``wide``, ``tall`` and ``deep`` are metres; ``stacked`` packs stand on each other and are one facing together.
    """

    kind: PackKind
    wide: float
    tall: float
    deep: float
    colour: Colour
    accent: Colour
    name: str
    size: str
    look: int
    clear: bool
    stacked: int = 1


def new_article(rng: Generator, kind: PackKind) -> Article:
    """Invent an article of this shape."""
    shape = SHAPES[kind]
    tall = between(rng, *shape.tall)
    wide = tall * between(rng, *shape.wide)
    glassy = kind in {PackKind.BOTTLE, PackKind.JAR, PackKind.JUG, PackKind.GLASS, PackKind.PUMP, PackKind.CASE}
    return Article(
        kind=kind,
        wide=wide,
        tall=tall,
        deep=wide * shape.deep,
        colour=brand_colour(rng),
        accent=brand_colour(rng),
        name=brand_name(rng),
        size=pick(rng, PACK_SIZES),
        look=int(rng.integers(1 << 16)),
        clear=glassy and chance(rng, CLEAR),
    )


def variety(rng: Generator, of: Article, tallest: float) -> Article:
    """Return another variety of the brand: the same pack in another colour, now and then another size."""
    factor = min(tallest / of.tall, between(rng, 0.8, 1.15) if chance(rng, 0.2) else 1.0)
    return replace(
        of,
        wide=of.wide * factor,
        tall=of.tall * factor,
        deep=of.deep * factor,
        colour=of.colour if chance(rng, 0.35) else neighbour_colour(rng, of.colour),
        accent=neighbour_colour(rng, of.accent),
        size=pick(rng, PACK_SIZES),
        look=of.look if chance(rng, 0.6) else int(rng.integers(1 << 16)),
    )


def stack(rng: Generator, article: Article, tallest: float) -> Article:
    """Stack low packs as high as fits, or now and then one less."""
    most = min(4, int(tallest / article.tall))
    if article.kind not in STACKED or most < 2 or article.stacked > 1:
        return article
    count = most if chance(rng, 0.7) else most - 1
    return replace(article, tall=article.tall * count, stacked=count)


def assortment(rng: Generator, category: Category, tallest: float) -> list[Article]:
    """Invent two to four brands of a category, none taller than ``tallest`` metres."""
    kinds = {kind: weight for kind, weight in KINDS[category].items() if SHAPES[kind].tall[0] <= tallest}
    articles = [new_article(rng, weighted(rng, kinds or KINDS[category])) for _ in range(int(rng.integers(2, 5)))]
    fitted = [_scaled(article, min(1.0, tallest / article.tall)) for article in articles]
    stacks = [stack(rng, article, tallest) if chance(rng, 0.6) else article for article in fitted]
    return [_scaled(article, max(1.0, LOWEST * tallest / article.tall)) for article in stacks]


def _scaled(article: Article, factor: float) -> Article:
    """Make an article larger or smaller, so that it is neither too tall for its row nor lost in it."""
    return replace(article, wide=article.wide * factor, tall=article.tall * factor, deep=article.deep * factor)
