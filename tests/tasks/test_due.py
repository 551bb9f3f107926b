"""When a task is due: only while its store is open."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from storewalk.stores.api import StoreClock, parse_hours
from storewalk.stores.business_day import DayCut
from storewalk.tasks.due import due_at

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
DAILY, BAR, NIGHT, WEEKDAYS = "1-7 07:00-23:00", "1-7 17:00-02:00", "1-7 20:00-04:00", "1-5 09:00-17:30"
SPLIT = "1-7 09:00-14:00 20:00-23:00"
TUESDAY = "2026-11-24"


def clock(hours: str, zone: ZoneInfo = SHANGHAI) -> StoreClock:
    cuts = (DayCut(date(2020, 1, 1), time(4)),)
    return StoreClock(uuid4(), zone, cuts, tuple(parse_hours(hours)), None)


def due(hours: str, now: str, *, critical: bool = False, zone: ZoneInfo = SHANGHAI) -> str:
    at = due_at(clock(hours, zone), datetime.fromisoformat(now).replace(tzinfo=zone).astimezone(UTC), critical=critical)
    assert at.utcoffset() == timedelta(0)
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        (DAILY, f"{TUESDAY} 11:00", "2026-11-25 18:00"),
        ("", f"{TUESDAY} 11:00", "2026-11-25 18:00"),
        (WEEKDAYS, f"{TUESDAY} 11:00", "2026-11-25 17:30"),
        (WEEKDAYS, "2026-11-27 11:00", "2026-11-30 17:30"),
        (WEEKDAYS, "2026-11-28 11:00", "2026-11-30 17:30"),
        (BAR, "2026-11-25 01:30", "2026-11-25 18:00"),
        (BAR, "2026-11-25 04:30", "2026-11-26 18:00"),
        (NIGHT, f"{TUESDAY} 22:00", "2026-11-26 04:00"),
        (SPLIT, f"{TUESDAY} 10:00", "2026-11-25 14:00"),
        ("1-7 00:00-00:00", f"{TUESDAY} 23:00", "2026-11-25 18:00"),
        ("2 09:00-20:00", f"{TUESDAY} 11:00", "2026-12-01 18:00"),
    ],
)
def test_an_ordinary_fault_is_due_at_six_on_the_next_day_the_store_opens_or_when_it_closes(
    hours: str, now: str, expected: str
) -> None:
    assert due(hours, now) == expected


@pytest.mark.parametrize(
    ("hours", "now", "expected"),
    [
        (DAILY, f"{TUESDAY} 11:00", "2026-11-24 15:00"),
        (DAILY, f"{TUESDAY} 21:00", "2026-11-25 09:00"),
        (WEEKDAYS, "2026-11-27 16:30", "2026-11-30 12:00"),
        (BAR, "2026-11-25 00:30", "2026-11-25 19:30"),
        ("", f"{TUESDAY} 21:00", "2026-11-25 01:00"),
    ],
)
def test_a_critical_fault_is_due_after_four_hours_of_opening(hours: str, now: str, expected: str) -> None:
    assert due(hours, now, critical=True) == expected


def test_six_in_the_evening_is_wall_time_across_a_change_of_the_clocks() -> None:
    assert due(DAILY, "2026-10-24 12:00", zone=BERLIN) == "2026-10-25 18:00"


@pytest.mark.parametrize(
    ("hours", "end", "open_hours"),
    [
        (DAILY, f"{TUESDAY} 15:00", 4),
        (DAILY, "2026-11-25 09:00", 14),
        (WEEKDAYS, "2026-11-30 12:00", 6.5 + 3 * 8.5 + 3),
        (BAR, "2026-11-25 01:00", 8),
        ("", "2026-11-25 11:00", 24),
        (DAILY, "2026-11-23 11:00", 0),
    ],
)
def test_what_is_left_until_a_due_time_counts_only_opening_and_is_given_back_whole(
    hours: str, end: str, open_hours: float
) -> None:
    start = datetime(2026, 11, 24, 11, tzinfo=SHANGHAI)
    until = datetime.fromisoformat(end).replace(tzinfo=SHANGHAI)
    left = clock(hours).business_time_between(start, until)
    assert left == timedelta(hours=open_hours)
    if left:
        assert clock(hours).add_business_time(start, left) == until
