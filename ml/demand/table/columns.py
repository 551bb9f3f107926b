"""What a history or future table may hold, checked column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ("store_id", "product_id")
WEATHER = ("precpt", "avg_temperature", "avg_humidity", "avg_wind_level")
CATEGORY = "category_id"
DAY_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")


class TableError(ValueError):
    """A table that cannot be used; the text names the file, the column and the fix."""


@dataclass(frozen=True)
class Limits:
    """The least and greatest value of an optional number, and what to do about another."""

    least: float
    greatest: float
    fix: str


LIMITS = {
    "oos_hours": Limits(0, 24, "give the hours of the day without stock"),
    "discount": Limits(0, 2, "give the price paid over the usual price, 1 without a discount"),
    "activity_flag": Limits(0, 1, "give 1 on days of a promotion and 0 on others"),
    "holiday_flag": Limits(0, 1, "give 1 on holidays and 0 on other days"),
}


def open_table(path: Path) -> pl.DataFrame:
    """Read a Parquet or CSV file; raise TableError where it is neither."""
    try:
        return pl.read_csv(path, try_parse_dates=True) if path.suffix == ".csv" else pl.read_parquet(path)
    except FileNotFoundError as error:
        raise TableError(f"{path}: there is no such file") from error
    except (pl.exceptions.PolarsError, OSError) as error:
        raise TableError(f"{path}: is no readable Parquet or CSV file ({error})") from error


def checked(table: pl.DataFrame, name: str, *, with_sales: bool) -> pl.DataFrame:
    """Return the table with the columns that are used, in their types; raise TableError naming column and fix.

    Ids keep their type, whatever it is. Unknown columns are left out. ``qty`` is clipped at 0 (returns).
    """
    needed = [*KEYS, "dt", *(("qty",) if with_sales else ())]
    missing = [column for column in needed if column not in table.columns]
    if missing:
        raise TableError(
            f"{name}: column {missing[0]!r} is missing; rename yours to it (found: {', '.join(table.columns)})"
        )
    if table.is_empty() and with_sales:
        raise TableError(f"{name}: holds no row; give at least one day of one product in one store")
    for column in (*KEYS, "dt"):
        empty = table[column].null_count()
        if empty:
            raise TableError(f"{name}: column {column!r} is empty in {empty} rows; fill or remove them")
    columns = [pl.col(KEYS[0]), pl.col(KEYS[1]), _days(table["dt"], name)]
    if with_sales:
        columns.append(_numbers(table["qty"], name).clip(lower_bound=0).alias("qty"))
    for column, limits in LIMITS.items():
        if column in table.columns:
            columns.append(_within(_numbers(table[column], name), name, limits))
    columns += [_numbers(table[column], name).alias(column) for column in WEATHER if column in table.columns]
    if CATEGORY in table.columns:
        columns.append(pl.col(CATEGORY).cast(pl.String).alias(CATEGORY))
    return table.select(columns)


def _days(column: pl.Series, name: str) -> pl.Series:
    """Read the days: dates, times (their date counts), or text like 2026-10-01."""
    if column.dtype == pl.Date:
        return column
    if isinstance(column.dtype, pl.Datetime):
        return column.dt.date().alias("dt")
    if column.dtype.is_integer():
        column = column.cast(pl.String)
    if column.dtype == pl.String:
        for form in DAY_FORMATS:
            read = column.str.slice(0, 10).str.to_date(form, strict=False)
            if read.null_count() == 0:
                return read.alias("dt")
        wrong = column.filter(column.str.slice(0, 10).str.to_date(DAY_FORMATS[0], strict=False).is_null())[0]
        raise TableError(f"{name}: column 'dt' holds {wrong!r}; write days like 2026-10-01")
    raise TableError(f"{name}: column 'dt' is of type {column.dtype}; give dates, or text like 2026-10-01")


def _numbers(column: pl.Series, name: str) -> pl.Series:
    """Read numbers; what is not finite counts as unknown."""
    if not (column.dtype.is_numeric() or str(column.dtype) in {"Boolean", "Null"}):
        read = column.cast(pl.Float64, strict=False) if column.dtype == pl.String else None
        if read is None or read.null_count() > column.null_count():
            raise TableError(f"{name}: column {column.name!r} is of type {column.dtype}; give numbers")
        column = read
    numbers = column.cast(pl.Float64)
    return numbers.to_frame().select(pl.when(pl.first().is_finite()).then(pl.first()))[column.name]


def _within(column: pl.Series, name: str, limits: Limits) -> pl.Series:
    """Refuse numbers outside what the column means."""
    wrong = column.filter((column < limits.least) | (column > limits.greatest))
    if len(wrong):
        raise TableError(
            f"{name}: column {column.name!r} holds {wrong[0]:g}, outside {limits.least:g} to {limits.greatest:g}; "
            f"{limits.fix}"
        )
    return column
