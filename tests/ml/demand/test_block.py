"""A shard of stores in, a shard of suggestions out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from demand.block import FOREVER, Supply, plan_block, total_until
from demand.engine.model import Pool, fit
from demand.engine.totals import Spread, calibrate
from demand.policy.order import Terms
from tests.ml.demand.conftest import drawn, panel_of

PANEL = panel_of(drawn(stores=8), horizon=14)
SERIES = PANEL.series
LINES = ("pack", "least", "most", "capacity", "cost", "purse")


def supply(stock: float, life: int = FOREVER, service: float = 0.9) -> Supply:
    """One lot of full life for each series, a delivery in two days and the next in five."""
    every = np.ones(SERIES)
    return Supply(
        arrival=np.full(SERIES, 2),
        days=np.full(SERIES, 4),
        service=service * every,
        life=np.full(SERIES, life),
        lot_quantity=stock * every,
        lot_last_day=np.full(SERIES, 99),
        first_lot=np.arange(SERIES + 1),
        on_order=0 * every,
        keep=0 * every,
        terms=Terms(
            every, 0 * every, np.inf * every, np.inf * every, every, np.zeros(SERIES, np.int64), np.array([np.inf])
        ),
    )


@pytest.fixture(scope="module")
def fitted() -> tuple[Pool, Spread]:
    return fit(PANEL), calibrate(PANEL)


def test_a_suggestion_covers_the_days_until_the_next_delivery(fitted: tuple[Pool, Spread]) -> None:
    plan = plan_block(PANEL, supply(5), *fitted)
    line = plan.suggestion
    assert np.allclose(line.expected, plan.mean[:4].sum(axis=0), atol=0.0501)
    assert np.allclose(10 * line.expected, np.rint(10 * line.expected), atol=1e-9), "it is shown with one decimal"
    assert (line.safety > 0).all()
    assert np.array_equal(line.quantity, np.ceil(np.maximum(line.expected + line.safety - 5, 0) - 1e-9))


def test_more_service_orders_more_and_enough_stock_orders_nothing(fitted: tuple[Pool, Spread]) -> None:
    usual, careful = (plan_block(PANEL, supply(5, service=s), *fitted).suggestion.quantity for s in (0.8, 0.95))
    assert (careful >= usual).all()
    assert careful.sum() > usual.sum()
    assert plan_block(PANEL, supply(9999), *fitted).suggestion.quantity.sum() == 0


def test_what_keeps_for_a_day_is_ordered_for_the_day_it_arrives(fitted: tuple[Pool, Spread]) -> None:
    plan = plan_block(PANEL, supply(0, life=1), *fitted)
    packs = np.maximum(np.floor(np.round(plan.mean[1], 1)), 1)
    assert np.array_equal(plan.suggestion.quantity, packs)


def test_running_twice_gives_the_same_bytes_and_other_shards_the_same_orders(
    fitted: tuple[Pool, Spread],
) -> None:
    whole = plan_block(PANEL, supply(5), *fitted)
    again = plan_block(PANEL, supply(5), *fitted)
    assert whole.mean.tobytes() == again.mean.tobytes()
    half = np.arange(SERIES // 2, SERIES)
    given = supply(5)
    part = replace(
        given,
        **{name: getattr(given, name)[half] for name in ("arrival", "days", "service", "life", "on_order", "keep")},
        lot_quantity=given.lot_quantity[half],
        lot_last_day=given.lot_last_day[half],
        first_lot=np.arange(len(half) + 1),
        terms=replace(given.terms, **{name: getattr(given.terms, name)[half] for name in LINES}),
    )
    other = plan_block(PANEL.chosen(half), part, *fitted)
    assert np.allclose(other.mean, whole.mean[:, half], rtol=1e-4)
    assert np.array_equal(other.suggestion.quantity, whole.suggestion.quantity[half])


def test_days_beyond_the_forecast_count_as_its_mean_day() -> None:
    summed = np.cumsum(np.array([[1.0, 4.0], [3.0, 4.0]]), axis=0)
    assert total_until(summed, np.array([0, 1])).tolist() == [0, 4]
    assert total_until(summed, np.array([2, 5])).tolist() == [4, 20]
