"""What goes to a process that works on a part of a night."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from demand.calendar.table import Calendar
from demand.engine.events import Event
from demand.history.panel import Codes
from demand.history.promotions import Promotions
from demand.history.shard import Shard, Window
from storewalk.core.objects import ObjectStore
from storewalk.core.settings import Settings
from storewalk.ordering.dense_history import Files
from storewalk.ordering.planner import HISTORY_DAYS, ShardDue
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
    promotions: Promotions | None
    source_ids: list[bytes]
    offers: Offers

    @property
    def codes(self) -> Codes:
        """Return the codes of products."""
        return Codes({product: code for code, product in enumerate(self.products)}, self.category)

    def window(self, shard: str, day: date) -> Window:
        """Read the last days of a shard before `day`."""
        files = Files(ObjectStore(self.settings))
        last = date.fromordinal(day.toordinal() - 1)
        return Shard(files, shard_prefix(self.org_id, shard)).window(last, HISTORY_DAYS)

    def events_at(self, stores: Sequence[bytes], codes: Mapping[bytes, int]) -> list[Event]:
        """Return the events that touch some of these stores, by codes: those of stores are their places here."""
        number = {store: place for place, store in enumerate(stores)}
        found: list[Event] = []
        for each in self.events:
            here = None
            if each.store_ids is not None:
                here = frozenset(number[store.bytes] for store in each.store_ids if store.bytes in number)
            goods = None
            if each.product_ids is not None:
                goods = frozenset(codes[one.bytes] for one in each.product_ids if one.bytes in codes)
            if here != frozenset() and goods != frozenset():
                found.append(Event(each.kind, each.first_day, each.last_day, each.uplift, here, goods))
        return found


@dataclass(frozen=True)
class FitTask:
    """Fit the pool on a sample of shards, each with the day after the last one that it knows."""

    facts: Facts
    shards: Sequence[tuple[str, date]]


@dataclass(frozen=True)
class ShardTask:
    """Plan a shard with the pool's fit."""

    facts: Facts
    fit: Fit
    due: ShardDue
