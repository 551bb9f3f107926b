"""Measures methods at rolling origins, with and without known plans, all on the same series."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from demand.engine.model import naive_scale
from demand.engine.totals import calibrate, quantiles_of_total
from demand.evaluation.ageing import DAYS, MEMORY, EqualFill, equal_fill
from demand.evaluation.measures import (
    COVERAGES,
    HELD,
    SEASON,
    Score,
    coverage,
    interval_of_ratio,
    joined,
    pinball,
    rmsse,
    wape,
)
from demand.evaluation.methods import OURS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from demand.evaluation.methods import Method
    from demand.panel import Floats, Panel

LEVELS = {7: (0.9,), 14: (0.9, 0.95)}
SHORTEST = 14  # days of history before the days that the inventory is played on
# What is held: each measure, their mean and RMSSE over the best statistical method's; over LightGBM's; coverage;
# waste at equal fill.
EACH, MEAN, RMSSE, BOOSTED, COVERED, WASTE = 1.02, 1.0, 0.98, 1.03, 0.03, 1.0


class Measured(msgspec.Struct, frozen=True):
    """A method's values, with promotions and weather ahead known or not; ``seconds`` of forecasts and backtests."""

    method: str
    plans_known: bool
    statistical: bool
    values: dict[str, float]
    seconds: float


class Compared(msgspec.Struct, frozen=True):
    """Our value of a measure over another method's, with the interval that resampled series give."""

    measure: str
    plans_known: bool
    ours: float
    against: str
    theirs: float
    ratio: float
    low: float
    high: float


class Held(msgspec.Struct, frozen=True):
    """A value, the most it may be, and whether it is not more."""

    name: str
    value: float
    goal: float
    holds: bool


class Evaluation(msgspec.Struct, frozen=True):
    """All that was measured: the data, the origins (first day ahead) and the series it was measured on."""

    data: str
    series: int
    origins: list[str]
    measured: list[Measured]
    compared: list[Compared]
    equal_fill: list[EqualFill]


class Told:
    """Remembers forecasts: a backtest at an origin serves every later origin; on disk with a folder."""

    def __init__(self, method: Method, folder: Path | None, mark: str) -> None:
        self._method, self._folder, self._mark = method, folder, mark
        self._found: dict[tuple[int, int, bool], Floats] = {}

    def __call__(self, panel: Panel) -> Floats:
        """Return the method's means (H, N)."""
        known = self._method.uses_plans and panel.plans_known
        key = (panel.history, panel.horizon, known)
        if key not in self._found:
            self._found[key] = self._from_disk(panel, key)
        return self._found[key]

    def _from_disk(self, panel: Panel, key: tuple[int, int, bool]) -> Floats:
        if self._folder is None:
            return self._method.tell(panel)
        file = self._folder / f"{self._method.name}-{self._mark}-{key[0]}-{key[1]}-{int(key[2])}.npy"
        if not file.is_file():
            self._folder.mkdir(parents=True, exist_ok=True)
            np.save(file, self._method.tell(panel))
        return np.load(file)


def evaluate(
    panel: Panel,
    methods: Sequence[Method],
    origins: Sequence[int],
    horizon: int,
    *,
    data: str,
    cache: Path | None = None,
    mark: str = "",
    say: Callable[[str], None] = lambda _: None,
) -> Evaluation:
    """Measure every method on a panel's series at the origins (days of history), ``horizon`` days ahead each.

    Nothing after an origin reaches a method but plans where they count as known; quantiles of all methods are
    calibrated in the same way, on backtests before the origin. Forecasts of other methods than ours are kept in
    ``cache`` under ``mark``, which must tell the series.
    """
    scores: dict[tuple[str, bool], dict[str, Score]] = {}
    measured: list[Measured] = []
    tellers = [Told(method, None if method.name == OURS else cache, mark) for method in methods]
    for plans_known in (True, False):
        for method, told in zip(methods, tellers, strict=True):
            started = time.perf_counter()
            one = [score(panel, told, origin, horizon, plans_known=plans_known) for origin in origins]
            found = {name: joined([each[name] for each in one]) for name in one[0]}
            scores[method.name, plans_known] = found
            values = {name: each.value for name, each in found.items()}
            seconds = time.perf_counter() - started
            measured.append(Measured(method.name, plans_known, method.statistical, values, seconds))
            say(f"{method.name}: {'plans known' if plans_known else 'plans unknown'}, {seconds:.1f} s")
    days = [str(panel.first_day.fromordinal(panel.first_day.toordinal() + origin)) for origin in origins]
    played = equal_fill(panel) if panel.history >= DAYS + MEMORY + SHORTEST else []
    return Evaluation(data, panel.series, days, measured, _compared(measured, scores), played)


