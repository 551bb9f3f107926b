"""Orders to suppliers on the wire. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.ordering.order_schemas import MAX_LINES
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.purchase_models import PartOutcome, PurchaseState
from storewalk.partners.api import OrderWay


class SendPurchase(Input):
    """Send a supplier what stores ordered of one of its sources on a business day."""

    id: UUID
    source_id: UUID
    day: date


class SendAgain(Input):
    """Send an order to a supplier again."""

    if_version: int


class WarehouseLine(Input):
    """How much of a product is ordered for the warehouse; with 0 nothing."""

    product_id: UUID
    quantity: Decimal


class OrderForWarehouse(Input):
    """Order for a warehouse what it lacks of a source's products, or other quantities of some of them."""

    id: UUID
    warehouse_id: UUID
    source_id: UUID
    lines: Annotated[list[WarehouseLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[WarehouseLine])


class WarehouseOrderOut(Output):
    """An order for a warehouse; it goes to the supplier with what stores ordered."""

    id: UUID
    source_id: UUID
    day: date
    lines: int
    total_cents: int


class PurchaseItem(Output):
    """An order to a supplier. Without `sent_by_name` it left by itself at the cut-off."""

    id: UUID
    number: str
    source_id: UUID
    source_name: str
    supplier_id: UUID
    supplier_name: str
    day: date
    state: PurchaseState
    way: OrderWay
    address: str
    orders: int
    total_cents: int
    tries: int
    fault: str
    sent_by_name: str | None
    recorded_at: datetime
    sent_at: datetime | None
    opened_at: datetime | None
    answered_at: datetime | None
    expected_on: date | None
    version: int


class StorePiece(Output):
    """What one store's order has of a product; `answered` is what it gets of it."""

    order_id: UUID
    store_code: str
    store_name: str
    expected_on: date | None
    quantity: str
    answered: str | None
    cents: int


class ProductNeed(Output):
    """A product with the stores behind its quantity, which their rows add up to; `packs` of `pack_quantity`."""

    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    pack_quantity: str
    packs: str
    quantity: str
    answered: str | None
    cents: int
    rows: list[StorePiece]


class PurchaseOrderPart(Output):
    """A store's order in an order to a supplier, as it is now; `outcome` is what the supplier's answer did to it."""

    order_id: UUID
    store_code: str
    store_name: str
    state: OrderState
    expected_on: date | None
    outcome: PartOutcome | None


class PurchaseOut(PurchaseItem):
    """An order to a supplier with its products and its stores; `note` is the supplier's."""

    note: str
    link_ends_at: datetime
    products: list[ProductNeed]
    parts: list[PurchaseOrderPart]


class PurchaseLinkOut(Output):
    """The link under which the supplier answers an order; whoever has it can answer."""

    url: str
    ends_at: datetime
