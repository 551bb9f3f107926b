"""What goes to a process that works on a part of a night."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from demand.calendar.table import Calendar
from demand.engine.events import Event
from demand.history.panel import Codes, panel_of
from demand.history.promotions import Promotions
from demand.history.shard import Shard, Window
from demand.panel import Panel
from storewalk.core.objects import ObjectStore
from storewalk.core.settings import Settings
from storewalk.ordering.dense_history import Files
from storewalk.ordering.planner import HISTORY_DAYS, ReviewDue, ShardDue
from storewalk.ordering.planning.kept import Fit, shard_prefix
from storewalk.ordering.planning.offers import Offers
from storewalk.ordering.queries.signal_read import DatedEvent


@dataclass(frozen=True)
class Facts:
    """What is the same for all tasks of a night.

    `settings` lead to the object store. `products` are the ids of products by code, `category` (products,) their
    categories; `source_ids` the ids of sources.
    """

    settings: Settings
    org_id: UUID
    planned_at: datetime
    products: list[bytes]
    category: NDArray[np.int32]
    calendar: Calendar
    events: Sequence[DatedEvent]
    promotions: Promotions
    source_ids: list[bytes]
    offers: Offers

    @cached_property
    def codes(self) -> Codes:
        """Return the codes of products."""
        return Codes({product: code for code, product in enumerate(self.products)}, self.category)

    def panel(self, window: Window, horizon: int) -> Panel:
        """Return the panel of a window, with promotions and without events."""
        return panel_of(window, self.codes, self.calendar, horizon, self.promotions)

    def window(self, shard: str, day: date) -> Window:
        """Read the last days of a shard before `day`."""
        files = Files(ObjectStore(self.settings))
        last = date.fromordinal(day.toordinal() - 1)
        return Shard(files, shard_prefix(self.org_id, shard)).window(last, HISTORY_DAYS)

    def events_at(self, stores: Sequence[bytes]) -> list[Event]:
        """Return the events that touch some of these stores, by codes: those of stores are their places here."""
        found = (self.event_at(each, stores) for each in self.events)
        return [each for each in found if each is not None]

    def event_at(self, event: DatedEvent, stores: Sequence[bytes]) -> Event | None:
        """Return an event by codes, None where it touches none of these stores or no product."""
        here = None
        if event.store_ids is not None:
            number = {store: place for place, store in enumerate(stores)}
            here = frozenset(number[each.bytes] for each in event.store_ids if each.bytes in number)
        goods = None
        if event.product_ids is not None:
            known = self.codes.product
            goods = frozenset(known[each.bytes] for each in event.product_ids if each.bytes in known)
        if here == frozenset() or goods == frozenset():
            return None
        days = event.first_day, event.last_day
        return Event(event.kind, *days, event.uplift, here, goods, event.measured)


@dataclass(frozen=True)
class FitTask:
    """Fit the pool on a sample of shards, each with the day after the last one that it knows."""

    facts: Facts
    shards: Sequence[tuple[str, date]]


@dataclass(frozen=True)
class ReviewTask:
    """Hold what is over against what was sold in a shard; `promotions` are those due, by id."""

    facts: Facts
    due: ReviewDue
    promotions: Mapping[UUID, Promotions]


@dataclass(frozen=True)
class ShardTask:
    """Plan a shard with the pool's fit."""

    facts: Facts
    fit: Fit
    due: ShardDue
