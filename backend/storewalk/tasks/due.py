"""When a task is due: the close of the next business day, or within hours when the fault is critical."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_END = time(18, 0)
CRITICAL_TIME = timedelta(hours=4)


def due_at(now: datetime, *, business_day: date, zone: ZoneInfo, critical: bool) -> datetime:
    """Return the due time in UTC: 18:00 on the wall of the store's next business day, or four hours from `now`.

    `business_day` is the store's business day that `now` falls in.
    """
    if critical:
        return now + CRITICAL_TIME
    return datetime.combine(business_day + timedelta(days=1), DAY_END, tzinfo=zone).astimezone(UTC)
