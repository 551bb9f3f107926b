"""Which days are off and which weekends are worked, as types of days that kernels read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from demand.calendar.arrangement import Arranged, Kind, china_days, read_days, write_days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

WEEKDAYS = 7
DAY_OFF = 7  # a weekday on which people are free
WORKED_WEEKEND = 8
DAY_TYPES = 9
SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """The arranged days, by date."""

    arranged: dict[date, Arranged]

    @property
    def known_until(self) -> date:
        """The last day of the last year that has an arrangement; weekdays only are known after it."""
        return date(max((day.year for day in self.arranged), default=1), 12, 31)

    def edited(self, changes: Iterable[Arranged]) -> Calendar:
        """Return the calendar with days added or replaced."""
        return Calendar({**self.arranged, **{change.day: change for change in changes}})

    def without(self, days: Iterable[date]) -> Calendar:
        """Return the calendar with days put back to what their weekday is."""
        gone = set(days)
        return Calendar({day: arranged for day, arranged in self.arranged.items() if day not in gone})

    def day_types(self, first: date, days: int) -> NDArray[np.int64]:
        """Return the type of ``days`` days from ``first``: 0-6 Monday to Sunday, DAY_OFF or WORKED_WEEKEND.

        A weekend day inside a festival stays a weekend day: shops see it as one.
        """
        return np.array([self._day_type(first + timedelta(ahead)) for ahead in range(days)], np.int64)

    def _day_type(self, day: date) -> int:
        arranged = self.arranged.get(day)
        weekend = day.weekday() >= SATURDAY
        if arranged is not None and arranged.kind is Kind.OFF and not weekend:
            return DAY_OFF
        if arranged is not None and arranged.kind is Kind.WORK and weekend:
            return WORKED_WEEKEND
        return day.weekday()


def read_calendar(text: str) -> Calendar:
    """Read CSV: day (2026-10-01), kind (off or work), name; raise CalendarError with line and fix."""
    return Calendar(read_days(text))


def write_calendar(calendar: Calendar) -> str:
    """Return the CSV that ``read_calendar`` reads, in order of days."""
    return write_days(calendar.arranged)


def china() -> Calendar:
    """Return the arrangements of the State Council of China that come with Storewalk."""
    return Calendar(china_days())
