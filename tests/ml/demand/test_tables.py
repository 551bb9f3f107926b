"""Any table of daily sales becomes a panel, or is refused with the column and the fix."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest

from demand.calendar.table import DAY_OFF, china
from demand.table.columns import TableError, checked, open_table
from demand.table.dense import Furnished, furnish

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 3, 2)


def table(**columns: Any) -> pl.DataFrame:
    days = len(columns.get("qty", [1.0, 0.0, 3.0]))
    usual = {
        "store_id": [1] * days,
        "product_id": ["milk"] * days,
        "dt": [FIRST + timedelta(day) for day in range(days)],
        "qty": [1.0, 0.0, 3.0][:days],
    }
    return pl.DataFrame({**usual, **columns})


def furnished(history: pl.DataFrame, future: pl.DataFrame | None = None, horizon: int = 2, **kwargs: Any) -> Furnished:
    ahead = None if future is None else checked(future, "future", with_sales=False)
    return furnish(checked(history, "history", with_sales=True), ahead, horizon, china(), **kwargs)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"oos_hours": [0, 25, 0]}, "history: column 'oos_hours' holds 25, outside 0 to 24; give the hours"),
        ({"discount": [85, 100, 100]}, "history: column 'discount' holds 85, outside 0 to 2; give the price paid over"),
        ({"activity_flag": [0, 2, 0]}, "history: column 'activity_flag' holds 2, outside 0 to 1"),
        ({"qty": ["a", "b", "c"]}, "history: column 'qty' is of type String; give numbers"),
        ({"dt": ["03.02.2026"] * 3}, "history: column 'dt' holds '03.02.2026'; write days like 2026-10-01"),
        ({"dt": [1.5, 2.5, 3.5]}, "history: column 'dt' is of type Float64; give dates"),
        ({"store_id": [1, None, 1]}, "history: column 'store_id' is empty in 1 rows; fill or remove them"),
    ],
)
def test_a_column_that_cannot_be_used_is_named_with_the_fix(columns: dict[str, Any], told: str) -> None:
    with pytest.raises(TableError, match=told):
        checked(table(**columns), "history", with_sales=True)


def test_a_missing_column_is_named_beside_those_found() -> None:
    told = "column 'qty' is missing; rename yours to it (found: store_id, product_id, dt, n)"
    with pytest.raises(TableError, match=re.escape(told)):
        checked(table().rename({"qty": "n"}), "history", with_sales=True)


def test_an_empty_table_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="holds no row"):
        checked(table().clear(), "history", with_sales=True)
    with pytest.raises(TableError, match="there is no such file"):
        open_table(tmp_path / "none.parquet")
    (tmp_path / "text.parquet").write_text("no parquet")
    with pytest.raises(TableError, match="is no readable Parquet or CSV file"):
        open_table(tmp_path / "text.parquet")


@pytest.mark.parametrize(
    "days",
    [
        [FIRST, FIRST + timedelta(1), FIRST + timedelta(2)],
        [datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 3, 9, tzinfo=UTC), datetime(2026, 3, 4, 9, tzinfo=UTC)],
        ["2026-03-02", "2026-03-03", "2026-03-04"],
        ["2026/03/02", "2026/03/03", "2026/03/04"],
        [20260302, 20260303, 20260304],
    ],
)
def test_days_are_read_in_every_usual_way(days: list[Any]) -> None:
    panel = furnished(table(dt=days)).panel
    assert (panel.first_day, panel.history, panel.horizon) == (FIRST, 3, 2)
    assert panel.qty[:, 0].tolist() == [1, 0, 3]


def test_a_gap_is_unknown_where_zeros_are_stated_and_nothing_sold_where_they_are_not() -> None:
    days = [FIRST, FIRST + timedelta(1), FIRST + timedelta(4)]
    stated = furnished(table(dt=days))
    assert stated.panel.seen[:, 0].tolist() == [True, True, False, False, True]
    assert "a day without a row counts as not known" in stated.remarks
    unstated = furnished(table(dt=days, qty=[1.0, 2.0, 3.0]))
    assert unstated.panel.seen[:, 0].tolist() == [True] * 5
    assert unstated.panel.qty[:, 0].tolist() == [1, 2, 0, 0, 3]


def test_a_product_starts_on_its_first_day() -> None:
    late = pl.concat([table(qty=[1.0, 2.0, 3.0]), table(product_id=["tea"], dt=[FIRST + timedelta(2)], qty=[5.0])])
    assert furnished(late).panel.seen.T.tolist() == [[True] * 3, [False, False, True]]


def test_rows_of_one_day_are_added_up_and_told() -> None:
    twice = furnished(pl.concat([table(), table()]))
    assert twice.panel.qty[:, 0].tolist() == [2, 0, 6]
    assert twice.remarks == ["3 rows repeat a store, product and day; their qty is added up"]


def test_returns_and_numbers_that_are_none_do_not_count() -> None:
    panel = furnished(table(qty=[-4.0, float("nan"), 0.0])).panel
    assert (panel.qty[:, 0].tolist(), panel.seen[:, 0].tolist()) == ([0, 0, 0], [True, False, True])


def test_huge_ids_and_unknown_columns_are_kept_apart_and_left_out() -> None:
    both = pl.concat([table(store_id=[2**63 + 1] * 3), table(store_id=[2**63 + 2] * 3)]).with_columns(
        colour=pl.lit("x")
    )
    found = furnished(both)
    assert found.keys["store_id"].to_list() == [2**63 + 1, 2**63 + 2]
    assert found.panel.store.tolist() == [0, 1]


def test_plans_are_known_where_the_future_table_has_them() -> None:
    history = table(activity_flag=[0, 1, 0], discount=[1.0, 0.8, 1.0])
    ahead = pl.DataFrame(
        {"store_id": [1], "product_id": ["milk"], "dt": [FIRST + timedelta(3)], "activity_flag": [1], "discount": [0.7]}
    )
    panel = furnished(history, ahead).panel
    assert panel.promotion_known[:, 0].tolist() == [True, True, True, True, False]
    assert np.allclose(panel.price[:, 0], [1, 0.8, 1, 0.7, 1])
    assert not furnished(history).panel.promotion_known[3:].any()


def test_a_product_that_stands_only_in_the_future_is_a_series() -> None:
    ahead = pl.DataFrame({"store_id": [1], "product_id": ["tea"], "dt": [FIRST + timedelta(3)]})
    found = furnished(table(), ahead)
    assert found.keys["product_id"].to_list() == ["milk", "tea"]
    assert not found.panel.seen[:, 1].any()


def test_a_flagged_weekday_is_a_day_off_and_a_flagged_worked_sunday_is_not() -> None:
    first = date(2024, 4, 22)
    days = [first + timedelta(day) for day in range(21)]
    flags = [int(day.weekday() >= 5 or day == date(2024, 4, 30)) for day in days]
    history = table(dt=days, qty=[1.0] * 20 + [0.0], holiday_flag=flags)
    types = furnished(history).panel.day_type
    assert types[8] == DAY_OFF
    assert types[6] not in {5, 6, DAY_OFF}


def test_weather_is_its_deviation_from_the_last_two_weeks_and_nothing_where_unknown() -> None:
    days = [FIRST + timedelta(day) for day in range(9)]
    history = table(dt=days, qty=[1.0] * 8 + [0.0], precpt=[2.0] * 8 + [11.0])
    ahead = pl.DataFrame({"store_id": [1], "product_id": ["milk"], "dt": [days[-1] + timedelta(1)], "precpt": [4.0]})
    rain = furnished(history, ahead).panel.weather["precpt"][:, 0]
    assert np.allclose(rain, [0] * 8 + [8, 1, 0])
