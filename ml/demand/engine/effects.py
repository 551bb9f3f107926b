"""What day types, promotions, discounts and weather do to demand, fitted on the pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demand.calendar.table import DAY_OFF, DAY_TYPES, SATURDAY, WEEKDAYS, WORKED_WEEKEND
from demand.engine.profile import promotion_factor, series_profile
from demand.engine.smoothing import two_sided
from demand.panel import Panel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Codes, Floats

LEVEL_RATE = 0.05  # of the level that effects are measured against
ROUNDS = 4
# Weights of what is known before the data, in days at mean demand: the pool's, the category's, the product's.
POOL_WEIGHT, CATEGORY_WEIGHT, PRODUCT_WEIGHT, SERIES_WEIGHT = 50.0, 600.0, 150.0, 30.0
WEATHER_WEIGHT = 100.0
SLOPE_WEIGHT = 30.0
SLOPES = 5  # activity, discount depth, its square, activity on discounts, discounts at weekends
LEAST_PRICE = 0.3
GREATEST_LOG = 3.0
WEATHER_SCALE = {"precpt": 10.0, "avg_temperature": 10.0, "avg_humidity": 50.0, "avg_wind_level": 3.0}
HELD_OUT = 14  # days at the end on which a weather effect must prove itself
LEAST_HISTORY = 28


@dataclass(frozen=True)
class Effects:
    """Factors on a level of 1. The last row of the tables is the pool's, for products that it has not seen.

    ``profile`` (products + 1, DAY_TYPES); ``slopes`` (products + 1, SLOPES) on the logarithm; ``weather`` slopes per
    scaled deviation, 0 for an effect that did not prove itself.
    """

    profile: Floats
    slopes: Floats
    weather: dict[str, float]

    def product_rows(self, product: Codes) -> NDArray[np.int64]:
        """Return each series' row of the tables."""
        pool = len(self.profile) - 1
        return np.where((product >= 0) & (product < pool), product, pool).astype(np.int64)

    def promotion(self, panel: Panel) -> Floats:
        """Return the factor of promotion, discount and weather on each day, 1 where a promotion is not known."""
        rows = self.product_rows(panel.product)
        factor = promotion_factor(
            panel.price, panel.activity, panel.promotion_known, is_weekend(panel.day_type), self.slopes[rows].T.copy()
        )
        for name, slope in self.weather.items():
            if slope and name in panel.weather:
                factor *= np.exp(np.clip(slope * scaled(name, panel.weather[name]), -1, 1))
        return factor

    def profiles(self, panel: Panel, promotion: Floats) -> Floats:
        """Return each series' own day profile (DAY_TYPES, N), shrunk to its product's."""
        rows = self.product_rows(panel.product)
        return series_profile(
            panel.qty,
            (panel.seen & (panel.oos < 1)),
            promotion,
            panel.day_type,
            self.profile[rows].T.copy(),
            LEVEL_RATE,
            SERIES_WEIGHT,
        )


def is_weekend(day_type: NDArray[np.int64]) -> Floats:
    """Tell the days on which people are free."""
    return ((day_type == SATURDAY) | (day_type == SATURDAY + 1) | (day_type == DAY_OFF)).astype(np.float32)


def scaled(name: str, deviation: Floats) -> Floats:
    """Bring a weather deviation to about -1 to 1."""
    return np.clip(deviation / np.float32(WEATHER_SCALE[name]), -2, 2)


def fit_effects(panel: Panel) -> Effects:
    """Fit all effects on a panel's history.

    Day profiles by ratios of sums, slopes by Newton steps of a Poisson likelihood on units over the series' mean; each
    is shrunk to what lies above it (series, product, category, pool) by a weight in days. Both are measured against
    the level two-sided around the day, so that drift is not taken for an effect. Days without any stock do not count.
    """
    history = panel.history
    usable = (panel.seen & (panel.oos < 1)).astype(np.float32)
    qty = panel.qty * usable
    mean = np.maximum(qty.sum(axis=0) / np.maximum(usable.sum(axis=0), 1), 1e-6)
    share = qty / mean
    fit = _Fit(panel, share, usable)
    for _ in range(ROUNDS):
        fit.profiles()
        for slope in range(SLOPES):
            fit.slope(slope)
    weather = {name: fit.weather_slope(scaled(name, values[:history])) for name, values in panel.weather.items()}
    return Effects(fit.profile.astype(np.float32), fit.slopes.astype(np.float32), weather)


