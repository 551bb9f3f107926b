"""Days off and worked weekends are a table that can be imported, edited and written back."""

from __future__ import annotations

from datetime import date

import pytest

from demand.calendar.arrangement import Arranged, CalendarError, Kind
from demand.calendar.table import DAY_OFF, WORKED_WEEKEND, china, read_calendar, write_calendar


def test_the_working_sunday_before_labour_day_2024_is_no_sunday() -> None:
    assert china().day_types(date(2024, 4, 27), 5).tolist() == [5, WORKED_WEEKEND, 0, 1, DAY_OFF]


def test_spring_festival_moves_with_the_moon() -> None:
    off = [day for day, arranged in china().arranged.items() if arranged.name == "春节" and arranged.kind is Kind.OFF]
    first = {year: min(day for day in off if day.year == year) for year in (2024, 2025, 2026)}
    assert first == {2024: date(2024, 2, 10), 2025: date(2025, 1, 28), 2026: date(2026, 2, 15)}


def test_a_weekend_day_inside_a_festival_stays_a_weekend_day() -> None:
    assert china().day_types(date(2024, 5, 4), 2).tolist() == [5, 6]


def test_an_edited_day_counts_and_a_removed_one_is_its_weekday_again() -> None:
    day = date(2027, 2, 8)
    edited = china().edited([Arranged(day, Kind.OFF, "春节")])
    assert edited.day_types(day, 1).tolist() == [DAY_OFF]
    assert edited.known_until == date(2027, 12, 31)
    assert edited.without([day]).day_types(day, 1).tolist() == [0]
    assert china().known_until == date(2026, 12, 31)


def test_what_is_written_reads_back_the_same() -> None:
    assert read_calendar("\ufeff" + write_calendar(china())) == china()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("date,kind,name\n", "line 1: the columns must be day, kind, name"),
        ("day,kind,name\n2026-13-01,off,x\n", "line 2, column day: '2026-13-01' is no date like 2026-10-01"),
        ("day,kind,name\n2026-10-01,free,x\n", "line 2, column kind: 'free' must be off or work"),
        ("day,kind,name\n2026-10-01,off,x\n2026-10-01,work,x\n", "line 3, column day: 2026-10-01 stands twice"),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do(text: str, told: str) -> None:
    with pytest.raises(CalendarError, match=told):
        read_calendar(text)
