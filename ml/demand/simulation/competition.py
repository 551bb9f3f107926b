"""The VN2 inventory competition: its files, its accounting, its benchmark.

Rules (datasource.ai, VN2 Inventory Planning Challenge): each week before the shop opens an order is placed, which is on
the shelf two weeks after the next one begins; what is missing is lost at 1 a unit, what is left over at the end of a
week costs 0.2 a unit; nothing perishes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from demand.table.columns import TableError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Units = NDArray[np.float64]

KEYS = ("Store", "Product")
HOLDING, SHORTAGE = 0.2, 1.0
LEAD_WEEKS = 2
BENCHMARK_WEEKS, BENCHMARK_COVER = 13, 4

# week (0 is the first of the history), units on the shelves, units on the way that arrive now, next week, ... → order
Policy = Callable[[int, "Units", list["Units"]], "Units"]


@dataclass(frozen=True)
class Competition:
    """Weekly sales (W, N) with ``in_stock`` (W, N), the week of the first row, and where stock stands at the start.

    ``on_hand`` (N,) and ``arriving`` (two arrays (N,): before the first and the second week) are the opening state.
    ``group`` (N,) numbers the product groups, ``department`` (N,) the departments.
    """

    first: date
    sales: Units
    in_stock: NDArray[np.bool_]
    on_hand: Units
    arriving: tuple[Units, Units]
    group: NDArray[np.int64]
    department: NDArray[np.int64]


@dataclass(frozen=True)
class Cost:
    """Cost by week (W,): of units left over and of units missing."""

    holding: Units
    shortage: Units

    @property
    def total(self) -> float:
        """Return the cost of all weeks."""
        return float(self.holding.sum() + self.shortage.sum())

    @property
    def decided(self) -> float:
        """Return the cost of the weeks that orders can reach: the third and later ones."""
        return float(self.holding[LEAD_WEEKS:].sum() + self.shortage[LEAD_WEEKS:].sum())


def replay(case: Competition, policy: Policy, weeks: int) -> Cost:
    """Play the last ``weeks`` weeks of the sales from the opening state; a policy may look at earlier weeks only."""
    if not 1 <= weeks < len(case.sales):
        raise TableError(
            f"--weeks {weeks}: the sales have {len(case.sales)} weeks; leave at least one before the replay"
        )
    on_hand = case.on_hand.copy()
    under_way = [units.copy() for units in case.arriving]
    holding, shortage = np.zeros(weeks), np.zeros(weeks)
    for number, week in enumerate(range(len(case.sales) - weeks, len(case.sales))):
        under_way.append(np.maximum(np.rint(policy(week, on_hand.copy(), [units.copy() for units in under_way])), 0))
        on_hand += under_way.pop(0)
        sold = np.minimum(on_hand, case.sales[week])
        on_hand -= sold
        holding[number] = HOLDING * on_hand.sum()
        shortage[number] = SHORTAGE * (case.sales[week] - sold).sum()
    return Cost(holding, shortage)


def benchmark(case: Competition) -> Policy:
    """Return the benchmark: 4 times the mean of the last 13 weeks, less what is there and on the way."""

    def order(week: int, on_hand: Units, under_way: list[Units]) -> Units:
        mean = case.sales[max(0, week - BENCHMARK_WEEKS) : week].mean(axis=0)
        return BENCHMARK_COVER * mean - on_hand - sum(under_way)

    return order


def open_competition(sales: Path, state: Path, in_stock: Path, master: Path) -> Competition:
    """Read the competition's files; weeks without in-stock flags count as in stock. Raise TableError naming the fix."""
    sold, flags, opening, products = (_csv(path) for path in (sales, in_stock, state, master))
    for path, table, columns in (
        (state, opening, ("End Inventory", "In Transit W+1", "In Transit W+2")),
        (master, products, ("ProductGroup", "Department")),
    ):
        for column in columns:
            if column not in table.columns:
                raise TableError(f"{path}: column {column!r} is missing (found: {', '.join(table.columns)})")
    weeks = _weeks(sold, sales)
    keys = sold.select(KEYS)
    flags, opening, products = (
        _same_rows(keys, table, path) for path, table in ((in_stock, flags), (state, opening), (master, products))
    )
    units = sold.select(pl.col(weeks).cast(pl.Float64).fill_null(0)).to_numpy().T
    known = [week for week in weeks if week in flags.columns]
    stocked = np.ones(units.shape, np.bool_)
    stocked[[weeks.index(week) for week in known]] = (
        flags.select(pl.col(known).cast(pl.Boolean).fill_null(value=True)).to_numpy().T
    )
    return Competition(
        first=date.fromisoformat(weeks[0]),
        sales=np.ascontiguousarray(units),
        in_stock=stocked,
        on_hand=_units(opening, "End Inventory"),
        arriving=(_units(opening, "In Transit W+1"), _units(opening, "In Transit W+2")),
        group=_numbers(products["ProductGroup"]),
        department=_numbers(products["Department"]),
    )


def _csv(path: Path) -> pl.DataFrame:
    try:
        table = pl.read_csv(path, infer_schema_length=None)
    except FileNotFoundError as error:
        raise TableError(f"{path}: there is no such file") from error
    except pl.exceptions.PolarsError as error:
        raise TableError(f"{path}: is no readable CSV file ({error})") from error
    for key in KEYS:
        if key not in table.columns:
            raise TableError(f"{path}: column {key!r} is missing (found: {', '.join(table.columns[:8])})")
    return table


def _weeks(sold: pl.DataFrame, path: Path) -> list[str]:
    """Return the columns that are weeks, in order of time."""
    weeks = [column for column in sold.columns if column not in KEYS]
    try:
        weeks.sort(key=date.fromisoformat)
    except ValueError as error:
        raise TableError(f"{path}: {error}; name the columns of weeks like 2024-04-08") from error
    if not weeks:
        raise TableError(f"{path}: holds no week; name the columns of weeks like 2024-04-08")
    return weeks


def _same_rows(keys: pl.DataFrame, table: pl.DataFrame, path: Path) -> pl.DataFrame:
    """Bring a table's rows into the order of the sales."""
    joined = keys.join(table.with_columns(_=pl.lit(value=True)), on=KEYS, how="left", maintain_order="left")
    if joined.height != keys.height or joined["_"].null_count():
        raise TableError(f"{path}: must hold every Store and Product of the sales once")
    return joined


def _units(table: pl.DataFrame, column: str) -> Units:
    return table[column].cast(pl.Float64).fill_null(0).to_numpy().copy()


def _numbers(column: pl.Series) -> NDArray[np.int64]:
    return column.cast(pl.String).fill_null("").rank("dense").to_numpy().astype(np.int64) - 1
