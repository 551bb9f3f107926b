"""Drawn demand with known factors, and real demand where it is present."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from demand.calendar.table import Calendar
from demand.panel import Panel
from demand.table.columns import checked
from demand.table.dense import furnish

FIRST = date(2024, 3, 4)  # a Monday
DAYS = 84
LAST = FIRST + timedelta(DAYS - 1)
WEEKEND, PROMOTED = 1.5, 1.8
NO_ARRANGEMENTS = Calendar({})


def drawn(stores: int = 4, products: int = 10, days: int = DAYS, seed: int = 0) -> pl.DataFrame:
    """Draw Poisson sales: a level of each store-product, weekends at WEEKEND, promotions at PROMOTED."""
    chance = np.random.default_rng(seed)
    rows: list[pl.DataFrame] = []
    for store in range(stores):
        for product in range(products):
            level = chance.uniform(2, 20)
            active = chance.random(days) < 0.2
            empty = chance.random(days) < 0.05
            weekday = (np.arange(days) + FIRST.weekday()) % 7
            mean = level * np.where(weekday >= 5, WEEKEND, 1) * np.where(active, PROMOTED, 1)
            rows.append(
                pl.DataFrame(
                    {
                        "store_id": [store] * days,
                        "product_id": [product] * days,
                        "dt": [FIRST + timedelta(day) for day in range(days)],
                        "qty": np.where(empty, 0, chance.poisson(mean)).astype(np.float64),
                        "oos_hours": np.where(empty, 16, 0),
                        "activity_flag": active.astype(np.int64),
                    }
                )
            )
    return pl.concat(rows)


def panel_of(table: pl.DataFrame, horizon: int = 0) -> Panel:
    """Return the panel of a table without plans, on a calendar without arrangements."""
    return furnish(checked(table, "table", with_sales=True), None, horizon, NO_ARRANGEMENTS).panel


@pytest.fixture(scope="session")
def demand_data() -> Path:
    """The folder of real demand; tests skip without it."""
    folder = Path(os.environ.get("STOREWALK_SHARED", "../shared/data")) / "demand"
    if not folder.is_dir():
        pytest.skip(f"no real demand at {folder}; set STOREWALK_SHARED")
    return folder
