"""A month of a shard as an Arrow file: a column for each day and measure, a row for each series."""

from __future__ import annotations

import io
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from demand.panel import Floats

MEASURES = ("qty", "oos", "price")
PAID = "paid"


@dataclass(frozen=True)
class Segment:
    """The D days of a month from ``first``, the first of it, for N series.

    ``qty`` (D, N) holds units sold, NaN on days that are not known; ``oos`` (D, N) is the share of opening hours out of
    stock in percent; ``price`` (D, N) is the price paid over the usual one, NaN where nothing tells.
    """

    first: date
    qty: Floats
    oos: NDArray[np.uint8]
    price: Floats

    @classmethod
    def empty(cls, first: date, series: int) -> Segment:
        """Return the month in which ``first`` lies, of which nothing is known."""
        first = first.replace(day=1)
        shape = (monthrange(first.year, first.month)[1], series)
        unknown = np.full(shape, np.nan, np.float32)
        return cls(first, unknown, np.zeros(shape, np.uint8), unknown.copy())

    def widened(self, series: int) -> Segment:
        """Return the month for more series; of the new ones nothing is known."""
        if series == self.qty.shape[1]:
            return self
        wide = Segment.empty(self.first, series)
        for name in MEASURES:
            getattr(wide, name)[:, : self.qty.shape[1]] = getattr(self, name)
        return wide

    def to_bytes(self) -> bytes:
        """Write the month as an Arrow IPC file (Feather), compressed."""
        return _file({name: getattr(self, name) for name in MEASURES})

    @classmethod
    def from_bytes(cls, first: date, data: bytes) -> Segment:
        """Read what `to_bytes` wrote."""
        table = pl.read_ipc(io.BytesIO(data))
        month = cls.empty(first, table.height)
        for name in MEASURES:
            for day, row in enumerate(getattr(month, name)):
                row[:] = table[f"{name} {day + 1:02}"].to_numpy()
        return month


def paid_to_bytes(paid: Floats) -> bytes:
    """Write what was paid for a unit on each day of a month (D, N), in the same kind of file."""
    return _file({PAID: paid})


def paid_from_bytes(data: bytes) -> Floats:
    """Read what `paid_to_bytes` wrote."""
    return pl.read_ipc(io.BytesIO(data)).to_numpy().T


def _file(measures: Mapping[str, NDArray[np.generic]]) -> bytes:
    columns = {f"{name} {day + 1:02}": row for name, rows in measures.items() for day, row in enumerate(rows)}
    file = io.BytesIO()
    pl.DataFrame(columns).write_ipc(file, compression="zstd")
    return file.getvalue()
