"""The formula of a store's health, as pure functions; `analytics.health` says it in words."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from msgspec import Struct

from storewalk.core.money import round_half_up

MOST_POINTS: Final = 100
WORST_WASTE: Final = Fraction(5, 100)


class Dimension(StrEnum):
    """What a store's health is made of."""

    INSPECTION = "inspection"
    RECTIFICATION = "rectification"
    AVAILABILITY = "availability"
    STOCK = "stock"
    FRESHNESS = "freshness"
    SELF_CHECKS = "self_checks"


Weights = Mapping[Dimension, int]


class Rule(Struct, frozen=True):
    """How much a dimension weighs until an organization says otherwise, and over how many days it looks."""

    weight: int
    days: int

    @property
    def span(self) -> timedelta:
        """How far it looks back."""
        return timedelta(days=self.days)


DIMENSIONS: Final = {
    Dimension.INSPECTION: Rule(30, 90),
    Dimension.RECTIFICATION: Rule(20, 90),
    Dimension.AVAILABILITY: Rule(20, 28),
    Dimension.STOCK: Rule(10, 90),
    Dimension.FRESHNESS: Rule(10, 28),
    Dimension.SELF_CHECKS: Rule(10, 28),
}


def share_points(part: Fraction, whole: Fraction) -> Fraction | None:
    """Return the points of a share; None where there is nothing to take it of."""
    return None if whole <= 0 else MOST_POINTS * part / whole


def waste_points(wasted: Fraction, sold: Fraction) -> Fraction | None:
    """Return the points of waste over sales; None without sales."""
    if sold <= 0:
        return None
    return MOST_POINTS * (1 - min(max(wasted / sold, Fraction(0)) / WORST_WASTE, Fraction(1)))


def health(points: Iterable[tuple[Dimension, Fraction | None]], weights: Weights) -> float | None:
    """Return the health out of the dimensions' points; those without data are in neither sum."""
    known = [(weights[dimension], value) for dimension, value in points if value is not None]
    weight = sum(each for each, _ in known)
    return tenth(sum((each * value for each, value in known), Fraction(0)) / weight) if weight else None


def tenth(points: Fraction) -> float:
    """Round points half up to a tenth, as they are shown."""
    return float(round_half_up(Decimal(points.numerator) / Decimal(points.denominator), 1))
