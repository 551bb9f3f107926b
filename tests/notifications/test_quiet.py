"""When a person is left in peace."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from storewalk.notifications.quiet import awake_from, quiet_hours

NIGHT = quiet_hours("22:00", "07:00", "Asia/Shanghai")
NOON = quiet_hours("12:00", "14:00", "Asia/Shanghai")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def local(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-28T21:59:59", "2026-11-28T21:59:59"),
        ("2026-11-28T22:00:00", "2026-11-29T07:00:00"),
        ("2026-11-28T23:59:59", "2026-11-29T07:00:00"),
        ("2026-11-29T00:00:00", "2026-11-29T07:00:00"),
        ("2026-11-29T06:59:59", "2026-11-29T07:00:00"),
        ("2026-11-29T07:00:00", "2026-11-29T07:00:00"),
        ("2026-12-31T23:00:00", "2027-01-01T07:00:00"),
    ],
)
def test_the_night_goes_over_midnight_from_its_first_second_to_before_its_last(at: str, until: str) -> None:
    assert awake_from(local(at), NIGHT) == local(until)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-28T11:59:59", "2026-11-28T11:59:59"),
        ("2026-11-28T12:00:00", "2026-11-28T14:00:00"),
        ("2026-11-28T13:59:00", "2026-11-28T14:00:00"),
        ("2026-11-28T14:00:00", "2026-11-28T14:00:00"),
    ],
)
def test_a_rest_within_a_day_ends_on_that_day(at: str, until: str) -> None:
    assert awake_from(local(at), NOON) == local(until)


def test_no_times_or_equal_ones_are_no_quiet_hours() -> None:
    assert quiet_hours(None, None, "Asia/Shanghai") is None
    assert quiet_hours("00:00", "00:00", "Asia/Shanghai") is None
    at = datetime(2026, 11, 28, 3, tzinfo=UTC)
    assert awake_from(at, None) == at


def test_the_zone_is_the_persons_not_the_servers() -> None:
    berlin_night = quiet_hours("22:00", "07:00", "Europe/Berlin")
    at = datetime(2026, 11, 28, 20, 30, tzinfo=UTC)  # 04:30 in Shanghai, 21:30 in Berlin
    assert awake_from(at, NIGHT) == datetime(2026, 11, 28, 23, tzinfo=UTC)
    assert awake_from(at, berlin_night) == at


def test_a_night_with_a_change_of_clocks_ends_by_the_clock_on_the_wall() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    night = quiet_hours("22:00", "02:30", "Europe/Berlin")
    # On 2026-10-25 the hour from 02:00 to 03:00 happens twice; peace ends in the first of them.
    assert awake_from(local("2026-10-24T23:00:00", berlin), night) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    # In the repeated hour before 02:30 the clock says "quiet" again, but the end has passed: nobody is woken earlier.
    repeated = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert awake_from(repeated, night) == repeated
    # On 2026-03-29 there is no 02:30: peace ends within the hour that is left out, not a day later.
    spring = awake_from(local("2026-03-28T23:00:00", berlin), night)
    assert spring == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
