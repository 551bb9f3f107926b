"""The day and its noon in the tests' stores; the day is asked anew, since a run may go on past their midnight."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("Asia/Shanghai")


def today(days: int = 0) -> date:
    """Return the store's day now, or so many days later."""
    return datetime.now(ZONE).date() + timedelta(days=days)


def noon(day: date, hours: float = 0) -> datetime:
    """Return so many hours after noon of a day in the store."""
    return datetime.combine(day, time(12), ZONE) + timedelta(hours=hours)
