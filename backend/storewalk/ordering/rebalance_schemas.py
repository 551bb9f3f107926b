"""Transfers that are suggested, on the wire. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.ordering.rebalance_models import RebalanceReason, RebalanceState

MAX_AT_ONCE: Final = 200
MAX_CENTS: Final = 100_000_000


class RebalanceArithmetic(Output):
    """How a quantity came about: `excess` is stock - promised - keeps, and `keeps` the lesser of needs and what keeps.

    `stock` is what can still be sold tomorrow; `needs` is what the giver expects to sell until `until`, with its safety
    and what its shelf has to show. `spoils` would expire there unsold. `before` of what the taker lacks, it lacks
    before its next delivery.
    """

    stock: str
    promised: str
    until: date
    needs: str
    spoils: str
    keeps: str
    excess: str
    lacks: str
    before: str


class RebalanceLine(Output):
    """A product that could move; `arithmetic` is null while people like the reader count it at either store."""

    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    quantity: str
    line_cents: int
    first_expiry: date | None
    arithmetic: RebalanceArithmetic | None


class RebalanceOut(Output):
    """Goods that could go from one store to another before more is bought, the most useful suggestions first.

    `saved_cents` of what they are worth would expire, or is lacked before the taker's next delivery. An accepted one is
    the transfer `transfer_id`.
    """

    id: UUID
    from_store_id: UUID
    from_code: str
    from_name: str
    to_store_id: UUID
    to_code: str
    to_name: str
    region_name: str
    day: date
    planned_at: datetime
    state: RebalanceState
    metres: int
    total_cents: int
    saved_cents: int
    transfer_id: UUID | None
    reason: RebalanceReason | None
    decided_by_name: str | None
    decided_at: datetime | None
    lines: list[RebalanceLine]


class RefuseRebalance(Input):
    """Say why goods do not move."""

    reason: RebalanceReason


class AcceptRebalances(Input):
    """Ask for many of the transfers that are suggested."""

    ids: Annotated[list[UUID], Meta(min_length=1, max_length=MAX_AT_ONCE)]


class RebalanceOutcome(Output):
    """What became of one of many: the transfer that was asked for, or why not, in the reader's words."""

    id: UUID
    accepted: bool
    transfer_id: UUID | None
    code: str | None
    message: str | None


class RebalancesAccepted(Output):
    """What became of each."""

    accepted: int
    outcomes: list[RebalanceOutcome]


class RebalanceRuleOut(Output):
    """When a transfer is suggested; version 0 where the organization has set nothing."""

    most_metres: int
    margin_days: int
    line_cents: int
    trip_cents: int
    version: int


class SetRebalanceRule(Input):
    """Stores at most so far apart; the giver keeps what it needs until `margin_days` after the order after its next.

    A product is worth moving from `line_cents` on, and all that goes from store to store from `trip_cents` on.
    """

    most_metres: Annotated[int, Meta(ge=0, le=500_000)]
    margin_days: Annotated[int, Meta(ge=0, le=28)]
    line_cents: Annotated[int, Meta(ge=0, le=MAX_CENTS)]
    trip_cents: Annotated[int, Meta(ge=0, le=MAX_CENTS)]
    if_version: int
