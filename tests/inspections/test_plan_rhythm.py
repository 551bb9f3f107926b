"""Days, windows, draws and ways: the arithmetic of plans, without a database."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.inspections.plans.draw import drawn, share, spread
from storewalk.inspections.plans.kinds import Rhythm
from storewalk.inspections.plans.moment import Times, closed_on, times_on
from storewalk.inspections.plans.rhythm import Band, Pattern, first_of, wait_of
from storewalk.inspections.plans.route import Stop, cost, ordered
from storewalk.stores.api import OpenHours, StoreClock
from storewalk.stores.business_day import SINCE_EVER, DayCut

MONDAY = date(2026, 11, 30)
BANDS = [Band(70, 7), Band(85, 14), Band(None, 30)]


def pattern(
    rhythm: Rhythm, every: int = 1, *, weekdays: tuple[int, ...] = (), month_days: tuple[int, ...] = ()
) -> Pattern:
    return Pattern(rhythm, every, frozenset(weekdays), month_days, MONDAY, None)


def days(wanted: Pattern, last: date) -> list[str]:
    return [f"{day:%m-%d}" for day in wanted.between(MONDAY, last)]


@pytest.mark.parametrize(
    ("wanted", "last", "expected"),
    [
        (pattern(Rhythm.DAYS, 3), date(2026, 12, 8), ["11-30", "12-03", "12-06"]),
        (pattern(Rhythm.DAYS, weekdays=(6, 7)), date(2026, 12, 13), ["12-05", "12-06", "12-12", "12-13"]),
        (pattern(Rhythm.WEEKS, 2, weekdays=(1, 4)), date(2026, 12, 20), ["11-30", "12-03", "12-14", "12-17"]),
        (pattern(Rhythm.MONTHS, month_days=(31,)), date(2027, 3, 31), ["11-30", "12-31", "01-31", "02-28", "03-31"]),
        (pattern(Rhythm.MONTHS, 2, month_days=(1,), weekdays=(1,)), date(2027, 4, 1), ["01-04", "03-01"]),
        (pattern(Rhythm.MONTHS, month_days=(30,), weekdays=(5,)), date(2027, 1, 8), ["12-04", "01-01"]),
    ],
)
def test_a_schedule_falls_on_exactly_its_days(wanted: Pattern, last: date, expected: list[str]) -> None:
    assert days(wanted, last) == expected


def test_it_begins_and_ends_with_its_own_days() -> None:
    wanted = Pattern(Rhythm.DAYS, 1, frozenset(), (), MONDAY, MONDAY + timedelta(days=1))
    assert wanted.between(MONDAY - timedelta(days=3), MONDAY + timedelta(days=9)) == [
        MONDAY,
        MONDAY + timedelta(days=1),
    ]


@pytest.mark.parametrize(
    ("score", "critical", "wait"), [(69.9, 0, 7), (70, 0, 14), (84, 0, 14), (85, 0, 30), (None, 0, 30), (98, 1, 7)]
)
def test_the_worse_a_store_fares_the_sooner_it_is_due(score: float | None, critical: int, wait: int) -> None:
    assert wait_of(BANDS, score, critical) == wait
    assert first_of({2}, MONDAY) == date(2026, 12, 1)


def clock(cut: str = "00:00", hours: tuple[OpenHours, ...] = (), zone: str = "Asia/Shanghai") -> StoreClock:
    return StoreClock(UUID(int=1), ZoneInfo(zone), (DayCut(SINCE_EVER, time.fromisoformat(cut)),), hours, None)


def test_a_window_past_midnight_belongs_to_the_business_day_of_the_evening_and_ends_with_it() -> None:
    late = times_on(clock("03:00"), MONDAY, time(22), time(4))
    assert late == Times(
        datetime(2026, 11, 29, 19, tzinfo=UTC),
        datetime(2026, 11, 30, 19, tzinfo=UTC),
        datetime(2026, 11, 30, 14, tzinfo=UTC),
        datetime(2026, 11, 30, 19, tzinfo=UTC),
    )
    small = times_on(clock("03:00"), MONDAY, time(1), time(2, 30))
    assert (small.window_from, small.due_at) == (
        datetime(2026, 11, 30, 17, tzinfo=UTC),
        datetime(2026, 11, 30, 18, 30, tzinfo=UTC),
    )
    # On the night in which clocks go back an hour, the day is 25 hours long and its window is still at nine.
    autumn = times_on(clock(zone="Europe/Berlin"), date(2026, 10, 25), time(9), time(10))
    assert autumn.day_until - autumn.day_from == timedelta(hours=25)
    assert autumn.window_from == datetime(2026, 10, 25, 8, tzinfo=UTC)


def test_a_store_with_hours_is_closed_on_the_days_without_any() -> None:
    weekdays = clock(hours=tuple(OpenHours(weekday=n, opens="08:00", closes="20:00") for n in range(1, 6)))
    assert [closed_on(weekdays, MONDAY + timedelta(days=n)) for n in (0, 5)] == [False, True]
    assert not closed_on(clock(), MONDAY)


def test_draws_repeat_and_come_near_their_share() -> None:
    names = [(UUID(int=1), UUID(int=store), MONDAY) for store in range(2_000)]
    first = [drawn(10, *each) for each in names]
    assert first == [drawn(10, *each) for each in names]
    assert 150 < sum(first) < 250
    assert not any(drawn(0, *each) for each in names)
    assert all(drawn(100, *each) for each in names)
    assert {spread(7, *each) for each in names} == set(range(7))


def test_when_one_of_several_leaves_only_their_stores_change_hands() -> None:
    people, stores = [UUID(int=n) for n in range(1, 5)], [UUID(int=n) for n in range(100, 500)]
    before = {store: share(people, store) for store in stores}
    after = {store: share(people[1:], store) for store in stores}
    assert {store for store in stores if before[store] != after[store]} == {s for s in stores if before[s] == people[0]}
    assert all(60 < sum(each == one for each in before.values()) < 140 for one in people)


AT = datetime(2026, 11, 30, 1, tzinfo=UTC)
PLACES = st.lists(st.tuples(st.integers(-9_000, 9_000), st.integers(-9_000, 9_000)), min_size=2, max_size=6)


@given(PLACES)
def test_a_days_way_visits_all_once_and_no_turn_of_a_part_makes_it_shorter(places: list[tuple[int, int]]) -> None:
    stops, start = [Stop(float(x), float(y)) for x, y in places], Stop(0.0, 0.0)
    order = ordered(stops, start, AT)
    assert sorted(order) == list(range(len(stops)))
    best = min(cost(stops, each, start, AT) for each in permutations(range(len(stops))))
    assert best <= cost(stops, order, start, AT) <= 1.5 * best + 1
    for first in range(len(order) - 1):
        for last in range(first + 1, len(order)):
            turned = [*order[:first], *reversed(order[first : last + 1]), *order[last + 1 :]]
            assert cost(stops, order, start, AT) <= cost(stops, turned, start, AT) + 1e-3


def test_a_window_is_kept_even_where_the_way_is_longer() -> None:
    near = Stop(1_000.0, 0.0)
    far = Stop(9_000.0, 0.0, due=AT + timedelta(minutes=40))
    assert ordered([near, far], Stop(0.0, 0.0), AT) == [1, 0]
    assert ordered([near, Stop(9_000.0, 0.0)], Stop(0.0, 0.0), AT) == [0, 1]
    assert ordered([near, far], None, AT) == [1, 0]
    assert ordered([], None, AT) == []
