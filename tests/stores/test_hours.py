"""Opening hours: past midnight, over a weekend, and how long a manager has."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from storewalk.stores.hours import OpenHours, add_business_time, overlaps
from storewalk.stores.hours_text import format_hours, parse_hours

SHANGHAI = ZoneInfo("Asia/Shanghai")
WEEKDAYS = parse_hours("1-5 09:00-18:00")
BAR = parse_hours("1-7 17:00-02:00")
MONDAY = "2026-03-09"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def due(hours: list[OpenHours], start: str, length: timedelta) -> str:
    at = add_business_time(hours, SHANGHAI, local(start), length)
    assert at.tzinfo is UTC
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("hours", "start", "length", "expected"),
    [
        (WEEKDAYS, f"{MONDAY} 10:00", timedelta(hours=4), "2026-03-09 14:00"),
        (WEEKDAYS, f"{MONDAY} 17:00", timedelta(hours=4), "2026-03-10 12:00"),
        (WEEKDAYS, "2026-03-13 17:00", timedelta(hours=4), "2026-03-16 12:00"),
        (WEEKDAYS, f"{MONDAY} 06:00", timedelta(hours=1), "2026-03-09 10:00"),
        (WEEKDAYS, f"{MONDAY} 09:00", timedelta(hours=9), "2026-03-09 18:00"),
        (BAR, f"{MONDAY} 01:00", timedelta(hours=2), "2026-03-09 18:00"),
        (BAR, f"{MONDAY} 23:00", timedelta(hours=4), "2026-03-10 18:00"),
        ([], f"{MONDAY} 23:00", timedelta(hours=4), "2026-03-10 03:00"),
        (parse_hours("1-7 00:00-00:00"), f"{MONDAY} 23:00", timedelta(hours=30), "2026-03-11 05:00"),
    ],
)
def test_only_the_time_a_store_is_open_counts(
    hours: list[OpenHours], start: str, length: timedelta, expected: str
) -> None:
    assert due(hours, start, length) == expected


def test_an_opening_over_the_lost_hour_is_an_hour_shorter() -> None:
    new_york = ZoneInfo("America/New_York")
    saturday_night = parse_hours("6 20:00-04:00")
    start = datetime(2026, 3, 7, 20, tzinfo=new_york)
    finish = add_business_time(saturday_night, new_york, start, timedelta(hours=8))
    assert finish.astimezone(new_york) == datetime(2026, 3, 14, 21, tzinfo=new_york)


@pytest.mark.parametrize(
    ("cell", "clash"),
    [
        ("1 08:00-12:00 12:00-14:00", False),
        ("1 08:00-12:00 11:59-14:00", True),
        ("1 20:00-02:00; 2 01:00-09:00", True),
        ("7 20:00-02:00; 1 01:00-09:00", True),
        ("7 20:00-02:00; 1 02:00-09:00", False),
        ("1-7 00:00-00:00", False),
        ("", False),
    ],
)
def test_openings_that_overlap_are_found_also_over_midnight_and_the_weekend(cell: str, clash: bool) -> None:
    assert overlaps(parse_hours(cell)) is clash


def test_hours_go_to_a_cell_and_back() -> None:
    cell = "1-4 08:00-22:00; 5-6 08:00-02:00; 7 09:00-12:00 14:00-21:00"
    assert format_hours(parse_hours(cell)) == cell


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("7:00-23:00", "1-7 07:00-23:00"),
        ("每天 07：00～24：00", "1-7 07:00-00:00"),
        ("周一至周五 8:00-22:00；周六到周日 09:00 - 23:00", "1-5 08:00-22:00; 6-7 09:00-23:00"),
        ("08:00-12:00、14:00-22:00", "1-7 08:00-12:00 14:00-22:00"),
        ("24小时", "1-7 00:00-00:00"),
    ],
)
def test_hours_are_read_as_people_write_them(cell: str, meant: str) -> None:
    assert format_hours(parse_hours(cell)) == meant


@pytest.mark.parametrize(
    "cell", ["25:00", "1-8 08:00-22:00", "1 08:00", "Mon 08:00-22:00", "1-5 08:00-22:00; 09:00-23:00"]
)
def test_a_cell_that_is_no_hours_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_hours(cell)
