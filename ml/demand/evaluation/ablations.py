"""What each part of the engine is worth: the same engine without it, at every origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from demand.calendar.table import DAY_OFF, WORKED_WEEKEND
from demand.engine.blend import PRIOR
from demand.engine.model import fit, forecast
from demand.evaluation.run import score

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from demand.evaluation.measures import Score
    from demand.panel import Floats, Panel

SHOWN = ("RMSSE", "WAPE7", "WAPE14", "PL7@.9", "PL14@.95", "bias")


def whole(panel: Panel) -> Panel:
    """Leave the panel as it is."""
    return panel


def without_promotions(panel: Panel) -> Panel:
    """Hide discounts and activities."""
    return replace(panel, price=np.ones_like(panel.price), activity=np.zeros_like(panel.activity))


def without_calendar(panel: Panel) -> Panel:
    """Hide days off and worked weekends: every day is its weekday."""
    weekday = np.array([(panel.first_day + timedelta(day)).weekday() for day in range(len(panel.day_type))])
    arranged = (panel.day_type == DAY_OFF) | (panel.day_type == WORKED_WEEKEND)
    return replace(panel, day_type=np.where(arranged, weekday, panel.day_type))


def without_weather(panel: Panel) -> Panel:
    """Hide the weather."""
    return replace(panel, weather={})


def without_outages(panel: Panel) -> Panel:
    """Hide hours without stock: what was sold then counts as what was asked for."""
    return replace(panel, oos=np.zeros_like(panel.oos))


def without_products(panel: Panel) -> Panel:
    """Make every series a product of its own: nothing is learned from the same product in other stores."""
    own = np.arange(panel.series, dtype=np.int32)
    return replace(panel, product=own, category=np.zeros(panel.series, np.int32))


def without_learning(panel: Panel) -> Floats:
    """Blend by the prior: the mean of four smoothings, for every day ahead."""
    pool = fit(panel)
    return forecast(panel, replace(pool, weights=np.tile(PRIOR, (len(pool.weights), 1)).astype(np.float32))).mean


PARTS: dict[str, Callable[[Panel], Panel]] = {
    "whole": whole,
    "no promotions": without_promotions,
    "no days off": without_calendar,
    "no weather": without_weather,
    "no outages": without_outages,
    "no products": without_products,
}


def ablations(panel: Panel, origins: Sequence[int], horizon: int) -> dict[str, list[dict[str, Score]]]:
    """Return the scores at each origin of the engine without each of its parts; plans are known."""
    found = {
        name: [score(panel, _telling(part), origin, horizon, plans_known=True) for origin in origins]
        for name, part in PARTS.items()
    }
    found["no learned blend"] = [
        score(panel, without_learning, origin, horizon, plans_known=True) for origin in origins
    ]
    return found


def _telling(part: Callable[[Panel], Panel]) -> Callable[[Panel], Floats]:
    def tell(panel: Panel) -> Floats:
        seen = part(panel)
        return forecast(seen, fit(seen)).mean

    return tell


def table_of(found: dict[str, list[dict[str, Score]]]) -> str:
    """Return the table: means over the origins, then RMSSE at each."""
    width = max(map(len, found))
    origins = len(next(iter(found.values())))
    heads = "".join(f"{name:>10}" for name in SHOWN) + "   RMSSE by origin, the latest first"
    lines = [" " * width + heads]
    for name, scores in found.items():
        means = "".join(f"{np.mean([each[shown].value for each in scores]):10.4f}" for shown in SHOWN)
        lines.append(f"{name:{width}}{means}   " + "".join(f"{scores[o]['RMSSE'].value:8.4f}" for o in range(origins)))
    return "\n".join(lines)
