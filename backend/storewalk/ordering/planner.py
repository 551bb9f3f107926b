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


class NeighbourSheet(Struct, frozen=True):
    """What a store's sheet of `day` says of each of its products, in thousandths, and what it forecasts."""

    store_id: UUID
    day: date
    product_ids: list[UUID]
    arrival: list[int]
    cover: list[int]
    safety: list[int]
    display: list[int]
    stock: list[int]
    spoils: list[int]
    on_order: list[int]
    wanted: list[int]
    forecast: bytes


class Worth(Struct, frozen=True):
    """A pack of a product in base units, and what a unit costs in cents."""

    pack: float
    cost: float


class RebalanceTerms(Struct, frozen=True):
    """When a transfer is suggested; see `OrderRebalanceRule`."""

    most_metres: int = 10_000
    margin_days: int = 3
    line_cents: int = 1_000
    trip_cents: int = 5_000


class Neighbourhood(Struct, frozen=True):
    """Stores of a region and a legal entity with what they have, have promised (thousandths) and have room for.

    `metres` are from store to store, in the order of `sheets`, infinite where it is too far. Only products of `worth`
    are moved.
    """

    sheets: list[NeighbourSheet]
    metres: list[list[float]]
    stocked: bytes
    promised: list[tuple[UUID, UUID, int]]
    terms: list[StoreTerms]
    worth: Mapping[UUID, Worth]
    rule: RebalanceTerms


class Move(Struct, frozen=True):
    """So much of a product goes from one store to another, and why: see `OrderRebalanceLine`; in thousandths."""

    from_store_id: UUID
    to_store_id: UUID
    product_id: UUID
    metres: int
    quantity: int
    line_cents: int
    saved_cents: int
    stock: int
    promised: int
    until: date
    needs: int
    spoils: int
    keeps: int
    lacks: int
    before: int
    first_expiry: date | None


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

    @abstractmethod
    async def rebalance(self, workers: Workers, due: Neighbourhood) -> list[Move]:
        """Return what could go from store to store in a neighbourhood, in one of the processes."""
