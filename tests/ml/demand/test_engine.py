"""The engine finds factors that were drawn, and its quantiles hold what they say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demand.engine.effects import fit_effects
from demand.engine.model import fit, forecast, naive_scale
from demand.engine.totals import Spread, calibrate, quantiles_of_total
from tests.ml.demand.conftest import PROMOTED, WEEKEND, drawn, panel_of


def test_weekends_and_promotions_are_found_as_they_were_drawn() -> None:
    effects = fit_effects(panel_of(drawn(stores=8)))
    pool = effects.profile[-1]
    assert pool[5:7].mean() / pool[:5].mean() == pytest.approx(WEEKEND, rel=0.05)
    assert np.exp(effects.slopes[-1, 0]) == pytest.approx(PROMOTED, rel=0.05)


def test_weather_that_does_nothing_gets_no_effect_and_weather_that_does_is_found() -> None:
    panel = panel_of(drawn(stores=8))
    chance = np.random.default_rng(5)
    rain = chance.normal(0, 5, panel.qty.shape).astype(np.float32)
    assert abs(fit_effects(replace(panel, weather={"precpt": rain})).weather["precpt"]) < 0.03
    wet = replace(panel, qty=chance.poisson(panel.qty * np.exp(-0.5 * rain / 10)).astype(np.float32))
    assert fit_effects(replace(wet, weather={"precpt": rain})).weather["precpt"] == pytest.approx(-0.5, abs=0.1)


def test_a_planned_promotion_lifts_its_days_and_an_unplanned_one_is_expected_as_lately() -> None:
    panel = panel_of(drawn(stores=8)).until(70, 14)
    told = forecast(panel, fit(panel)).mean
    active, weekend = panel.activity[70:] > 0, panel.day_type[70:] >= 5
    lift = told[active & ~weekend[:, None]].mean() / told[~active & ~weekend[:, None]].mean()
    assert lift == pytest.approx(PROMOTED, rel=0.1)
    unplanned = panel_of(drawn(stores=8)).until(70, 14, plans_known=False)
    flat = forecast(unplanned, fit(unplanned)).mean
    assert flat[active].mean() / flat[~active].mean() == pytest.approx(1, abs=0.1)
    assert flat.sum() == pytest.approx(told.sum(), rel=0.05)


def test_a_newcomer_is_expected_to_sell_what_its_product_sells_in_a_store_of_that_size() -> None:
    table = drawn(stores=8).with_columns(qty=pl.lit(10.0) * (1 + pl.col("product_id")) * (1 + pl.col("store_id") % 2))
    new = table.filter((pl.col("store_id") != 7) | (pl.col("product_id") != 4) | (pl.col("dt") == pl.col("dt").max()))
    panel = panel_of(new.with_columns(pl.col("oos_hours") * 0, pl.col("activity_flag") * 0), horizon=14)
    newcomer = np.flatnonzero((panel.store == 7) & (panel.product == 4))[0]
    assert panel.seen[:, newcomer].sum() == 1
    assert forecast(panel, fit(panel)).mean[:, newcomer].mean() == pytest.approx(10 * 5 * 2, rel=0.15)


def test_a_product_that_nobody_has_sold_yet_is_taken_for_one_of_its_category() -> None:
    panel = panel_of(drawn(stores=8), horizon=14)
    products = len(panel.category)
    quick = np.arange(products) % 2
    qty = panel.qty * np.where(quick[panel.product] == 1, np.float32(10), np.float32(1))
    new = products - 1
    known = panel.product != new
    panel = replace(
        panel,
        category=quick.astype(np.int32),
        qty=np.where(known, qty, 0),
        seen=panel.seen & known,
        oos=panel.oos * known,
    )
    told = forecast(panel, fit(panel)).mean.mean(axis=0)
    alike = told[(quick[panel.product] == quick[new]) & known].mean()
    others = told[quick[panel.product] != quick[new]].mean()
    expected = told[~known].mean()
    assert 0.6 < expected / alike < 1.4
    assert expected > 4 * others


def test_quantiles_of_the_next_two_weeks_cover_what_they_say() -> None:
    whole = panel_of(drawn(stores=30, days=98))
    panel = whole.until(84, 14)
    told = forecast(panel, fit(panel))
    spread = calibrate(panel)
    for days in (7, 14):
        sold = whole.qty[84 : 84 + days].sum(axis=0)
        found = quantiles_of_total(told.mean[:days].sum(axis=0), naive_scale(panel), days, (0.5, 0.9, 0.95), spread)
        covered = (sold[:, None] <= found).mean(axis=0)
        assert np.abs(covered - [0.5, 0.9, 0.95]).max() < 0.08


def test_nothing_of_the_days_ahead_reaches_a_forecast_or_its_quantiles() -> None:
    whole = panel_of(drawn(days=98))
    other = replace(whole, qty=np.concatenate([whole.qty[:84], whole.qty[84:] * 9]))
    panel, same = whole.until(84, 14), other.until(84, 14)
    assert np.array_equal(calibrate(panel).scores, calibrate(same).scores)
    assert np.array_equal(forecast(panel, fit(panel)).mean, forecast(same, fit(same)).mean)


@given(
    expected=st.floats(0, 1e5, width=32),
    scale=st.floats(0, 1e4, width=32),
    days=st.floats(1, 28),
    levels=st.lists(st.floats(0.5, 0.99), min_size=2, max_size=6),
)
def test_quantiles_never_cross_and_are_never_negative(
    expected: float, scale: float, days: float, levels: list[float]
) -> None:
    spread = Spread.uncalibrated()
    ordered = sorted(levels)
    total, changes = np.array([expected], np.float32), np.array([scale], np.float32)
    found = quantiles_of_total(total, changes, days, ordered, spread)[0]
    assert (np.diff(found) >= 0).all()
    assert found[0] >= 0
