"""What the commands do: files in, files out. Everything between is arrays."""

from __future__ import annotations

import sys
import zlib
from typing import TYPE_CHECKING

import numpy as np

from demand.calendar.arrangement import CalendarError
from demand.calendar.table import Calendar, china, read_calendar
from demand.engine.model import fit, naive_scale
from demand.engine.model import forecast as forecast_block
from demand.engine.totals import calibrate, quantiles_of_total
from demand.evaluation.ablations import ablations, table_of
from demand.evaluation.boosted import boosted_method
from demand.evaluation.methods import own_methods
from demand.evaluation.report import tables, write
from demand.evaluation.run import evaluate as evaluate_methods
from demand.evaluation.statistical import statistical_methods
from demand.simulation.competition import benchmark, open_competition, replay
from demand.simulation.weekly import our_policy, seasonal_benchmark
from demand.table.columns import TableError, checked, open_table
from demand.table.dense import Furnished, furnish
from demand.table.results import daily_means, totals

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

LONGEST_HORIZON = 28
HORIZON = 14
STEP = 7
SHORTEST = 20  # days of history at the first origin
POOL_SERIES = 20_000  # enough to fit a pool on


def forecast(chosen: argparse.Namespace) -> None:
    """Forecast every store-product of a table, and the quantiles of its 7- and 14-day totals."""
    if not 1 <= chosen.horizon <= LONGEST_HORIZON:
        raise TableError(f"--horizon {chosen.horizon} is outside 1 to {LONGEST_HORIZON}")
    history = checked(open_table(chosen.history), str(chosen.history), with_sales=True)
    future = chosen.future and checked(open_table(chosen.future), str(chosen.future), with_sales=False)
    furnished = furnish(history, future, chosen.horizon, _calendar(chosen.calendar), missing=chosen.missing)
    for remark in furnished.remarks:
        _say(remark)
    panel = furnished.panel
    sample = panel if panel.series <= POOL_SERIES else panel.chosen(_drawn(panel.series, POOL_SERIES, seed=0))
    pool, spread = fit(sample), calibrate(sample)
    told = forecast_block(panel, pool)
    scale = naive_scale(panel)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    daily_means(furnished, told.mean).write_parquet(chosen.out)
    beside = chosen.out.with_name(f"{chosen.out.name.removesuffix('.parquet')}.totals.parquet")
    totals(
        furnished, told.mean, lambda expected, days, levels: quantiles_of_total(expected, scale, days, levels, spread)
    ).write_parquet(beside)
    _say(f"{panel.series} series, {chosen.horizon} days ahead: {chosen.out} and {beside}")


def evaluate(chosen: argparse.Namespace) -> None:
    """Measure all methods that are installed; print the tables, write JSON and plots."""
    furnished = _history(chosen.data, china())
    panel = furnished.panel
    if 0 < chosen.series < panel.series:
        panel = panel.chosen(_drawn(panel.series, chosen.series, chosen.seed))
    last = panel.history - HORIZON
    origins = [last - STEP * back for back in range(chosen.origins) if last - STEP * back >= SHORTEST]
    if not origins:
        raise TableError(f"{chosen.data}: {panel.history} days are too few; give at least {SHORTEST + HORIZON}")
    if chosen.ablations:
        print(table_of(ablations(panel, origins, HORIZON)))
        return
    methods = own_methods()
    for find in (statistical_methods, lambda: [boosted_method()]):
        try:
            methods += find()
        except ImportError as error:
            _say(f"{error.name} is not installed (extra demand-baselines): measured without it")
    methods = [method for method in methods if method.name not in chosen.without]
    mark = f"{panel.series}-{zlib.crc32(panel.qty.tobytes()):08x}"
    found = evaluate_methods(
        panel, methods, origins, HORIZON, data=chosen.data.name, cache=chosen.cache, mark=mark, say=_say
    )
    print(tables(found))
    for file in write(found, chosen.out):
        _say(f"wrote {file}")


def simulate_vn2(chosen: argparse.Namespace) -> None:
    """Print the costs of our policy and of the benchmark over the last weeks of the sales."""
    case = open_competition(chosen.sales, chosen.state, chosen.in_stock, chosen.master)
    told = {"benchmark": benchmark(case), "seasonal benchmark": seasonal_benchmark(case), "ours": our_policy(case)}
    costs = {name: replay(case, policy, chosen.weeks) for name, policy in told.items()}
    print(f"{case.sales.shape[1]} store-products, the last {chosen.weeks} of {len(case.sales)} weeks")
    print(
        f"{'policy':20}{'holding':>10}{'shortage':>10}{'cost':>10}{'of benchmark':>14}{'from week 3':>13}{'of it':>8}"
    )
    against = costs["benchmark"]
    for name, cost in costs.items():
        print(
            f"{name:20}{cost.holding.sum():14.1f}{cost.shortage.sum():14.1f}{cost.total:14.1f}"
            f"{cost.total / max(against.total, 1e-9):14.3f}"
            f"{cost.decided:14.1f}{cost.decided / max(against.decided, 1e-9):14.3f}"
        )


def _history(path: Path, calendar: Calendar) -> Furnished:
    """Make the panel of a file without days ahead."""
    return furnish(checked(open_table(path), str(path), with_sales=True), None, 0, calendar)


def _calendar(path: Path | None) -> Calendar:
    if path is None:
        return china()
    try:
        return read_calendar(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CalendarError(f"{path}: {error.strerror}") from error


def _drawn(series: int, count: int, seed: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Draw some series by chance, in order."""
    return np.sort(np.random.default_rng(seed).choice(series, count, replace=False))


def _say(text: str) -> None:
    """Tell what happens beside the result."""
    print(text, file=sys.stderr, flush=True)
