"""How many series a second of one processor the demand kernel takes from 180 days of sales to suggestions."""

import time
from datetime import date

import numpy as np

from demand.block import FOREVER, Supply, plan_block
from demand.calendar.table import china
from demand.engine.model import fit
from demand.engine.totals import calibrate
from demand.panel import Panel
from demand.policy.order import Terms
from tests.bench.rows import Row

DAYS, AHEAD = 180, 28
BLOCK, BLOCKS = 2000, 30
POOL = 3000
PRODUCTS = 1000
GOAL = 60_000
FIRST = date(2026, 5, 1)


def measure() -> Row:
    """Return series per CPU second of `plan_block`: effects, smoothing, forecast, quantiles, lots and order."""
    chance = np.random.default_rng(0)
    sample = drawn_panel(chance, POOL)
    pool, spread = fit(sample), calibrate(sample)
    panel, supply = drawn_panel(chance, BLOCK), drawn_supply(chance, BLOCK)
    plan_block(panel, supply, pool, spread)
    started = time.process_time()
    for _ in range(BLOCKS):
        plan_block(panel, supply, pool, spread)
    seconds = time.process_time() - started
    return Row("demand.kernel_series_per_cpu_s", BLOCK * BLOCKS / seconds, "series/CPU s, 180 days", GOAL, "higher")


def drawn_panel(chance: np.random.Generator, series: int) -> Panel:
    """Draw Poisson sales with promotions by the week and hours without stock."""
    days = DAYS + AHEAD
    active = np.repeat(chance.random((days // 7 + 1, series)) < 0.1, 7, axis=0)[:days].astype(np.float32)
    level = chance.gamma(1, 2, series).astype(np.float32)
    return Panel(
        first_day=FIRST,
        history=DAYS,
        store=(np.arange(series) // PRODUCTS).astype(np.int32),
        product=(np.arange(series) % PRODUCTS).astype(np.int32),
        category=(np.arange(PRODUCTS) % 40).astype(np.int32),
        day_type=china().day_types(FIRST, days),
        qty=chance.poisson(level * (1 + active[:DAYS])).astype(np.float32),
        seen=np.ones((DAYS, series), np.bool_),
        oos=(chance.random((DAYS, series)) < 0.05).astype(np.float32),
        price=np.where(active > 0, 0.85, 1).astype(np.float32),
        activity=active,
        promotion_known=np.ones((days, series), np.bool_),
        weather={},
    )


def drawn_supply(chance: np.random.Generator, series: int) -> Supply:
    """Give each series two lots, a delivery in two days, the next one or two days later, and packs of six."""
    which = np.arange(series)
    return Supply(
        arrival=np.full(series, 2),
        days=3 + which % 2,
        service=np.where(which % 3 == 0, 0.95, 0.9),
        life=np.where(which % 4 == 0, 5, FOREVER),
        lot_quantity=chance.poisson(3, 2 * series).astype(np.float64),
        lot_last_day=np.tile([2, 6], series),
        first_lot=2 * np.arange(series + 1),
        on_order=np.zeros(series),
        keep=np.zeros(series),
        terms=Terms(
            pack=np.full(series, 6.0),
            least=np.zeros(series),
            most=np.full(series, np.inf),
            capacity=np.full(series, 200.0),
            cost=np.full(series, 100.0),
            purse=np.zeros(series, np.int64),
            budget=np.array([np.inf]),
        ),
    )
