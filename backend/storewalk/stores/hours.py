"""When a store is open, in its own wall-clock time, and how long that is."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from typing import Annotated
from zoneinfo import ZoneInfo

from msgspec import Meta

from storewalk.core.schemas import Input

WallTime = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="HH:MM on the store's clock")]
DAY_MINUTES = 24 * 60
WEEK_MINUTES = 7 * DAY_MINUTES


class OpenHours(Input):
    """One opening on one weekday (1 is Monday); `closes` at or before `opens` lies on the next day."""

    weekday: Annotated[int, Meta(ge=1, le=7)]
    opens: WallTime
    closes: WallTime

    @property
    def minutes(self) -> int:
        """How long the opening lasts on a day without a clock change; equal times mean round the clock."""
        return (_minute(self.closes) - _minute(self.opens) - 1) % DAY_MINUTES + 1


def overlaps(hours: Sequence[OpenHours]) -> bool:
    """Tell whether two openings of the week overlap, the night from Sunday to Monday included."""
    spans = sorted(_week_span(opening) for opening in hours)
    if not spans:
        return False
    first_of_next_week = (spans[0][0] + WEEK_MINUTES, spans[0][1] + WEEK_MINUTES)
    return any(later[0] < earlier[1] for earlier, later in pairwise([*spans, first_of_next_week]))


def open_spans(hours: Sequence[OpenHours], zone: ZoneInfo, first: date) -> Iterator[tuple[datetime, datetime]]:
    """Yield every opening that begins on local day `first` or later, in order, as aware UTC; without hours, nothing."""
    day = first
    while hours:
        for opening in sorted((h for h in hours if h.weekday == day.isoweekday()), key=lambda h: h.opens):
            opens = time.fromisoformat(opening.opens)
            closes = time.fromisoformat(opening.closes)
            last_day = day if closes > opens else day + timedelta(days=1)
            yield _instant(day, opens, zone), _instant(last_day, closes, zone)
        day += timedelta(days=1)


def add_business_time(hours: Sequence[OpenHours], zone: ZoneInfo, start: datetime, length: timedelta) -> datetime:
    """Give the instant at which `length` of opening time has passed since `start`, as aware UTC.

    A start outside the opening hours counts from the next opening. A store without hours counts round the clock.
    """
    if not hours:
        return (start + length).astimezone(UTC)
    left = length
    yesterday = start.astimezone(zone).date() - timedelta(days=1)
    for opens, closes in open_spans(hours, zone, yesterday):
        begins = max(opens, start)
        if begins >= closes:
            continue
        if left <= closes - begins:
            return begins.astimezone(UTC) + left
        left -= closes - begins
    raise AssertionError  # a week with an opening never ends


def business_time_between(hours: Sequence[OpenHours], zone: ZoneInfo, start: datetime, end: datetime) -> timedelta:
    """Tell how long the store is open from `start` until `end`; without hours, all the time between; never negative."""
    if not hours or end <= start:
        return max(end - start, timedelta(0))
    passed = timedelta(0)
    yesterday = start.astimezone(zone).date() - timedelta(days=1)
    for opens, closes in open_spans(hours, zone, yesterday):
        if opens >= end:
            break
        passed += max(min(closes, end) - max(opens, start), timedelta(0))
    return passed


def openings(hours: Sequence[OpenHours], zone: ZoneInfo, day: date) -> list[tuple[datetime, datetime]]:
    """Return the openings that begin on local day `day`, in order, as aware UTC; none on a day the store is closed."""
    if not any(opening.weekday == day.isoweekday() for opening in hours):
        return []
    following = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
    return list(takewhile(lambda span: span[0] < following, open_spans(hours, zone, day)))


def _instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, wall, tzinfo=zone).astimezone(UTC)


def _minute(wall: str) -> int:
    return int(wall[:2]) * 60 + int(wall[3:])


def _week_span(opening: OpenHours) -> tuple[int, int]:
    begins = (opening.weekday - 1) * DAY_MINUTES + _minute(opening.opens)
    return begins, begins + opening.minutes
