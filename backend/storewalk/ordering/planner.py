"""Who turns history, stock and supply into suggestions; what can, the worker knows."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from demand.calendar.arrangement import Arranged
from storewalk.core.batch import Workers
from storewalk.ordering.queries.promotion_read import Promoted
from storewalk.ordering.queries.signal_read import DatedEvent
from storewalk.ordering.queries.supply_read import StoreTerms, Supply

HORIZON_DAYS = 28
HISTORY_DAYS = 180


class DeliveryDue(Struct, frozen=True):
    """A source that an order of today goes to: days until it can be sold, and until the day before the next one can."""

    source: int
    arrival: int
    cover: int
    budget_cents: int | None


class StoreDue(Struct, frozen=True):
    """A store whose orders of `day` are to be suggested, from which sources (by number in the chain's supply)."""

    store_id: UUID
    day: date
    deliveries: list[DeliveryDue]


class ShardDue(Struct, frozen=True):
    """Stores whose history lies in one shard, with what they have and what will come (see `stock.api.copy_stocked`)."""

    shard: str
    stores: list[StoreDue]
    stocked: bytes
    coming: bytes
    terms: list[StoreTerms]


class Chain(Struct, frozen=True):
    """What is the same for all shards of a night: products with categories, supply, days off, events, promotions."""

    org_id: UUID
    planned_at: datetime
    products: Mapping[UUID, UUID]
    supply: Supply
    days: Mapping[date, Arranged]
    events: Sequence[DatedEvent]
    promotions: Sequence[Promoted]


class ReviewDue(Struct, frozen=True):
    """What is over and to be held against what was sold: `day` is the one after the last that the history knows."""

    shard: str
    day: date
    store_ids: Sequence[UUID]
    events: Sequence[DatedEvent]
    promotions: Sequence[UUID]


class Told(Struct, frozen=True):
    """What a shard tells of what is over; several shards' add up.

    `events`: by id, units over what was usual, and days at usual demand. `promotions`: by id and product, units sold
    and units expected without it.
    """

    events: Mapping[UUID, tuple[float, float]]
    promotions: Mapping[UUID, Mapping[UUID, tuple[float, float]]]


class Night(ABC):
    """One night of an organization."""

    @abstractmethod
    async def fit(self, shards: Sequence[tuple[str, date]]) -> bool:
        """Fit the pool on a sample of shards (each with the day after the last one known), and keep the fit.

        False where nothing was ever sold.
        """

    @abstractmethod
    async def use_fit(self, since: datetime) -> bool:
        """Take the fit that was kept last instead; False where there is none made since then."""

    @abstractmethod
    async def plan(self, due: ShardDue) -> bytes:
        """Return the sheets of a shard as rows of `order_sheet` in PostgreSQL's binary COPY format."""

    @abstractmethod
    async def review(self, due: ReviewDue) -> Told:
        """Return what a shard's stores tell of events and promotions that are over. No fit is needed."""


class Planner(ABC):
    """Fits the pool of an organization, and plans its shards with that fit."""

    @abstractmethod
    def night(self, workers: Workers, chain: Chain) -> Night:
        """Begin a night on some processes."""
