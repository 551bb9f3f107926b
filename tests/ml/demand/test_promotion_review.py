"""What a promotion did is held against what its days would have sold without it."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from demand.history.panel import panel_of
from demand.history.promotion_review import Sold, promotion_review
from demand.history.promotions import Promotion, Promotions
from demand.history.shard import Window
from tests.ml.demand.conftest import DAYS, FIRST, NO_ARRANGEMENTS
from tests.ml.demand.test_nightly import CODES, KEYS, PRODUCT, PRODUCTS, STORE, STORES

AT = 60
LONG = 7


def week(products: slice, stores: set[bytes] | None = None, at: int = AT) -> Promotion:
    first = FIRST + timedelta(at)
    return Promotion(first, first + timedelta(LONG - 1), stores, PRODUCT[products], 0.8)


def steady(units: float = 20) -> Window:
    """Return weeks in which every store sells the same of every product, twice as much at weekends."""
    days = np.array([(FIRST + timedelta(number)).weekday() >= 5 for number in range(DAYS)])
    qty = np.where(days, 2 * units, units).astype(np.float32)[:, None].repeat(len(KEYS), axis=1)
    return Window(
        FIRST + timedelta(DAYS - 1), KEYS, qty, np.zeros(qty.shape, np.uint8), np.full(qty.shape, np.nan, np.float32)
    )


def reviewed(window: Window, *promotions: Promotion) -> list[Sold]:
    """Return what each promotion did."""
    every = Promotions.of(promotions, CODES.product)
    panel = panel_of(window, CODES, NO_ARRANGEMENTS, 0, every)
    due = [Promotions.of([each], CODES.product) for each in promotions]
    return promotion_review(panel, STORE, every, due)


def sell(window: Window, promotion: Promotion, factor: float) -> None:
    """Multiply what was sold on a promotion's days."""
    first = (promotion.first_day - FIRST).days
    series = [
        place
        for place, (store, product) in enumerate(KEYS)
        if product in promotion.products and (promotion.stores is None or store in promotion.stores)
    ]
    window.qty[first : first + LONG, series] *= factor
    window.price[first : first + LONG, series] = promotion.price


def test_a_promotion_is_measured_by_product_and_the_weekend_is_not_its_merit() -> None:
    window, promotion = steady(), week(slice(0, 3))
    sell(window, promotion, 1.5)
    [found] = reviewed(window, promotion)
    plain = STORES * 20 * (5 + 2 * 2)
    assert found.sold.tolist() == [1.5 * plain] * 3 + [0] * (PRODUCTS - 3)
    assert found.expected[:3] == pytest.approx([plain] * 3, rel=0.03)
    assert found.expected[3:].tolist() == [0] * (PRODUCTS - 3)


def test_in_some_stores_only_these_count_and_two_promotions_are_measured_apart() -> None:
    window = steady()
    here, there = week(slice(0, 1), {STORE[0]}), week(slice(0, 1), {STORE[1], STORE[2]}, at=AT - 21)
    sell(window, here, 3)
    sell(window, there, 2)
    first, second = reviewed(window, here, there)
    assert first.sold[0] / first.expected[0] == pytest.approx(3, rel=0.03)
    assert second.sold[0] / second.expected[0] == pytest.approx(2, rel=0.03)
    assert (first.sold[0], second.sold[0]) == (3 * 20 * 9, 2 * 2 * 20 * 9)


def test_days_without_stock_count_neither_as_sold_nor_as_expected() -> None:
    window, promotion = steady(), week(slice(0, 1))
    sell(window, promotion, 2)
    window.qty[AT : AT + 3, 0] = 0
    window.oos[AT : AT + 3, 0] = 100
    [found] = reviewed(window, promotion)
    assert found.sold[0] / found.expected[0] == pytest.approx(2, rel=0.03)


def test_discounts_on_other_days_do_not_raise_what_is_expected() -> None:
    window, promotion = steady(), week(slice(0, 5))
    sell(window, promotion, 2)
    for at in (20, 30, 40):  # markdowns that nobody planned sell, too
        window.qty[at, :] *= 2
        window.price[at, :] = 0.8
    [found] = reviewed(window, promotion)
    assert found.sold.sum() / found.expected.sum() == pytest.approx(2, rel=0.05)


def test_a_promotion_that_sold_nothing_here_is_measured_as_nothing() -> None:
    [found] = reviewed(steady(), week(slice(0, 2), {b"another store..."}))
    assert not found.sold.any()
    assert not found.expected.any()
