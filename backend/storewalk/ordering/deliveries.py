"""When what is ordered today can be sold, and until when it must last: from delivery days and lead times."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from demand.policy.delivery import NoDelivery, protection
from storewalk.ordering.planner import DeliveryDue
from storewalk.ordering.queries.supply_read import Delivery, Supply

AHEAD_DAYS: Final = 75  # longer than any lead time and the week after it


class Timetable:
    """The delivery days of a chain's sources."""

    def __init__(self, supply: Supply) -> None:
        self._sources = {source.id: (number, source) for number, source in enumerate(supply.sources)}
        self._dated: dict[UUID, dict[date, bool]] = {}
        for each in supply.days:
            self._dated.setdefault(each.source_id, {})[each.day] = each.delivers
        self._known: dict[tuple[UUID, int, date], tuple[int, int] | None] = {}

    def due(self, deliveries: Sequence[Delivery], day: date) -> list[DeliveryDue]:
        """Return what an order of `day` must cover, for each source that delivers to a store.

        Days count from `day` on, which is 1. A source without two deliveries in reach is left out: nothing says how
        long its goods would have to last.
        """
        found: list[DeliveryDue] = []
        for each in deliveries:
            key = (each.source_id, each.weekdays, day)
            if key not in self._known:
                self._known[key] = self._covered(each, day)
            covered = self._known[key]
            if covered is not None:
                number = self._sources[each.source_id][0]
                found.append(DeliveryDue(number, *covered, budget_cents=each.budget_cents))
        return found

    def _covered(self, delivery: Delivery, day: date) -> tuple[int, int] | None:
        _, source = self._sources[delivery.source_id]
        days = delivery_days(delivery.weekdays, self._dated.get(source.id, {}), day)
        eve = day - timedelta(days=1)
        try:
            covered = protection(eve, source.lead_days + 1, days, sold_same_day=source.sold_same_day)
        except NoDelivery:
            return None
        return covered.arrival, covered.days


def delivery_days(weekdays: int, dated: Mapping[date, bool], first: date) -> list[date]:
    """Return the days from `first` on at which a source delivers: its weekdays (bit 0 is Monday) as dated days say."""
    days = (first + timedelta(days=ahead) for ahead in range(AHEAD_DAYS))
    return [day for day in days if dated.get(day, bool(weekdays >> day.weekday() & 1))]
