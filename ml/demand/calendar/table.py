"""Which days are off and which weekends are worked, read from CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

CHINA = Path(__file__).with_name("china.csv")
COLUMNS = ("day", "kind", "name")
WEEKDAYS = 7
DAY_OFF = 7  # a weekday on which people are free
WORKED_WEEKEND = 8
DAY_TYPES = 9
SATURDAY = 5


class CalendarError(ValueError):
    """A calendar file that cannot be read; the text names the line and the fix."""


class Kind(StrEnum):
    """What an arrangement makes of a day."""

    OFF = "off"
    WORK = "work"


@dataclass(frozen=True)
class Arranged:
    """One day whose kind differs from its weekday's, or a day off with its festival's name."""

    day: date
    kind: Kind
    name: str


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
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if set(rows.fieldnames or ()) != set(COLUMNS):
        raise CalendarError(f"line 1: the columns must be {', '.join(COLUMNS)}, found {rows.fieldnames}")
    found: dict[date, Arranged] = {}
    for line, row in enumerate(rows, 2):
        try:
            day = date.fromisoformat(row["day"])
        except (TypeError, ValueError) as error:
            raise CalendarError(f"line {line}, column day: {row['day']!r} is no date like 2026-10-01") from error
        if row["kind"] not in set(Kind):
            raise CalendarError(f"line {line}, column kind: {row['kind']!r} must be off or work")
        if day in found:
            raise CalendarError(f"line {line}, column day: {day} stands twice; keep one line of it")
        found[day] = Arranged(day, Kind(row["kind"]), row["name"])
    return Calendar(found)


def write_calendar(calendar: Calendar) -> str:
    """Return the CSV that ``read_calendar`` reads, in order of days."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for day in sorted(calendar.arranged):
        writer.writerow((day, calendar.arranged[day].kind, calendar.arranged[day].name))
    return text.getvalue()


def china() -> Calendar:
    """Return the arrangements of the State Council of China that come with Storewalk."""
    return read_calendar(CHINA.read_text(encoding="utf-8"))
