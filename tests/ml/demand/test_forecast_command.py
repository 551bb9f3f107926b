"""``storewalk-demand forecast`` works on any table, and says what is wrong with one it cannot use."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from demand.cli import main
from tests.ml.demand.conftest import LAST, drawn

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 9, 1)


def forecast(
    folder: Path, history: pl.DataFrame, future: pl.DataFrame | None = None, horizon: int = 14
) -> tuple[pl.DataFrame, pl.DataFrame]:
    history.write_parquet(folder / "history.parquet")
    arguments = [
        "forecast",
        str(folder / "history.parquet"),
        "--horizon",
        str(horizon),
        "--out",
        str(folder / "out.parquet"),
    ]
    if future is not None:
        future.write_parquet(folder / "future.parquet")
        arguments += ["--future", str(folder / "future.parquet")]
    assert main(arguments) == 0
    return pl.read_parquet(folder / "out.parquet"), pl.read_parquet(folder / "out.totals.parquet")


def days(count: int, qty: float | list[float], **ids: object) -> pl.DataFrame:
    units = qty if isinstance(qty, list) else [qty] * count
    return pl.DataFrame({"dt": [DAY + timedelta(day) for day in range(count)], "qty": units}).with_columns(
        *(pl.lit(value).alias(name) for name, value in {"store_id": 1, "product_id": 7, **ids}.items())
    )


def test_every_store_product_has_every_day_ahead_and_both_totals(tmp_path: Path) -> None:
    mean, totals = forecast(tmp_path, drawn())
    assert mean.columns == ["store_id", "product_id", "dt", "mean"]
    assert totals.columns == ["store_id", "product_id", "days", "q50", "q90", "q95"]
    assert (mean.height, totals.height) == (40 * 14, 40 * 2)
    assert (mean["dt"].min(), mean["dt"].max()) == (date(2024, 5, 27), date(2024, 6, 9))
    summed = mean.group_by("store_id", "product_id").agg(pl.col("mean").sum()).sort("store_id", "product_id")
    middle = totals.filter(pl.col("days") == 14).sort("store_id", "product_id")["q50"]
    assert np.allclose(summed["mean"], middle, rtol=0.2)


def test_a_plan_changes_the_days_it_names(tmp_path: Path) -> None:
    history = drawn()
    ahead = [LAST + timedelta(day + 1) for day in range(14)]
    cells = history.select("store_id", "product_id").unique().join(pl.DataFrame({"dt": ahead}), how="cross")
    plain, _ = forecast(tmp_path, history, cells.with_columns(activity_flag=pl.lit(0)))
    planned, _ = forecast(
        tmp_path, history, cells.with_columns(activity_flag=(pl.col("dt") == ahead[2]).cast(pl.Int64))
    )
    lift = (
        planned.join(plain, on=["store_id", "product_id", "dt"])
        .group_by("dt")
        .agg(pl.col("mean").sum() / pl.col("mean_right").sum())
    )
    assert lift.filter(pl.col("dt") == ahead[2])["mean"][0] == pytest.approx(1.8, rel=0.1)
    assert np.allclose(lift.filter(pl.col("dt") != ahead[2])["mean"], 1)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (days(1, 5.0), 5),
        (days(90, 0.0), 0),
        (days(3, [4.0, 5.0, 6.0]), 5),
        (days(60, [1.0, 0.0] * 30), 0.5),
        (days(60, 2.0, store_id=2**62 + 1, product_id="0007"), 2),
        (pl.concat([days(30, 3.0), days(30, 3.0).with_columns(pl.col("dt") + pl.duration(days=60))]), 3),
    ],
    ids=[
        "one day",
        "all zero",
        "three days",
        "every other day",
        "huge and textual ids",
        "a month's gap",
    ],
)
def test_a_small_table_is_forecast_near_its_mean(tmp_path: Path, history: pl.DataFrame, expected: float) -> None:
    mean, totals = forecast(tmp_path, history)
    assert mean["mean"].is_finite().all()
    assert (mean["mean"] >= 0).all()
    assert mean["mean"].mean() == pytest.approx(expected, rel=0.3, abs=1e-6)
    assert (totals["q95"] >= totals["q90"]).all()
    assert (totals["q90"] >= totals["q50"]).all()
    assert mean["store_id"].dtype == history["store_id"].dtype
    assert mean["product_id"].dtype == history["product_id"].dtype


def test_a_product_new_on_the_last_day_and_one_only_planned_are_forecast_like_their_product_elsewhere(
    tmp_path: Path,
) -> None:
    history = drawn().with_columns(
        pl.lit(6.0).alias("qty"), pl.lit(0).alias("oos_hours"), pl.lit(0).alias("activity_flag")
    )
    new = history.filter((pl.col("store_id") == 0) & (pl.col("product_id") == 0) & (pl.col("dt") == LAST))
    plan = new.select(pl.lit(99, pl.Int64).alias("store_id"), "product_id", pl.lit(LAST + timedelta(1)).alias("dt"))
    mean, _ = forecast(tmp_path, pl.concat([history, new.with_columns(pl.lit(98, pl.Int64).alias("store_id"))]), plan)
    for store in (98, 99):
        assert mean.filter(pl.col("store_id") == store)["mean"].mean() == pytest.approx(6, rel=0.1)


def test_a_table_that_cannot_be_used_ends_with_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history, out = str(tmp_path / "h.parquet"), str(tmp_path / "o.parquet")
    days(3, 1.0).rename({"product_id": "sku"}).write_parquet(tmp_path / "h.parquet")
    assert main(["forecast", history, "--out", out]) == 2
    told = capsys.readouterr().err
    assert "column 'product_id' is missing; rename yours to it" in told
    assert not (tmp_path / "o.parquet").exists()
    days(3, 1.0).write_parquet(tmp_path / "h.parquet")
    assert main(["forecast", history, "--horizon", "29", "--out", out]) == 2
    assert main(["forecast", history, "--calendar", "none.csv", "--out", out]) == 2
