"""Quantities of goods as people and tills give them: decimals of a base unit, to the gram of a kilogram."""

from decimal import Decimal
from typing import Final

FINEST: Final = Decimal("0.001")
LARGEST: Final = Decimal(1_000_000)


def is_quantity(value: Decimal) -> bool:
    """Tell whether `value` can be moved: above zero, at most a million, no finer than a thousandth."""
    return value.is_finite() and 0 < value <= LARGEST and value == value.quantize(FINEST)


def plain(quantity: Decimal) -> str:
    """Write a quantity as a decimal in text, without trailing zeros."""
    return format(quantity.normalize(), "f")
