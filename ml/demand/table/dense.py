"""Makes a panel of long tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import polars as pl

from demand.calendar.table import DAY_OFF, SATURDAY, WEEKDAYS
from demand.panel import Panel
from demand.table.columns import CATEGORY, KEYS, WEATHER, TableError

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

    from demand.calendar.table import Calendar
    from demand.panel import Flags, Floats

Missing = Literal["auto", "zero", "unknown"]
DAY_HOURS = 24
OPEN_HOURS = 16  # where no day has more hours without stock than this
WEATHER_MEMORY = 14  # days that make the usual weather


@dataclass(frozen=True)
class Furnished:
    """A panel with the ids behind its codes (rows of ``keys`` are its series) and what should be said about it."""

    panel: Panel
    keys: pl.DataFrame
    remarks: list[str]


def furnish(
    history: pl.DataFrame,
    future: pl.DataFrame | None,
    horizon: int,
    calendar: Calendar,
    *,
    missing: Missing = "auto",
    longest: int = 730,
) -> Furnished:
    """Make the panel of checked tables, ``horizon`` days beyond the last day of the history.

    A product starts on its first day in a store. What a later day without a row means: with ``missing`` "zero" that
    nothing was sold, with "unknown" that nothing is known, with "auto" the latter where the table states zeros.
    Rows of one store, product and day are added up. At most the ``longest`` last days are used.
    """
    remarks: list[str] = []
    history, remarks = _one_row_a_day(history)
    last: date = history["dt"].max()  # type: ignore[assignment]  # polars types a maximum as any literal
    first = max(history["dt"].min(), last.fromordinal(last.toordinal() - longest + 1))  # type: ignore[type-var]
    days = (last - first).days + 1
    ahead = (
        None
        if future is None
        else future.filter(pl.col("dt").is_between(last, pl.lit(last) + pl.duration(days=horizon), closed="right"))
    )
    keys = _keys(history, ahead)
    history = history.filter(pl.col("dt") >= first)
    if ahead is not None and ahead.is_empty():
        remarks.append(f"the future table has no row in the {horizon} days after {last}; promotions count as unknown")
    cells = _Cells(keys, first, days, horizon, history, ahead)
    seen = cells.place("qty", np.nan)[:days]
    known = ~np.isnan(seen)
    if missing == "auto":
        missing = "unknown" if history.filter(pl.col("qty") == 0).height else "zero"
        if not known.all():
            remarks.append(f"a day without a row counts as {'not known' if missing == 'unknown' else 'nothing sold'}")
    if missing == "zero":
        known |= np.maximum.accumulate(known, axis=0)
    if calendar.known_until < last.fromordinal(last.toordinal() + horizon):
        remarks.append(f"the calendar knows days off until {calendar.known_until} only; add the next year's")
    panel = Panel(
        first_day=first,
        history=days,
        store=cells.codes(KEYS[0]),
        product=cells.codes(KEYS[1]),
        category=_categories(history, keys),
        day_type=_day_types(cells, calendar),
        qty=np.nan_to_num(seen),
        seen=known,
        oos=_shares(cells),
        price=np.nan_to_num(cells.place("discount", 1.0), nan=1.0),
        activity=np.nan_to_num(cells.place("activity_flag", 0.0)),
        promotion_known=_promotion_known(cells),
        weather={name: _deviation(cells.place(name, np.nan), days) for name in WEATHER if name in history.columns},
    )
    return Furnished(panel, keys, remarks)


def _one_row_a_day(history: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    """Add up rows of the same store, product and day."""
    cells = [*KEYS, "dt"]
    if not history.select(cells).is_duplicated().any():
        return history, []
    others = [name for name in history.columns if name not in {*cells, "qty"}]
    summed = history.group_by(cells).agg(pl.col("qty").sum(), *(pl.col(name).max() for name in others))
    return summed, [f"{history.height - summed.height} rows repeat a store, product and day; their qty is added up"]


def _keys(history: pl.DataFrame, ahead: pl.DataFrame | None) -> pl.DataFrame:
    """List the store-products of both tables in order, with the number of each, of its store and of its product."""
    keys = history.select(KEYS)
    if ahead is not None:
        if any(ahead.schema[key] != history.schema[key] for key in KEYS):
            try:
                ahead = ahead.with_columns(pl.col(key).cast(history.schema[key]) for key in KEYS)
            except pl.exceptions.PolarsError as error:
                raise TableError(f"future: columns {' and '.join(KEYS)} differ in type from the history's") from error
        keys = pl.concat([keys, ahead.select(KEYS)])
    return keys.unique().sort(KEYS).with_row_index("series")


class _Cells:
    """Puts the rows of both tables into arrays of days by series."""

    def __init__(
        self,
        keys: pl.DataFrame,
        first: date,
        days: int,
        horizon: int,
        history: pl.DataFrame,
        ahead: pl.DataFrame | None,
    ) -> None:
        self.keys = keys
        self.first = first
        self.days = days
        self.shape = (days + horizon, keys.height)
        self._tables = [self._addressed(table) for table in (history, ahead) if table is not None]
        self.history = history

    def _addressed(self, table: pl.DataFrame) -> tuple[pl.DataFrame, NDArray[np.int64], NDArray[np.int64]]:
        table = table.with_columns(pl.col(key).cast(self.keys.schema[key]) for key in KEYS)
        table = table.join(self.keys, on=KEYS, how="inner", maintain_order="left")
        day = (table["dt"] - self.first).dt.total_days().to_numpy()
        return table, day, table["series"].to_numpy().astype(np.int64)

    def place(self, column: str, otherwise: float) -> Floats:
        """Return the column as (T + H, N), ``otherwise`` where there is no row, NaN where a row leaves it open."""
        cells = np.full(self.shape, otherwise, np.float32)
        for table, day, series in self._tables:
            if column in table.columns:
                cells[day, series] = table[column].to_numpy()
        return cells

    def present(self, column: str) -> Flags:
        """Tell where a row states the column."""
        return ~np.isnan(self.place(column, np.nan))

    def codes(self, key: str) -> NDArray[np.int32]:
        """Number the ids of stores or products, in order."""
        return self.keys[key].rank("dense").to_numpy().astype(np.int32) - 1


def _categories(history: pl.DataFrame, keys: pl.DataFrame) -> NDArray[np.int32]:
    """Return each product's category, 0 for all where none is given."""
    products = keys.select(KEYS[1]).unique().sort(KEYS[1])
    if CATEGORY not in history.columns:
        return np.zeros(products.height, np.int32)
    of = history.group_by(KEYS[1]).agg(pl.col(CATEGORY).drop_nulls().first())
    named = products.join(of, on=KEYS[1], how="left", maintain_order="left")[CATEGORY].fill_null("")
    return named.rank("dense").to_numpy().astype(np.int32) - 1


