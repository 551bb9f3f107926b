"""A shard of stores in, a shard of suggestions out: what a worker process or a Ray task runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.model import forecast, naive_scale
from demand.engine.totals import quantiles_of_total
from demand.policy.lots import usable_stock
from demand.policy.order import Needs, Suggestion, Terms, suggest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.engine.model import Pool
    from demand.engine.totals import Spread
    from demand.panel import Floats, Panel

    Units = NDArray[np.float64]

FOREVER = 10_000  # days of life from which nothing perishes
DECIMALS = 1


@dataclass(frozen=True)
class Supply:
    """Where N series stand and how they are supplied.

    ``arrival`` and ``days`` (N,): days until this order, and until the next one, can be sold (``policy.delivery``).
    ``service`` (N,): service level of the product's class. ``life`` (N,): days that new goods can be sold, FOREVER for
    what does not perish. ``lot_quantity``, ``lot_last_day`` and ``first_lot`` as ``policy.lots`` takes them.
    ``on_order`` (N,): units that arrive within the days; ``keep`` (N,): what the shelf should always hold; ``terms``
    the supplier's.
    """

    arrival: NDArray[np.int64]
    days: NDArray[np.int64]
    service: Units
    life: NDArray[np.int64]
    lot_quantity: Units
    lot_last_day: NDArray[np.int64]
    first_lot: NDArray[np.int64]
    on_order: Units
    keep: Units
    terms: Terms


@dataclass(frozen=True)
class Plan:
    """``mean`` (H, N): units expected each day ahead; ``suggestion``: what to order, line by line.

    ``changes`` (N,): root mean square of day-to-day changes of what was sold.
    """

    mean: Floats
    changes: Floats
    suggestion: Suggestion


def plan_block(panel: Panel, supply: Supply, pool: Pool, spread: Spread) -> Plan:
    """Forecast a shard's series and suggest their orders, with the pool's fit. Safe to run twice: nothing is kept.

    What demand gives to the arithmetic is rounded to DECIMALS before anything is derived from it, so that numbers
    shown with so many add up exactly.
    """
    mean = forecast(panel, pool).mean
    changes = naive_scale(panel)
    summed = np.cumsum(mean, axis=0, dtype=np.float64)
    likely = total_until(summed, supply.days)
    expected = np.round(likely, DECIMALS)
    up_to = np.round(levels_of_totals(likely, changes, supply.days, supply.service, spread), DECIMALS)
    stock = np.add.reduceat(np.append(supply.lot_quantity, 0.0), supply.first_lot[:-1])
    stock[np.diff(supply.first_lot) == 0] = 0
    sold = usable_stock(supply.lot_quantity, supply.lot_last_day, supply.first_lot, mean, supply.days)
    usable = stock - np.minimum(np.round(stock - sold, DECIMALS), stock)
    before = total_until(summed, supply.arrival - 1)
    living = total_until(summed, supply.arrival - 1 + supply.life) - before
    left = np.maximum(usable + supply.on_order - before, 0)
    saleable = np.where(supply.life >= FOREVER, np.inf, np.round(living - left, DECIMALS))
    needs = Needs(expected, up_to, usable, stock, supply.on_order, saleable, supply.keep)
    return Plan(mean, changes, suggest(needs, supply.terms))


def total_until(summed: Units, days: NDArray[np.int64]) -> Units:
    """Return the expected total of each series' first ``days`` days; beyond the forecast days count as its mean one."""
    horizon, series = summed.shape
    within = np.clip(days, 0, horizon)
    total = np.where(within > 0, summed[np.maximum(within, 1) - 1, np.arange(series)], 0)
    return total + summed[-1] / horizon * np.maximum(days - horizon, 0)


def levels_of_totals(expected: Units, scale: Floats, days: NDArray[np.int64], service: Units, spread: Spread) -> Units:
    """Return the quantile of each series' total at its own number of days and service level."""
    found = np.empty(len(expected))
    levels = np.unique(service)
    column = np.searchsorted(levels, service)
    for number in np.unique(days):
        there = np.flatnonzero(days == number)
        told = quantiles_of_total(expected[there], scale[there], float(number), levels.tolist(), spread)
        found[there] = told[np.arange(len(there)), column[there]]
    return found
