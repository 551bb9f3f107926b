"""Waste at equal fill rate: our policy beside the textbook's, on days that neither has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from demand.engine.model import fit, forecast, naive_scale
from demand.engine.totals import calibrate, quantiles_of_total
from demand.policy.lots import usable_stock
from demand.policy.order import Needs, Terms, suggest
from demand.simulation.ageing import Outcome, Shop, play

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from demand.panel import Panel

    Units = NDArray[np.float64]
    Rule = Callable[[int, Units, Units], Units]

DAYS = 28  # that are played
REFIT = 7  # days between two fits of the pool
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99)
FACTORS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
MEMORY = 28  # days of the textbook's mean and standard deviation
FILLS = (0.9, 0.93, 0.95)
SHOPS = (Shop(life=3, lead=1, review=1), Shop(life=5, lead=2, review=2), Shop(life=7, lead=2, review=3))
SMALLEST_PACK = 1e-6


class EqualFill(msgspec.Struct, frozen=True):
    """Waste (of units sold) and stock (days of demand) at a fill rate, ours and the textbook's."""

    life: int
    lead: int
    review: int
    fill_rate: float
    waste: float
    textbook_waste: float
    stock_days: float
    textbook_stock_days: float


def equal_fill(panel: Panel) -> list[EqualFill]:
    """Play the last DAYS days in each shop, at many service levels and safety factors, and compare at equal fill."""
    found: list[EqualFill] = []
    for shop in SHOPS:
        told = _Told(panel, shop)
        ours = [play(told.demand, told.opening, shop, told.rule(level)) for level in range(len(LEVELS))]
        textbook = [play(told.demand, told.opening, shop, told.textbook(factor)) for factor in FACTORS]
        found += [
            EqualFill(
                shop.life,
                shop.lead,
                shop.review,
                fill,
                *(_at(fill, curve, "waste") for curve in (ours, textbook)),
                *(_at(fill, curve, "stock_days") for curve in (ours, textbook)),
            )
            for fill in FILLS
            if all(min(o.fill_rate for o in c) <= fill <= max(o.fill_rate for o in c) for c in (ours, textbook))
        ]
    return found


def _at(fill: float, curve: list[Outcome], name: str) -> float:
    """Interpolate a figure at a fill rate."""
    ordered = sorted(curve, key=lambda outcome: outcome.fill_rate)
    return float(np.interp(fill, [o.fill_rate for o in ordered], [getattr(o, name) for o in ordered]))


class _Told:
    """What is known on each review evening: forecasts of both kinds, made once for all service levels."""

    def __init__(self, panel: Panel, shop: Shop) -> None:
        self.shop = shop
        self.first = panel.history - DAYS
        self.demand = panel.qty[self.first :].astype(np.float64)
        self.opening = panel.qty[self.first - MEMORY : self.first].mean(axis=0).astype(np.float64) * shop.protection
        self.mean: list[NDArray[np.float32]] = []
        self.up_to: list[Units] = []
        self.usual: list[tuple[Units, Units]] = []
        ahead = shop.lead + shop.life
        fitted = None
        for day in range(self.first, panel.history, shop.review):
            past = panel.until(day, min(ahead, panel.history - day))
            if fitted is None or day - fitted[0] >= REFIT:
                fitted = (day, fit(past), calibrate(past))
            mean = forecast(past, fitted[1]).mean
            expected = _days(mean, shop.protection).sum(axis=0)
            self.mean.append(mean)
            self.up_to.append(quantiles_of_total(expected, naive_scale(past), shop.protection, LEVELS, fitted[2]))
            lately = past.qty[-MEMORY:].astype(np.float64)
            self.usual.append((lately.mean(axis=0), lately.std(axis=0)))

    def rule(self, level: int) -> Rule:
        """Return our rule at one of LEVELS."""
        shop = self.shop
        series = self.demand.shape[1]
        first_lot = np.arange(series + 1) * shop.life
        last_day = np.tile(np.arange(1, shop.life + 1), series)
        covered = np.full(series, shop.protection)
        free = np.full(series, np.inf)
        nothing = np.zeros(series)
        purse, budget = np.zeros(series, np.int64), np.array([np.inf])
        terms = Terms(np.full(series, SMALLEST_PACK), nothing, free, free, nothing, purse, budget)

        def order(review: int, lots: Units, under_way: Units) -> Units:
            mean = self.mean[review]
            usable = usable_stock(lots.T.ravel(), last_day, first_lot, mean, covered)
            before = _days(mean, shop.lead - 1).sum(axis=0)
            living = _days(mean, shop.lead - 1 + shop.life).sum(axis=0) - before
            on_order = under_way.sum(axis=0)
            left = np.maximum(usable + on_order - before, 0)
            expected = _days(mean, shop.protection).sum(axis=0).astype(np.float64)
            up_to, stock = self.up_to[review][:, level], lots.sum(axis=0)
            needs = Needs(expected, up_to, usable, stock, on_order, living - left, nothing)
            return suggest(needs, terms).quantity

        return order

    def textbook(self, factor: float) -> Rule:
        """Return the textbook's rule: mean x days + factor x standard deviation x root of days, less stock."""
        days = self.shop.protection

        def order(review: int, lots: Units, under_way: Units) -> Units:
            usual, deviation = self.usual[review]
            return usual * days + factor * deviation * np.sqrt(days) - lots.sum(axis=0) - under_way.sum(axis=0)

        return order


def _days(mean: NDArray[np.float32], days: int) -> NDArray[np.float32]:
    """Return the first days of a forecast (H, N), the last one standing for those beyond it."""
    return mean[np.minimum(np.arange(days), len(mean) - 1)]
