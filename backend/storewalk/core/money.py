"""Money is integer cents; this is the only place that rounds."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

CENT = Decimal("0.01")
MOST = Decimal(10) ** 13  # of a currency's unit: in cents still whole in every column and in every browser


def round_half_up(value: Decimal, places: int = 0) -> Decimal:
    """Round a decimal half away from zero to `places` digits (四舍五入), as invoices and scores do in China."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def parse_cents(text: str) -> int:
    """Turn a decimal amount of money ("12.5", "12.50") into cents.

    Raises ValueError for anything that is no finite amount, is finer than a cent, or is 10^13 and more.
    """
    try:
        value = Decimal(text.strip().replace(",", ""))
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not value.is_finite() or not -MOST < value < MOST or value != value.quantize(CENT):
        raise ValueError(text)
    return int(value * 100)


def format_cents(cents: int) -> str:
    """Write cents as a plain decimal amount with two places."""
    return str((Decimal(cents) / 100).quantize(CENT))
