"""The history of some stores: days are put in as they become known, and read as a window of the last ones.

Objects lie under a prefix: ``series.arrow`` lists the series in the order in which they came, ``2026-11.arrow`` holds
a month, ``2026-11.paid.arrow`` what was paid in it, from which prices are made and which no forecast reads. A series
keeps its place for ever, so an older month has the first of them. Writing the same days again gives the same objects.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

import numpy as np
import polars as pl

from demand.history.price import MEMORY, price_of, usual_price
from demand.history.segment import Segment, paid_from_bytes, paid_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from demand.panel import Floats


Key = tuple[bytes, bytes]
"""A series: the ids of its store and its product, 16 bytes each."""


class Objects(Protocol):
    """Where the files lie."""

    def get(self, name: str) -> bytes | None:
        """Return an object, None where there is none of that name."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Write an object whole, in place of the one before."""
        ...


@dataclass(frozen=True)
class DayFacts:
    """What is known of one day, for the series that it names: ``keys`` are (store id, product id), 16 bytes each.

    ``qty`` and ``oos`` are as in `Segment`, ``paid`` is what was paid for one unit on average, in any currency, NaN
    where nothing was sold; (len(keys),) each.
    """

    day: date
    keys: list[Key]
    qty: Floats
    oos: NDArray[np.uint8]
    paid: Floats


@dataclass(frozen=True)
class Window:
    """T days up to and with ``last`` for N series: measures (T, N) as in `Segment`, ``keys`` (N,)."""

    last: date
    keys: list[Key]
    qty: Floats
    oos: NDArray[np.uint8]
    price: Floats


class Shard:
    """The history of the stores under a prefix."""

    def __init__(self, objects: Objects, prefix: str) -> None:
        self._objects = objects
        self._prefix = prefix

    def series(self) -> list[Key]:
        """Return the series in their order."""
        data = self._objects.get(f"{self._prefix}/series.arrow")
        if data is None:
            return []
        table = pl.read_ipc(io.BytesIO(data))
        return list(zip(table["store"], table["product"], strict=True))

    def put(self, days: list[DayFacts]) -> None:
        """Keep what is known of some days; what was kept of them before is replaced for the series that they name.

        The series are written before the months: killed in between, the same call again completes it. The usual price
        is what was usual on the days before, as they are known now (`usual_price`); a day that comes late changes its
        own price and that of no later day.
        """
        keys = self.series()
        places = {key: place for place, key in enumerate(keys)}
        new = dict.fromkeys(key for day in days for key in day.keys if key not in places)
        if new:
            keys += new
            places.update({key: place for place, key in enumerate(keys[len(places) :], len(places))})
            self._put_keys(keys)
        by_month: dict[date, list[DayFacts]] = {}
        for day in days:
            by_month.setdefault(day.day.replace(day=1), []).append(day)
        for first, facts in sorted(by_month.items()):
            self._put_month(first, facts, places)

    def window(self, last: date, days: int) -> Window:
        """Return the ``days`` days up to and with ``last``; of days that nobody put in nothing is known."""
        keys = self.series()
        shape = (days, len(keys))
        window = Window(
            last,
            keys,
            np.full(shape, np.nan, np.float32),
            np.zeros(shape, np.uint8),
            np.full(shape, np.nan, np.float32),
        )
        begin = last - timedelta(days - 1)
        for first in _months(begin, last):
            data = self._objects.get(self._month(first))
            if data is None:
                continue
            month = Segment.from_bytes(first, data)
            since, until = max(begin, first), min(last, first + timedelta(len(month.qty) - 1))
            here = slice((since - begin).days, (until - begin).days + 1)
            there = slice((since - first).days, (until - first).days + 1)
            series = month.qty.shape[1]
            window.qty[here, :series] = month.qty[there]
            window.oos[here, :series] = month.oos[there]
            window.price[here, :series] = month.price[there]
        return window

    def _put_month(self, first: date, facts: list[DayFacts], places: Mapping[Key, int]) -> None:
        data = self._objects.get(self._month(first))
        month = Segment.empty(first, 0) if data is None else Segment.from_bytes(first, data)
        month = month.widened(len(places))
        before = first - timedelta(MEMORY)
        paid = self._paid(before, (first - before).days + len(month.qty), len(places))
        rows = [(day, np.fromiter((places[key] for key in day.keys), np.int64, len(day.keys))) for day in facts]
        for day, series in rows:
            paid[(day.day - before).days, series] = day.paid
        for day, series in rows:
            row = day.day.day - 1
            usual = usual_price(paid[row : row + MEMORY, series])
            month.qty[row, series], month.oos[row, series] = day.qty, day.oos
            month.price[row, series] = price_of(day.paid, usual)
        self._objects.put(self._month_paid(first), paid_to_bytes(paid[MEMORY:]))
        self._objects.put(self._month(first), month.to_bytes())

    def _paid(self, begin: date, days: int, series: int) -> Floats:
        """Return what was paid for a unit on the ``days`` days from ``begin`` (days, series), NaN where not known."""
        paid = np.full((days, series), np.nan, np.float32)
        for first in _months(begin, begin + timedelta(days - 1)):
            data = self._objects.get(self._month_paid(first))
            if data is not None:
                month = paid_from_bytes(data)
                since = max(begin, first)
                there = month[(since - first).days :][: days - (since - begin).days]
                paid[(since - begin).days :][: len(there), : month.shape[1]] = there
        return paid

    def _put_keys(self, keys: list[Key]) -> None:
        file = io.BytesIO()
        pl.DataFrame(keys, schema={"store": pl.Binary, "product": pl.Binary}, orient="row").write_ipc(file)
        self._objects.put(f"{self._prefix}/series.arrow", file.getvalue())

    def _month(self, first: date) -> str:
        return f"{self._prefix}/{first:%Y-%m}.arrow"

    def _month_paid(self, first: date) -> str:
        return f"{self._prefix}/{first:%Y-%m}.paid.arrow"


def _months(begin: date, last: date) -> Iterator[date]:
    first = begin.replace(day=1)
    while first <= last:
        yield first
        first = (first + timedelta(31)).replace(day=1)
