"""Stock ages, is sold oldest first, and is thrown away; our policy wastes less than the textbook's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from demand.calendar.table import china
from demand.evaluation.ageing import equal_fill
from demand.simulation.ageing import Shop, play
from demand.table.columns import checked, open_table
from demand.table.dense import furnish

if TYPE_CHECKING:
    from pathlib import Path


def test_the_oldest_is_sold_first_and_what_is_left_on_its_last_day_is_thrown_away() -> None:
    told: list[tuple[int, list[float], list[float]]] = []

    def rule(review: int, lots: np.ndarray, under_way: np.ndarray) -> np.ndarray:
        told.append((review, lots[:, 0].tolist(), under_way[:, 0].tolist()))
        return np.array([4.0])

    demand = np.array([[1.0], [1.0], [9.0], [0.0]])
    outcome = play(demand, np.array([6.0]), Shop(life=2, lead=1, review=2), rule)
    # day 0: 6 + 4 fresh, 1 sold of them; day 1: 1 sold of 9 that end today, 8 wasted
    # day 2: 4 fresh, 4 of 9 sold; day 3: nothing asked
    assert told == [(0, [0, 6], [0]), (1, [0, 0], [0])]
    assert (outcome.asked, outcome.sold, outcome.wasted) == (9, 4, 0)
    assert outcome.fill_rate == pytest.approx(4 / 9)


def test_days_before_the_first_order_takes_effect_do_not_count() -> None:
    def one_a_day(_review: int, _lots: np.ndarray, _under_way: np.ndarray) -> np.ndarray:
        return np.array([1.0])

    outcome = play(np.ones((5, 1)), np.array([3.0]), Shop(life=9, lead=2, review=1), one_a_day)
    assert (outcome.asked, outcome.sold, outcome.wasted) == (3, 3, 0)


def test_our_policy_wastes_less_than_the_textbook_at_equal_fill_on_real_demand(demand_data: Path) -> None:
    file = demand_data / "frn_daily_dev.parquet"
    panel = furnish(checked(open_table(file), file.name, with_sales=True), None, 0, china()).panel
    chosen = np.sort(np.random.default_rng(0).choice(panel.series, 600, replace=False))
    played = equal_fill(panel.chosen(chosen))
    assert {each.life for each in played} == {3, 5, 7}
    assert all(each.waste < each.textbook_waste for each in played)
    assert all(each.stock_days < each.textbook_stock_days for each in played)
