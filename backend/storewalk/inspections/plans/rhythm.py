"""On which days a schedule falls: pure arithmetic of dates, without stores."""

from calendar import monthrange
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from storewalk.inspections.plans.kinds import Rhythm

DAY: Final = timedelta(days=1)
WEEK_DAYS: Final = 7
MONTHS: Final = 12


class Pattern(Struct, frozen=True):
    """The days of a schedule that does not go by risk; without weekdays it means any of them.

    A month's day beyond its last is its last. With weekdays, a day of the month stands for the first of them from there
    on: 1 and Monday is the first Monday.
    """

    rhythm: Rhythm
    every: int
    weekdays: frozenset[int]
    month_days: tuple[int, ...]
    starts_on: date
    ends_on: date | None

    def falls_on(self, day: date) -> bool:
        """Tell whether `day` is one of the schedule's."""
        if day < self.starts_on or (self.ends_on is not None and day > self.ends_on):
            return False
        if self.rhythm is Rhythm.MONTHS:
            return self._by_month(day)
        if self.weekdays and day.isoweekday() not in self.weekdays:
            return False
        if self.rhythm is Rhythm.WEEKS:
            return (_monday(day) - _monday(self.starts_on)).days // WEEK_DAYS % self.every == 0
        return (day - self.starts_on).days % self.every == 0

    def between(self, first: date, last: date) -> list[date]:
        """Return the schedule's days from `first` to `last`, both included."""
        return [day for n in range((last - first).days + 1) if self.falls_on(day := first + n * DAY)]

    def _by_month(self, day: date) -> bool:
        begun = self.starts_on.year * MONTHS + self.starts_on.month
        for month in (day.replace(day=1), day.replace(day=1) - DAY):
            if (month.year * MONTHS + month.month - begun) % self.every:
                continue
            longest = monthrange(month.year, month.month)[1]
            if any(
                first_of(self.weekdays, month.replace(day=min(wanted, longest))) == day for wanted in self.month_days
            ):
                return True
        return False


class Band(Struct, frozen=True):
    """Stores under `below` points, or all that are left without it, are due again after `days`."""

    below: int | None
    days: int


def wait_of(bands: Sequence[Band], score: float | None, critical_tasks: int) -> int:
    """Return after how many days a store is due again; open critical tasks put it into the first band."""
    if critical_tasks:
        return bands[0].days
    return next(band.days for band in bands if band.below is None or (score is not None and score < band.below))


def first_of(weekdays: Collection[int], day: date) -> date:
    """Return the first day from `day` on that is one of `weekdays`; without any, `day` itself."""
    if not weekdays:
        return day
    return next(day + n * DAY for n in range(WEEK_DAYS) if (day + n * DAY).isoweekday() in weekdays)


def _monday(day: date) -> date:
    return day - (day.isoweekday() - 1) * DAY
