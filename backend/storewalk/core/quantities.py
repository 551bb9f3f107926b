"""Quantities of goods: decimals in base units, to a gram of a kilogram."""

from decimal import Decimal
from typing import Final

FINEST: Final = Decimal("0.001")
LARGEST: Final = Decimal(1_000_000)


def is_quantity(value: Decimal, *, zero: bool = False) -> bool:
    """Tell whether a number can be a quantity: above 0 (or 0 where that is meant), at most a million, three places."""
    if not value.is_finite() or not 0 <= value <= LARGEST or (not value and not zero):
        return False
    return value == value.quantize(FINEST)


def plain(quantity: Decimal) -> str:
    """Write a quantity as people do: without trailing zeros, exponent or negative zero."""
    return format(quantity.normalize() + 0, "f")
