"""The ledger on the wire. Quantities are decimals in text, in base units and without trailing zeros."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.transfer_models import TransferStatus
from storewalk.stores.api import StoreKind

MAX_RECEIPT_LINES = 500
MAX_VALUE_CENTS = 10**13
LotCode = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S(.*\S)?$")]


class StockOut(Output):
    """A product at a store: what is on hand, where it lies, and what it is worth.

    `blocked` is past its last day or withdrawn, `reserved` is promised to other stores and still here; `available` is
    `quantity` less both. `on_order` was asked for and not sent yet, `in_transit` is on its way to the store; neither is
    part of `quantity`. `unit_cost` is in cents, a decimal in text.
    """

    store_id: UUID
    store_kind: StoreKind
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
    blocked: str
    reserved: str
    available: str
    on_order: str
    in_transit: str
    in_transit_cents: int
    value_cents: int
    unit_cost: str
    below_zero: bool
    changed_at: datetime


class StockTotals(Output):
    """What a list of stock adds up to: its rows, its products and stores, their value, and how many are below zero.

    `in_transit_cents` is worth what is on its way to the stores, and not part of `value_cents`.
    """

    items: int
    products: int
    stores: int
    value_cents: int
    in_transit_cents: int
    below_zero: int


class GroupedBy(StrEnum):
    """What a list of stock is added up by."""

    STORE = "store"
    REGION = "region"
    CATEGORY = "category"


class StockGroup(Output):
    """What the rows of one store, region or category add up to; all groups together are the totals."""

    id: UUID
    name: Words
    items: int
    products: int
    stores: int
    value_cents: int
    in_transit_cents: int
    below_zero: int


class LotOut(Output):
    """What lies at a place of a lot; without a code, goods whose lot nobody has named.

    `blocked`: it is past its last day at the store, or the store has withdrawn it.
    """

    place_id: UUID | None
    place: PlaceKind
    place_code: str
    place_name: str
    lot_id: UUID | None
    lot_code: str | None
    produced_on: date | None
    expires_on: date | None
    quantity: str
    blocked: bool
    withdrawn: bool


class ItemTransfer(Output):
    """A transfer that an item's figures count: `quantity` of it is reserved here, on order, or in transit."""

    transfer_id: UUID
    status: TransferStatus
    other_store_name: str
    outgoing: bool
    quantity: str


class StockItemOut(Output):
    """A product at a store, with what lies where, the lot that expires first at the top, and its open transfers."""

    item: StockOut
    lots: list[LotOut]
    transfers: list[ItemTransfer]


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
    from_name: str
    to_kind: PlaceKind
    to_name: str
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
    """Goods of one product and lot: `quantity` base units that together cost `value_cents`.

    They are put at `place` or, where it is named, into the bin `place_id`.
    """

    product_id: UUID
    quantity: Decimal
    value_cents: Annotated[int, Meta(ge=0, le=MAX_VALUE_CENTS)]
    place: ReceivedAt
    place_id: UUID | None = None
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
