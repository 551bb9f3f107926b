"""Promotions are written into the days of a panel: what was paid stands, what is planned fills in."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from demand.engine.model import fit, forecast
from demand.history.panel import panel_of
from demand.history.promotions import Promotion, Promotions, with_stated
from demand.history.shard import Window
from demand.panel import Panel
from tests.ml.demand.conftest import DAYS, FIRST, NO_ARRANGEMENTS
from tests.ml.demand.test_nightly import CODES, KEYS, PRODUCT, PRODUCTS, STORE, window

TODAY = FIRST + timedelta(DAYS)
AHEAD = 14


def promoted(*promotions: Promotion, given: Window | None = None) -> Panel:
    """Return the panel of the drawn sales with promotions."""
    return panel_of(given or window(), CODES, NO_ARRANGEMENTS, AHEAD, Promotions.of(promotions, CODES.product))


def active(panel: Panel) -> set[tuple[int, int]]:
    """Return the days and series with a promotion."""
    return {(int(day), int(series)) for day, series in zip(*np.nonzero(panel.activity), strict=True)}


def series(store: int, product: int) -> int:
    return store * PRODUCTS + product


def test_a_promotion_of_some_stores_and_products_touches_their_days_and_nothing_else() -> None:
    leaflet = Promotion(TODAY - timedelta(2), TODAY + timedelta(1), {STORE[1], STORE[3]}, [PRODUCT[4], PRODUCT[5]], 0.8)
    panel = promoted(leaflet)
    days, touched = range(DAYS - 2, DAYS + 2), [series(store, product) for store in (1, 3) for product in (4, 5)]
    assert active(panel) == {(day, each) for day in days for each in touched}
    assert panel.price[DAYS - 2 : DAYS + 2, touched].tolist() == np.full((4, 4), 0.8, np.float32).tolist()
    assert int((panel.price != 1).sum()) == 16
    assert panel.promotion_known.all()


def test_a_promotion_everywhere_is_cut_to_the_days_of_the_panel() -> None:
    panel = promoted(Promotion(FIRST - timedelta(9), TODAY + timedelta(99), None, [PRODUCT[0]], 0.9))
    assert active(panel) == {(day, series(store, 0)) for day in range(DAYS + AHEAD) for store in range(4)}


def test_of_a_past_day_what_was_paid_stands_and_the_plan_fills_in_where_nothing_tells() -> None:
    given = window()
    given.price[-2, 0] = 0.7
    panel = promoted(Promotion(TODAY - timedelta(2), TODAY, {STORE[0]}, [PRODUCT[0]], 0.8), given=given)
    assert panel.price[DAYS - 3 : DAYS + 2, 0].tolist() == np.array([1, 0.7, 0.8, 0.8, 1], np.float32).tolist()


def test_a_display_without_a_discount_is_an_activity_at_the_usual_price() -> None:
    panel = promoted(Promotion(TODAY, TODAY, None, [PRODUCT[2]], None))
    assert active(panel) == {(DAYS, series(store, 2)) for store in range(4)}
    assert (panel.price == 1).all()


def test_where_two_promotions_meet_the_deeper_discount_counts() -> None:
    deep = Promotion(TODAY, TODAY, None, [PRODUCT[0]], 0.7)
    long = Promotion(TODAY, TODAY + timedelta(1), {STORE[0]}, [PRODUCT[0]], 0.9)
    shelf = Promotion(TODAY, TODAY + timedelta(1), {STORE[0]}, [PRODUCT[0]], None)
    for told in ((deep, long, shelf), (shelf, long, deep)):
        assert promoted(*told).price[DAYS : DAYS + 2, 0].tolist() == np.array([0.7, 0.9], np.float32).tolist()


def test_promotions_of_other_stores_unknown_products_and_other_days_change_nothing() -> None:
    plain = panel_of(window(), CODES, NO_ARRANGEMENTS, AHEAD)
    panel = promoted(
        Promotion(TODAY, TODAY, {b"another store..."}, [PRODUCT[0]], 0.5),
        Promotion(TODAY, TODAY, None, [b"another product."], 0.5),
        Promotion(FIRST - timedelta(9), FIRST - timedelta(1), None, PRODUCT, 0.5),
        Promotion(TODAY + timedelta(AHEAD), TODAY + timedelta(99), None, PRODUCT, 0.5),
        Promotion(TODAY, TODAY, set(), PRODUCT, 0.5),
    )
    assert not panel.activity.any()
    assert np.array_equal(panel.price, plain.price)
    assert not promoted().activity.any()
    nothing = Window(TODAY - timedelta(1), [], *(np.zeros((DAYS, 0), kind) for kind in ("f4", "u1", "f4")))
    assert promoted(Promotion(TODAY, TODAY, None, PRODUCT, 0.5), given=nothing).series == 0


def test_what_past_promotions_did_is_expected_of_the_next_one() -> None:
    """Units double on the promoted days of the past; the forecast of a planned one is about twice the plain one."""
    given = window()
    touched = [series(store, product) for store in range(4) for product in range(5)]
    past = [TODAY - timedelta(days) for days in (60, 40, 20)]
    for first in past:
        day = (first - FIRST).days
        given.qty[day : day + 5, touched] *= 2
    names = PRODUCT[:5]
    plans = [Promotion(first, first + timedelta(4), None, names, 0.8) for first in [*past, TODAY + timedelta(2)]]
    panel = promoted(*plans, given=given)
    assert KEYS[touched[0]] == (STORE[0], PRODUCT[0])
    mean = forecast(panel, fit(panel)).mean
    plain = forecast(promoted(*plans[:-1], given=given), fit(panel)).mean
    assert 1.7 < mean[2:7, touched].sum() / plain[2:7, touched].sum() < 2.3
    assert np.allclose(mean[7:], plain[7:])


def test_what_people_state_counts_ahead_until_the_pool_has_seen_a_promotion() -> None:
    stated = Promotion(TODAY + timedelta(1), TODAY + timedelta(2), {STORE[0]}, [PRODUCT[0]], 0.8, 2.5)
    plain = panel_of(window(), CODES, NO_ARRANGEMENTS, AHEAD)
    none_seen = fit(plain)
    told = Promotions.of([stated], CODES.product)
    panel = with_stated(promoted(stated), told, STORE, none_seen.effects)
    mean, usual = forecast(panel, none_seen).mean, forecast(plain, none_seen).mean
    assert mean[1:3, 0] == pytest.approx(2.5 * usual[1:3, 0])
    mean[1:3, 0] = usual[1:3, 0]
    assert np.allclose(mean, usual)
    past = Promotion(TODAY - timedelta(9), TODAY - timedelta(5), None, PRODUCT, 0.8)
    seen = promoted(stated, past)
    assert with_stated(seen, told, STORE, fit(seen).effects) is seen