def _day_types(cells: _Cells, calendar: Calendar) -> NDArray[np.int64]:
    """Take the calendar's day types; a weekday that most rows flag as a holiday counts as a day off too."""
    types = calendar.day_types(cells.first, cells.shape[0])
    flagged = cells.place("holiday_flag", np.nan)
    stated = ~np.isnan(flagged)
    share = np.where(stated, flagged, 0).sum(axis=1) / np.maximum(stated.sum(axis=1), 1)
    plain = types < SATURDAY
    # a flag on most weekdays marks something else than holidays
    if share[plain].size and (share[plain] > 1 / 2).mean() < 1 / WEEKDAYS:
        types[plain & (share > 1 / 2)] = DAY_OFF
    return types


def _shares(cells: _Cells) -> Floats:
    """Return the share of opening hours without stock; a day has 16 hours unless some row names more."""
    hours = np.nan_to_num(cells.place("oos_hours", 0.0)[: cells.days])
    whole = OPEN_HOURS if hours.max(initial=0) <= OPEN_HOURS else DAY_HOURS
    return np.minimum(hours / np.float32(whole), np.float32(1))


def _promotion_known(cells: _Cells) -> Flags:
    """Promotions of the past are known, those ahead where the future table has them (or there never was one)."""
    columns = [name for name in ("discount", "activity_flag") if name in cells.history.columns]
    known = np.ones(cells.shape, np.bool_)
    for name in columns:
        known[cells.days :] &= cells.present(name)[cells.days :]
    return known


def _deviation(values: Floats, days: int) -> Floats:
    """Return the deviation from the mean of the days before, 0 where unknown: what is usual here is no news."""
    known = ~np.isnan(values)
    filled = np.where(known, values, 0)
    sums = np.cumsum(filled, axis=0, dtype=np.float64)
    counts = np.cumsum(known, axis=0)
    sums[days:], counts[days:] = sums[days - 1], counts[days - 1]
    before = np.clip(np.arange(len(values)), 0, days - 1) - WEATHER_MEMORY
    past = np.where((before >= 0)[:, None], sums[np.maximum(before, 0)], 0)
    past_count = np.where((before >= 0)[:, None], counts[np.maximum(before, 0)], 0)
    usual = (sums - past) / np.maximum(counts - past_count, 1)
    return np.where(known & (counts > past_count), filled - usual, 0).astype(np.float32)
