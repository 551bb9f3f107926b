"""What other rooms ask of the ledger: moves by cause, each of one product at one store."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.stock.ledger import Portion
from storewalk.stock.models import Cause, PlaceKind


class Way(Enum):
    """What a move does to what the store has."""

    IN = 1
    OUT = -1
    WITHIN = 0


SIDES: Final[Mapping[tuple[Cause, Way], PlaceKind]] = MappingProxyType(
    {
        (Cause.OPENING, Way.IN): PlaceKind.VARIANCE,
        (Cause.RECEIPT, Way.IN): PlaceKind.SUPPLIER,
        (Cause.RECEIPT, Way.OUT): PlaceKind.SUPPLIER,
        (Cause.SALE, Way.OUT): PlaceKind.CUSTOMER,
        (Cause.RETURN, Way.IN): PlaceKind.CUSTOMER,
        (Cause.TRANSFER_OUT, Way.OUT): PlaceKind.TRANSIT,
        (Cause.TRANSFER_IN, Way.IN): PlaceKind.TRANSIT,
        (Cause.TRANSFER_IN, Way.WITHIN): PlaceKind.VARIANCE,
        (Cause.WASTE, Way.OUT): PlaceKind.WASTE,
        (Cause.COUNT, Way.IN): PlaceKind.VARIANCE,
        (Cause.COUNT, Way.OUT): PlaceKind.VARIANCE,
    }
)
"""The other side of a move that goes into or out of what the store has, or was to have; transit is the receiver's."""


class Wanted(Struct, frozen=True, kw_only=True, gc=False):
    """A move of `quantity` base units (more than 0) of a product at a store.

    Without `place_id` goods come in at the shelf and go out wherever they lie; a move WITHIN goes from `place_id` to
    `to_id`. `value_cents` is what goods that come in are worth, without it what they cost last.

    `receiver_id` is the store that a transfer is, or was, on its way to. TRANSFER_OUT puts goods on that way;
    TRANSFER_IN takes them off it with lot and value: IN at the store that has them now, which may be the sender again,
    or WITHIN the receiver for what never arrived, whose loss is the receiver's.
    """

    store_id: UUID
    product_id: UUID
    quantity: Decimal
    cause: Cause
    way: Way
    cause_id: UUID
    cause_line: int = 0
    occurred_at: datetime
    place_id: UUID | None = None
    to_id: UUID | None = None
    receiver_id: UUID | None = None
    lot_id: UUID | None = None
    value_cents: int | None = None


class Posted(Struct, frozen=True, gc=False):
    """What became of a wanted move: the value that went with it, and whether it took the book below zero."""

    wanted: Wanted
    value_cents: int
    below_zero: bool
    explained: UUID | None
    """The count that had been taken already, whose variance the move explains."""
    portions: Sequence[Portion]
    """Which lots went, from or to where, and the value of each."""


class NotEnough(Struct, frozen=True):
    """A wanted move that the book does not cover, and how much of it is there."""

    wanted: Wanted
    there: Decimal
