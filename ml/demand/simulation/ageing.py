"""Stock that ages day by day, under any ordering rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Units = NDArray[np.float64]


@dataclass(frozen=True)
class Shop:
    """How long goods keep and how often they come.

    They sell for ``life`` days from arrival, arrive ``lead`` days after the evening they are ordered on, and are
    ordered every ``review`` days.
    """

    life: int
    lead: int
    review: int

    @property
    def protection(self) -> int:
        """Days that an order must cover: until the day before the next one arrives."""
        return self.lead + self.review - 1


@dataclass(frozen=True)
class Outcome:
    """Sums over days and series, after the first days in which no order of the rule had arrived yet."""

    asked: float
    sold: float
    wasted: float
    stock: float

    @property
    def fill_rate(self) -> float:
        """Share of demand that was served."""
        return self.sold / self.asked

    @property
    def waste(self) -> float:
        """Units thrown away over units sold."""
        return self.wasted / self.sold

    @property
    def stock_days(self) -> float:
        """Mean stock in the evening over mean demand a day."""
        return self.stock / self.asked


def play(demand: Units, opening: Units, shop: Shop, rule: Callable[[int, Units, Units], Units]) -> Outcome:
    """Play ``demand`` (D, N) units a day from ``opening`` stock (N,) of full life; the oldest goods are sold first.

    Every ``review`` evenings, from the one before the first day on, the rule is told the number of the review, the lots
    by days left (life, N) and what is on the way by days until arrival (lead, N), and answers what to order (N,). Row
    0 of the lots may be sold tomorrow for the last time, row 0 of what is on the way arrives tomorrow morning; an order
    joins the last row.
    """
    days, series = demand.shape
    lots = np.zeros((shop.life, series))
    lots[-1] = opening
    under_way = np.zeros((shop.lead, series))
    asked = sold = wasted = stock = 0.0
    for day in range(days):
        if day % shop.review == 0:
            under_way[-1] += np.maximum(rule(day // shop.review, lots, under_way), 0)
        lots[-1] += under_way[0]
        under_way = np.concatenate([under_way[1:], np.zeros((1, series))])
        served = np.minimum(np.cumsum(lots, axis=0), demand[day])
        taken = np.diff(served, axis=0, prepend=0)
        lots -= taken
        if day >= shop.protection:
            asked += float(demand[day].sum())
            sold += float(served[-1].sum())
            wasted += float(lots[0].sum())
            stock += float(lots[1:].sum())
        lots = np.concatenate([lots[1:], np.zeros((1, series))])
    return Outcome(asked, sold, wasted, stock)
