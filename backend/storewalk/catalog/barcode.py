"""Retail barcodes: what their digits must be, and when two of them name the same thing."""

from enum import IntEnum

GTIN_DIGITS = 14


class BarcodeKind(IntEnum):
    """The kinds taken, by their number of digits."""

    EAN_8 = 8
    UPC_A = 12
    EAN_13 = 13
    ITF_14 = 14


def check_digit(body: str) -> int:
    """Give the check digit of the digits before it.

    From the right, digits weigh 3, 1, 3, 1 …; the check digit lifts their sum to the next multiple of ten (GS1 General
    Specifications, 7.9 "Check digit calculations"; the same for every GTIN). Raises ValueError for other characters.
    """
    return -sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(body))) % 10


def kind_of(code: str) -> BarcodeKind | None:
    """Tell which kind of barcode `code` is; None for a wrong length, another character, a wrong check digit."""
    if not (code.isascii() and code.isdigit()) or len(code) not in set(BarcodeKind):
        return None
    return BarcodeKind(len(code)) if check_digit(code[:-1]) == int(code[-1]) else None


def gtin(code: str) -> str:
    """Give the 14 digits under which databases keep and compare codes of every kind, zeros filled in from the left.

    A UPC-A and the EAN-13 that scanners make of it with a leading zero are the same item (GS1 General Specifications,
    "GTIN" in a 14-digit field).
    """
    return code.rjust(GTIN_DIGITS, "0")