class _Fit:
    """The alternating fit: profiles given slopes, one slope given all else."""

    def __init__(self, panel: Panel, share: Floats, usable: Floats) -> None:
        history = panel.history
        self.share, self.usable = share, usable
        self.product = panel.product
        self.category = panel.category
        self.products = len(panel.category)
        self.day_type = panel.day_type[:history]
        depth = -np.log(np.clip(panel.price[:history], LEAST_PRICE, 1))
        active = panel.activity[:history]
        weekend = is_weekend(self.day_type)[:, None]
        self.columns = [active, depth, depth * depth, active * depth, weekend * depth]
        self.profile = np.ones((self.products + 1, DAY_TYPES))
        self.own = np.ones((DAY_TYPES, share.shape[1]), np.float32)
        self.slopes = np.zeros((self.products + 1, SLOPES))
        self.log = np.zeros_like(share) if panel.lift is None else np.log(panel.lift[:history])
        self.expected = np.zeros_like(share)

    def _by_product(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        return np.bincount(self.product, values, self.products).astype(np.float64)

    def _by_category(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        return np.bincount(self.category, values, int(self.category.max(initial=0)) + 1).astype(np.float64)

    def profiles(self) -> None:
        """Measure the day profiles of pool, category, product and series."""
        promotion = np.exp(self.log)
        base = self.usable * promotion
        level = two_sided(self.share, base * self.own[self.day_type], LEVEL_RATE)
        base *= level
        for kind in range(DAY_TYPES):
            days = self.day_type == kind
            units, expected = self.share[days].sum(axis=0), base[days].sum(axis=0)
            pool = (units.sum() + POOL_WEIGHT * self._usual(kind)) / (expected.sum() + POOL_WEIGHT)
            product_units, product_expected = self._by_product(units), self._by_product(expected)
            category = (self._by_category(product_units) + CATEGORY_WEIGHT * pool) / (
                self._by_category(product_expected) + CATEGORY_WEIGHT
            )
            product = (product_units + PRODUCT_WEIGHT * category[self.category]) / (product_expected + PRODUCT_WEIGHT)
            self.profile[:-1, kind], self.profile[-1, kind] = product, pool
            self.own[kind] = (units + SERIES_WEIGHT * product[self.product]) / (expected + SERIES_WEIGHT)
        self.expected = self.usable * level * self.own[self.day_type]

    def _usual(self, kind: int) -> float:
        """Tell what is likely before any was seen: a day off is half a Saturday, a worked weekend half a weekday."""
        pool = self.profile[-1]
        if kind == DAY_OFF:
            return float((1 + pool[SATURDAY]) / 2)
        if kind == WORKED_WEEKEND:
            return float((pool[:SATURDAY].mean() + pool[SATURDAY:WEEKDAYS].mean()) / 2)
        return 1.0

    def slope(self, which: int) -> None:
        """Take one Newton step for a slope: the pool's, then each product's, shrunk to it."""
        column = self.columns[which]
        expected = self.expected * np.exp(self.log)
        gradient = self._by_product((column * (self.share * self.usable - expected)).sum(axis=0))
        curvature = self._by_product((column * column * expected).sum(axis=0))
        before = self.slopes[:-1, which].copy()
        step = gradient.sum() / (curvature.sum() + SLOPE_WEIGHT)
        pool = self.slopes[-1, which] + step
        moved = before + step
        moved += (gradient - curvature * step - SLOPE_WEIGHT * (moved - pool)) / (curvature + SLOPE_WEIGHT)
        moved = np.clip(moved, -4, 4)
        self.slopes[:-1, which], self.slopes[-1, which] = moved, np.clip(pool, -4, 4)
        self.log = np.clip(
            self.log + column * (moved - before)[self.product].astype(np.float32), -GREATEST_LOG, GREATEST_LOG
        )

    def weather_slope(self, column: Floats) -> float:
        """Fit a pooled slope on all but the last days; return the whole history's if it served the last days."""
        days = len(column)
        if days < LEAST_HISTORY or not column.any():
            return 0.0
        expected = self.expected * np.exp(self.log)
        units = self.share * self.usable
        earlier = _newton(column[:-HELD_OUT], units[:-HELD_OUT], expected[:-HELD_OUT])
        gain = column[-HELD_OUT:] * earlier
        # Poisson likelihood gained on the days held out
        likelier = (units[-HELD_OUT:] * gain - expected[-HELD_OUT:] * np.expm1(gain)).sum()
        return _newton(column, units, expected) if likelier > 0 else 0.0


def _newton(column: Floats, units: Floats, expected: Floats) -> float:
    """Return the pooled Poisson slope of a column, shrunk to none by a weight in days."""
    slope = 0.0
    for _ in range(ROUNDS):
        now = expected * np.exp(np.clip(slope * column, -1, 1))
        slope += ((column * (units - now)).sum() - WEATHER_WEIGHT * slope) / (
            (column * column * now).sum() + WEATHER_WEIGHT
        )
    return float(np.clip(slope, -1, 1))
