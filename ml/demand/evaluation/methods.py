"""Methods that are measured: a name, and means (H, N) for the days ahead of a panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demand.calendar.table import WEEKDAYS
from demand.engine.totals import forecast_afresh

if TYPE_CHECKING:
    from collections.abc import Callable

    from demand.panel import Floats, Panel

OURS = "Storewalk"


@dataclass(frozen=True)
class Method:
    """A way to forecast. ``uses_plans``: it is told promotions and weather ahead; otherwise it is measured once."""

    name: str
    tell: Callable[[Panel], Floats]
    statistical: bool
    uses_plans: bool = False


def naive(panel: Panel) -> Floats:
    """Forecast the last day's units for every day ahead."""
    return np.repeat(panel.qty[-1:], panel.horizon, axis=0)


def seasonal_naive(panel: Panel) -> Floats:
    """Forecast what was sold on the same weekday last."""
    week = panel.qty[-WEEKDAYS:]
    return week[np.arange(panel.horizon) % len(week)]


def own_methods() -> list[Method]:
    """Return the engine and the methods that need no other library."""
    return [
        Method(OURS, forecast_afresh, statistical=False, uses_plans=True),
        Method("Naive", naive, statistical=True),
        Method("SeasonalNaive", seasonal_naive, statistical=True),
    ]
