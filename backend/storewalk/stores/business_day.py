"""Which business day an instant belongs to: a store open past midnight closes its day in the small hours."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

MIDNIGHT = time(0, 0)
SINCE_EVER = date(1970, 1, 1)
"""What a store's first dated row is valid from, unless told otherwise."""


class DayCut(Struct, frozen=True):
    """From business day `valid_from` on, a day begins at wall-clock time `cut` and ends at the next day's cut."""

    valid_from: date
    cut: time


def business_date(at: datetime, zone: ZoneInfo, cuts: Sequence[DayCut]) -> date:
    """Give the business day that the aware instant `at` falls in; before the first cut a day begins at midnight."""
    day = at.astimezone(zone).date()
    return day if at >= day_begins(day, zone, cuts) else day - timedelta(days=1)


def day_begins(day: date, zone: ZoneInfo, cuts: Sequence[DayCut]) -> datetime:
    """Give the instant, in UTC, at which business day `day` begins (it ends where the next one begins)."""
    valid = [cut for cut in cuts if cut.valid_from <= day]
    cut = max(valid, key=lambda row: row.valid_from).cut if valid else MIDNIGHT
    return datetime.combine(day, cut, tzinfo=zone).astimezone(UTC)
