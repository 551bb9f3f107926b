"""The ledger on the wire. Quantities are decimals in text, in base units and without trailing zeros."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.stock.models import Cause, PlaceKind

MAX_RECEIPT_LINES = 500
MAX_VALUE_CENTS = 10**13
LotCode = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S(.*\S)?$")]


class StockOut(Output):
    """A product at a store: what is on hand, where it lies, and what it is worth.

    `in_transit` is on its way to the store and not part of `quantity`. `reserved` is promised to other stores and still
    here; `available` is the rest. `unit_cost` is in cents, a decimal in text.
    """

    store_id: UUID
    store_code: str
    store_name: str
    product_id: UUID
    code: str
    name: Words
    unit: str
    unit_name: Words
    quantity: str
    shelf: str
    back_room: str
    bins: str
    reserved: str
    available: str
    in_transit: str
    in_transit_cents: int
    value_cents: int
    unit_cost: str
    below_zero: bool
    changed_at: datetime


class StockTotals(Output):
    """What a list of stock adds up to: its rows, its products and stores, their value, and how many are below zero."""

    items: int
    products: int
    stores: int
    value_cents: int
    below_zero: int


class LotOut(Output):
    """What lies at a place of a lot; without a code, goods whose lot nobody has named."""

    place: PlaceKind
    place_code: str
    lot_code: str | None
    produced_on: date | None
    expires_on: date | None
    quantity: str


class StockItemOut(Output):
    """A product at a store, with what lies where, the lot that expires first at the top."""

    item: StockOut
    lots: list[LotOut]


class MoveOut(Output):
    """A move of a product at a store. `direction` is 1 for in, -1 for out, 0 within; `value_cents` went with it.

    A quantity of 0 is a correction of value alone. `actor_name` is null where Storewalk itself posted.
    """

    id: UUID
    cause: Cause
    cause_id: UUID
    quantity: str
    direction: int
    value_cents: int
    from_kind: PlaceKind
    to_kind: PlaceKind
    lot_code: str | None
    occurred_at: datetime
    recorded_at: datetime
    business_date: date
    actor_name: str | None
    below_zero: bool


class ReceivedAt(StrEnum):
    """Where in the store goods are put."""

    SHELF = "shelf"
    BACK_ROOM = "back_room"


class LotForm(Input):
    """The lot that goods belong to, by the code on them; one that is new is made."""

    code: LotCode
    produced_on: date | None = None
    expires_on: date | None = None


class ReceivedLine(Input):
    """Goods of one product and lot: `quantity` base units that together cost `value_cents`."""

    product_id: UUID
    quantity: Decimal
    value_cents: Annotated[int, Meta(ge=0, le=MAX_VALUE_CENTS)]
    place: ReceivedAt
    lot: LotForm | None = None


class ReceiveStock(Input):
    """Goods taken in by hand, without an order."""

    id: UUID | None = None
    store_id: UUID
    received_at: Annotated[datetime, Meta(tz=True)] | None = None
    lines: Annotated[list[ReceivedLine], Meta(min_length=1, max_length=MAX_RECEIPT_LINES)]


class ReceiptOut(Output):
    """A receipt as it was posted."""

    id: UUID
    store_id: UUID
    lines: int
    value_cents: int


class StockRuleOut(Output):
    """What the organization allows its book: whether sales may take it below zero."""

    negative_allowed: bool


class SetStockRule(Input):
    """The rule as it shall be."""

    negative_allowed: bool
