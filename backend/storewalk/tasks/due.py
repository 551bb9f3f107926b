"""When a task is due, in the time that its store is open."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from storewalk.stores.api import StoreClock

DAY_END: Final = time(18, 0)
CRITICAL_TIME: Final = timedelta(hours=4)
LONGEST_PAUSE: Final = 7
"""Days to look ahead for the next opening: opening hours are a week's, so one of them is open if any is."""


def due_at(clock: StoreClock, now: datetime, *, critical: bool) -> datetime:
    """Return the due time in UTC: four hours of opening when critical, else the end of the next business day.

    The same step leads from one level of escalation to the next. A store without recorded hours counts as always open.
    """
    if critical:
        return clock.add_business_time(now, CRITICAL_TIME)
    today = clock.business_date(now)
    days = [today + timedelta(days=ahead) for ahead in range(1, LONGEST_PAUSE + 1)]
    open_days = [day for day in days if not clock.hours or clock.openings(day)]
    return day_end(clock, open_days[0])


def day_end(clock: StoreClock, day: date) -> datetime:
    """Return the end of a business day's work in UTC: 18:00 on the store's wall, or the last closing before it.

    A store that opens later than that has until its first closing.
    """
    evening = datetime.combine(day, DAY_END, tzinfo=clock.zone).astimezone(UTC)
    openings = clock.openings(day)
    if not openings:
        return evening
    ends = [min(closes, evening) for opens, closes in openings if opens < evening]
    return ends[-1] if ends else openings[0][1]
