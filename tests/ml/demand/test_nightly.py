"""A window of the history becomes a panel, and a pool's fit is kept for every shard."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from demand.engine.keep import from_bytes, to_bytes
from demand.engine.model import fit, forecast
from demand.engine.totals import calibrate, quantiles_of_total
from demand.history.panel import Codes, panel_of
from demand.history.shard import Key, Window
from tests.ml.demand.conftest import DAYS, FIRST, NO_ARRANGEMENTS, drawn
from tests.ml.demand.conftest import panel_of as panel_of_table

STORES, PRODUCTS = 4, 10
STORE = [bytes([1, number]) * 8 for number in range(STORES)]
PRODUCT = [bytes([2, number]) * 8 for number in range(PRODUCTS)]
CODES = Codes(
    {name: code for code, name in enumerate(PRODUCT)},
    np.zeros(PRODUCTS, np.int32),
)
KEYS: list[Key] = [(store, product) for store in STORE for product in PRODUCT]


def window() -> Window:
    """Return drawn sales as the history gives them: the first fortnight of the first series is not known."""
    table = drawn(STORES, PRODUCTS).sort("dt", "store_id", "product_id")
    qty = table["qty"].to_numpy().astype(np.float32).reshape(DAYS, STORES * PRODUCTS).copy()
    oos = (table["oos_hours"].to_numpy() * 100 / 16).astype(np.uint8).reshape(qty.shape)
    qty[:14, 0] = np.nan
    return Window(FIRST + timedelta(DAYS - 1), KEYS, qty, oos, np.full_like(qty, np.nan))


def test_a_window_has_the_sales_of_the_table_that_it_came_from() -> None:
    panel = panel_of(window(), CODES, NO_ARRANGEMENTS, 14)
    table = panel_of_table(drawn(STORES, PRODUCTS), 14)
    assert (panel.first_day, panel.history, panel.horizon, panel.series) == (FIRST, DAYS, 14, 40)
    assert panel.day_type.tolist() == table.day_type.tolist()
    assert panel.store.tolist() == table.store.tolist()
    assert panel.product.tolist() == table.product.tolist()
    assert np.array_equal(panel.qty[14:], table.qty[14:])
    assert not panel.seen[:14, 0].any()
    assert panel.seen[14:].all()
    assert panel.seen[:, 1:].all()
    assert np.allclose(panel.oos, table.oos)
    assert (panel.price == 1).all()


def test_what_came_back_beyond_what_was_sold_is_no_demand_and_a_newcomer_has_no_code() -> None:
    keys: list[Key] = [(STORE[0], PRODUCT[0]), (b"new store" + 7 * b".", b"new product" + 5 * b".")]
    qty = np.array([[-2, 3], [4, np.nan]], np.float32)
    given = Window(date(2026, 11, 28), keys, qty, np.zeros((2, 2), np.uint8), np.full((2, 2), np.nan, np.float32))
    panel = panel_of(given, CODES, NO_ARRANGEMENTS, 1)
    assert panel.qty.tolist() == [[0, 3], [4, 0]]
    assert (panel.store.tolist(), panel.product.tolist()) == ([0, 1], [0, -1])


def test_a_kept_fit_forecasts_the_same_bytes() -> None:
    panel = panel_of(window(), CODES, NO_ARRANGEMENTS, 14)
    pool, spread = fit(panel), calibrate(panel)
    again, same = from_bytes(to_bytes(pool, spread))
    mean = forecast(panel, pool).mean
    assert forecast(panel, again).mean.tobytes() == mean.tobytes()
    total, scale = mean.sum(axis=0), np.ones(panel.series, np.float32)
    told = [quantiles_of_total(total, scale, 14.0, [0.5, 0.95], each).tobytes() for each in (spread, same)]
    assert told[0] == told[1]


def test_a_newcomer_is_forecast_from_the_pool() -> None:
    panel = panel_of(window(), CODES, NO_ARRANGEMENTS, 14)
    pool = fit(panel)
    given = window()
    unknown = Window(given.last, [(b"n" * 16, b"p" * 16)], given.qty[:, :1], given.oos[:, :1], given.price[:, :1])
    mean = forecast(panel_of(unknown, CODES, NO_ARRANGEMENTS, 14), pool).mean
    assert mean.shape == (14, 1)
    assert 0.5 < mean.mean() / np.nanmean(given.qty[:, 0]) < 1.5


def test_other_bytes_are_no_fit() -> None:
    with pytest.raises(ValueError, match="no fit of a pool"):
        from_bytes(b"PK\x03\x04")
