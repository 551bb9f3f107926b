"""When a task is due."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from storewalk.tasks.due import due_at

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")


def test_an_ordinary_fault_is_due_at_six_in_the_evening_of_the_stores_next_business_day() -> None:
    now = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    due = due_at(now, business_day=date(2026, 11, 24), zone=SHANGHAI, critical=False)
    assert due == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_a_fault_found_after_midnight_in_a_late_store_counts_from_the_day_that_is_not_over_yet() -> None:
    now = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)  # 01:30 on the 25th in Shanghai, business day the 24th
    due = due_at(now, business_day=date(2026, 11, 24), zone=SHANGHAI, critical=False)
    assert due == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_six_in_the_evening_is_wall_time_across_a_change_of_the_clocks() -> None:
    now = datetime(2026, 10, 24, 10, 0, tzinfo=UTC)
    due = due_at(now, business_day=date(2026, 10, 24), zone=BERLIN, critical=False)
    assert due == datetime(2026, 10, 25, 17, 0, tzinfo=UTC)


def test_a_critical_fault_is_due_in_four_hours_wherever_the_store_is() -> None:
    now = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    assert due_at(now, business_day=date(2026, 11, 24), zone=SHANGHAI, critical=True) == datetime(
        2026, 11, 24, 17, 0, tzinfo=UTC
    )