def score(
    panel: Panel, told: Callable[[Panel], Floats], origin: int, horizon: int, *, plans_known: bool
) -> dict[str, Score]:
    """Measure one method at one origin."""
    past = panel.until(origin, horizon, plans_known=plans_known)
    mean = told(past)
    spread = calibrate(past, told)
    scale = naive_scale(past)
    ahead = slice(origin, origin + horizon)
    sold, seen = panel.qty[ahead], panel.seen[ahead]
    in_stock = seen & (panel.oos[ahead] == 0)
    weight = past.qty[-SEASON:].sum(axis=0, dtype=np.float64)
    found = {
        "RMSSE": rmsse(sold, mean, scale, seen),
        "WRMSSE": rmsse(sold, mean, scale, seen, weight),
        "RMSSE in stock": rmsse(sold, mean, scale, in_stock),
        "WAPE in stock": wape(np.where(in_stock, sold, 0), np.where(in_stock, mean, 0)),
        "bias": Score(mean.sum(axis=0, dtype=np.float64)[None], sold.sum(axis=0, dtype=np.float64)[None]),
    }
    for days, levels in LEVELS.items():
        total, expected = sold[:days].sum(axis=0), mean[:days].sum(axis=0)
        found[f"WAPE{days}"] = wape(total, expected)
        quantiles = quantiles_of_total(expected, scale, days, levels, spread)
        for column, level in enumerate(levels):
            name = f"{days}@{level:g}".replace("@0", "@")
            found[f"PL{name}"] = pinball(total, quantiles[:, column], level)
            found[f"coverage{name}"] = coverage(total, quantiles[:, column])
    return found


def _compared(measured: list[Measured], scores: dict[tuple[str, bool], dict[str, Score]]) -> list[Compared]:
    """Compare ours with the best statistical method of each measure, and with every other kind of method."""
    found: list[Compared] = []
    for plans_known in (True, False):
        rows = [row for row in measured if row.plans_known is plans_known and row.method != OURS]
        ours = scores[OURS, plans_known]
        for name in (*HELD, "RMSSE in stock", "WAPE in stock"):
            statistical = [row for row in rows if row.statistical]
            best = min(statistical, key=lambda row: row.values[name])
            for row in (best, *(row for row in rows if not row.statistical)):
                theirs = scores[row.method, plans_known][name]
                low, high = interval_of_ratio(ours[name], theirs)
                ratio = ours[name].value / theirs.value
                found.append(Compared(name, plans_known, ours[name].value, row.method, theirs.value, ratio, low, high))
    return found


def goals(evaluation: Evaluation, *, plans_known: bool) -> list[Held]:
    """Return what is held against a goal."""
    of = [row for row in evaluation.compared if row.plans_known is plans_known and row.measure in HELD]
    statistical = {row.method for row in evaluation.measured if row.statistical}
    best = {row.measure: row.ratio for row in of if row.against in statistical}
    mean = float(np.mean(list(best.values())))
    found = [(f"{name} / best statistical", ratio, EACH) for name, ratio in best.items()]
    found += [("mean of these ratios", mean, MEAN), ("RMSSE / best statistical", best["RMSSE"], RMSSE)]
    found += [(f"{row.measure} / {row.against}", row.ratio, BOOSTED) for row in of if row.against not in statistical]
    ours = next(row for row in evaluation.measured if row.method == OURS and row.plans_known is plans_known)
    found += [(f"{name} off by", abs(ours.values[name] - level), COVERED) for name, level in COVERAGES.items()]
    for each in evaluation.equal_fill:
        name = f"waste / textbook's, life {each.life}, fill {each.fill_rate:g}"
        found.append((name, each.waste / each.textbook_waste, WASTE))
    return [Held(name, value, goal, value <= goal) for name, value, goal in found]
