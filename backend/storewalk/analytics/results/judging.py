"""How a line of a finished order is judged: arithmetic only, on thousandths of a base unit and cents."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Final

from msgspec import Struct

from storewalk.analytics.result_models import ChangeSize
from storewalk.core.money import round_half_up
from storewalk.ordering.api import FinishedLine

THOUSAND: Final = 1000
HUNDRED: Final = 100
USUAL_DAYS: Final = 28
"""What a product usually sells is learnt from so many days up to the end of the order's."""
LEAST_DAYS: Final = 7
"""With less than a week in stock among them nobody knows what could have been sold."""
SMALL: Final = Decimal("0.25")
MEDIUM: Final = Decimal("0.5")


class SoldDay(Struct, frozen=True, gc=False):
    """A product on a day: thousandths sold, and per cent of the opening hours without it."""

    sold: int
    out: int


Series = Mapping[date, SoldDay]
"""The days of a product at a store on which the store was open."""


class Judgement(Struct, frozen=True, kw_only=True):
    """A line held against what was needed; None where nobody can tell, or where no sheet knew the product."""

    last_day: date
    needed: Decimal | None
    lost: Decimal | None
    ordered_cents: int
    received_cents: int
    needed_cents: int | None
    system_cents: int | None
    human_cents: int | None
    system_bias_cents: int | None
    human_bias_cents: int | None
    size: ChangeSize | None


def demand_met(series: Series, first: date, last: date) -> tuple[int, int] | None:
    """Return thousandths sold between two days, and those lost to empty shelves; None where nobody can tell.

    Lost is, for the share of the hours without it, what is usually sold in as many hours with it: the sum of sales over
    the sum of shares in stock, of the `USUAL_DAYS` up to `last`. Weekdays are not told apart.
    """
    days = [each for day, each in series.items() if first <= day <= last]
    if not days:
        return None
    sold = max(sum(each.sold for each in days), 0)
    out = sum(each.out for each in days)
    if not out:
        return sold, 0
    usual = [each for day, each in series.items() if last - timedelta(days=USUAL_DAYS) < day <= last]
    there = sum(HUNDRED - each.out for each in usual)
    if there < LEAST_DAYS * HUNDRED:
        return None
    lost = Decimal(max(sum(each.sold for each in usual), 0) * out) / there
    return sold, int(round_half_up(lost))


def judge(line: FinishedLine, series: Series, last_day: date) -> Judgement:
    """Hold a line that had to last until `last_day` against what was needed."""
    ordered_cents = _cents(line, line.quantity)
    needed, lost = _needed(line, series, last_day)
    compared = needed is not None and line.suggested is not None
    needed_cents = None if needed is None else _cents(line, needed)
    system, human = (_cents(line, line.suggested or Decimal(0)), ordered_cents) if compared else (None, None)
    return Judgement(
        last_day=last_day,
        needed=needed,
        lost=lost,
        ordered_cents=ordered_cents,
        received_cents=min(_cents(line, line.received), ordered_cents),
        needed_cents=needed_cents,
        system_cents=_apart(system, needed_cents),
        human_cents=_apart(human, needed_cents),
        system_bias_cents=_beyond(system, needed_cents),
        human_bias_cents=_beyond(human, needed_cents),
        size=change_size(line),
    )


def change_size(line: FinishedLine) -> ChangeSize | None:
    """Return how far a line departs from its suggestion, or from a pack where nothing was suggested; None if not."""
    if line.suggested is None or line.suggested == line.quantity:
        return None
    share = abs(line.quantity - line.suggested) / max(line.suggested, line.pack_quantity)
    if line.quantity < line.suggested:
        small, medium, large = ChangeSize.CUT_SMALL, ChangeSize.CUT_MEDIUM, ChangeSize.CUT_LARGE
    else:
        small, medium, large = ChangeSize.RAISED_SMALL, ChangeSize.RAISED_MEDIUM, ChangeSize.RAISED_LARGE
    return small if share <= SMALL else medium if share <= MEDIUM else large


def _needed(line: FinishedLine, series: Series, last_day: date) -> tuple[Decimal | None, Decimal | None]:
    met = demand_met(series, line.day, last_day)
    if met is None or line.beside is None:
        return None, None
    sold, lost = met
    short = Decimal(max(sold + lost + line.beside, 0)) / THOUSAND
    packs = (short / line.pack_quantity).to_integral_value(ROUND_CEILING)
    return packs * line.pack_quantity, Decimal(lost) / THOUSAND


def _cents(line: FinishedLine, quantity: Decimal) -> int:
    return int(round_half_up(quantity * line.pack_cents / line.pack_quantity))


def _apart(cents: int | None, needed: int | None) -> int | None:
    return None if cents is None or needed is None else abs(cents - needed)


def _beyond(cents: int | None, needed: int | None) -> int | None:
    return None if cents is None or needed is None else cents - needed
