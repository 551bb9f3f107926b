"""Which business day a sale at two in the morning belongs to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.stores.business_day import SINCE_EVER, DayCut, business_date, day_begins

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
FOUR = (DayCut(SINCE_EVER, time(4)),)


def local(zone: ZoneInfo, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-03-10T23:59:59", date(2026, 3, 10)),
        ("2026-03-11T00:00:00", date(2026, 3, 10)),
        ("2026-03-11T03:59:59", date(2026, 3, 10)),
        ("2026-03-11T04:00:00", date(2026, 3, 11)),
    ],
)
def test_a_day_cut_at_four_takes_the_night_into_the_day_before(at: str, day: date) -> None:
    assert business_date(local(SHANGHAI, at), SHANGHAI, FOUR) == day


def test_without_a_cut_a_day_begins_at_the_stores_midnight_not_at_greenwich() -> None:
    assert business_date(datetime(2026, 3, 10, 15, 59, tzinfo=UTC), SHANGHAI, ()) == date(2026, 3, 10)
    assert business_date(datetime(2026, 3, 10, 16, 0, tzinfo=UTC), SHANGHAI, ()) == date(2026, 3, 11)


def test_a_cut_dated_the_eleventh_leaves_the_tenth_as_it_was() -> None:
    cuts = (DayCut(SINCE_EVER, time(4)), DayCut(date(2026, 3, 11), time(0)))
    assert business_date(local(SHANGHAI, "2026-03-10T02:00"), SHANGHAI, cuts) == date(2026, 3, 9)
    assert business_date(local(SHANGHAI, "2026-03-11T02:00"), SHANGHAI, cuts) == date(2026, 3, 11)
    assert business_date(local(SHANGHAI, "2026-03-12T02:00"), SHANGHAI, cuts) == date(2026, 3, 12)


def test_a_later_cut_from_the_eleventh_gives_its_night_to_the_tenth() -> None:
    cuts = (DayCut(date(2026, 3, 11), time(5)),)
    assert business_date(local(SHANGHAI, "2026-03-11T04:30"), SHANGHAI, cuts) == date(2026, 3, 10)
    assert business_date(local(SHANGHAI, "2026-03-10T00:30"), SHANGHAI, cuts) == date(2026, 3, 10)


def test_the_day_the_clocks_go_forward_has_23_hours() -> None:
    begins, ends = (day_begins(day, NEW_YORK, FOUR) for day in (date(2026, 3, 7), date(2026, 3, 8)))
    assert ends - begins == timedelta(hours=23)
    assert business_date(local(NEW_YORK, "2026-03-08T03:30"), NEW_YORK, FOUR) == date(2026, 3, 7)


def test_the_hour_that_happens_twice_lies_in_one_day() -> None:
    cut_in_it = (DayCut(SINCE_EVER, time(1, 30)),)
    first = datetime(2026, 11, 1, 5, 45, tzinfo=UTC)  # 01:45 summer time
    again = datetime(2026, 11, 1, 6, 15, tzinfo=UTC)  # 01:15 winter time, after the cut has passed once
    assert business_date(first, NEW_YORK, cut_in_it) == date(2026, 11, 1)
    assert business_date(again, NEW_YORK, cut_in_it) == date(2026, 11, 1)


FIRST, LAST = datetime(2025, 1, 1), datetime(2027, 1, 1)  # noqa: DTZ001 - the strategy adds the zone


@given(st.datetimes(FIRST, LAST), st.sampled_from([SHANGHAI, NEW_YORK]))
def test_every_instant_lies_between_the_beginnings_of_its_day_and_the_next(at: datetime, zone: ZoneInfo) -> None:
    instant = at.replace(tzinfo=UTC)
    day = business_date(instant, zone, FOUR)
    assert day_begins(day, zone, FOUR) <= instant < day_begins(day + timedelta(days=1), zone, FOUR)
