"""Forecasts as long tables, in the ids of the table that they were made of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from demand.table.columns import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from demand.panel import Floats
    from demand.table.dense import Furnished

TOTAL_DAYS = (7, 14)
TOTAL_LEVELS = {"q50": 0.5, "q90": 0.9, "q95": 0.95}


def daily_means(furnished: Furnished, mean: Floats) -> pl.DataFrame:
    """Return store_id, product_id, dt, mean: a row for each day ahead (H, N) of each series."""
    horizon = len(mean)
    panel = furnished.panel
    ahead = [panel.first_day + timedelta(panel.history + day) for day in range(horizon)]
    keys = furnished.keys.select(KEYS)
    series = np.repeat(np.arange(keys.height), horizon)
    return keys[series].with_columns(
        pl.Series("dt", ahead * keys.height, dtype=pl.Date), pl.Series("mean", mean.T.ravel().astype(np.float64))
    )


def totals(
    furnished: Furnished,
    mean: Floats,
    quantiles: Callable[[Floats, float, Sequence[float]], NDArray[np.float64]],
) -> pl.DataFrame:
    """Return store_id, product_id, days, q50, q90, q95 for the numbers of days that the forecast reaches."""
    keys = furnished.keys.select(KEYS)
    tables: list[pl.DataFrame] = []
    for days in TOTAL_DAYS:
        if days <= len(mean):
            found = quantiles(mean[:days].sum(axis=0), days, list(TOTAL_LEVELS.values()))
            columns = [pl.Series(name, found[:, number]) for number, name in enumerate(TOTAL_LEVELS)]
            tables.append(keys.with_columns(pl.lit(days).alias("days"), *columns))
    empty = keys.clear().with_columns(pl.lit(0).alias("days"), *(pl.lit(0.0).alias(name) for name in TOTAL_LEVELS))
    return pl.concat(tables).sort([*KEYS, "days"]) if tables else empty
