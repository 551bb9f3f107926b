"""When a planned visit may begin and must have begun, from the store's own clock and business day."""

from datetime import UTC, date, datetime, time
from typing import NamedTuple

from storewalk.inspections.plans.rhythm import DAY
from storewalk.stores.api import StoreClock


class Times(NamedTuple):
    """A business day of a store, and the window in it if there is one."""

    day_from: datetime
    day_until: datetime
    window_from: datetime | None
    due_at: datetime | None


def times_on(clock: StoreClock, day: date, time_from: time | None, time_until: time | None) -> Times:
    """Return the instants of a business day; a wall-clock time before the day's cut is the next calendar day's.

    A window that would outlast the business day ends with it.
    """
    first, last = clock.day(day)
    if time_from is None or time_until is None:
        return Times(first, last, None, None)
    opens = _within(clock, day, time_from, first)
    due = _within(clock, day, time_until, opens)
    return Times(first, last, opens, min(due, last))


def closed_on(clock: StoreClock, day: date) -> bool:
    """Tell whether a store with known hours does not open on a day."""
    return bool(clock.hours) and not clock.openings(day)


def _within(clock: StoreClock, day: date, wall: time, after: datetime) -> datetime:
    at = datetime.combine(day, wall, tzinfo=clock.zone).astimezone(UTC)
    return at if at >= after else datetime.combine(day + DAY, wall, tzinfo=clock.zone).astimezone(UTC)
