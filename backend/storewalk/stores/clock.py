"""A store's own sense of time and place, read once and asked often."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct

from storewalk.stores.business_day import DayCut, business_date, day_begins
from storewalk.stores.hours import OpenHours, add_business_time, business_time_between, openings
from storewalk.stores.position import Position, distance_m


class StoreClock(Struct, frozen=True):
    """Time zone, dated cuts of the business day, opening hours and position of one store."""

    store_id: UUID
    zone: ZoneInfo
    cuts: tuple[DayCut, ...]
    hours: tuple[OpenHours, ...]
    position: Position | None

    def business_date(self, at: datetime) -> date:
        """Return the business day that the aware instant `at` falls in."""
        return business_date(at, self.zone, self.cuts)

    def day(self, of: date) -> tuple[datetime, datetime]:
        """Return the instants, in UTC, at which business day `of` begins and ends."""
        return day_begins(of, self.zone, self.cuts), day_begins(of + timedelta(days=1), self.zone, self.cuts)

    def add_business_time(self, start: datetime, length: timedelta) -> datetime:
        """Return the instant at which the store has been open for `length` since `start`."""
        return add_business_time(self.hours, self.zone, start, length)

    def business_time_between(self, start: datetime, end: datetime) -> timedelta:
        """Return how long the store is open from `start` until `end`."""
        return business_time_between(self.hours, self.zone, start, end)

    def openings(self, day: date) -> list[tuple[datetime, datetime]]:
        """Return the openings that begin on local day `day`, as instants in UTC; none also where no hours are known."""
        return openings(self.hours, self.zone, day)

    def distance_m(self, position: Position) -> float | None:
        """Tell how far `position` is from the store in metres; None where the store's own is not known."""
        return None if self.position is None else distance_m(self.position, position)
