"""Orders after their approval, as people look at them. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output, Words
from storewalk.ordering.fulfil_models import ClaimKind, ClaimState, ConfirmedWhy, MissingWhy
from storewalk.ordering.order_states import OrderState


class ReceivingRuleOut(Output):
    """By how many per cent a supplier may bring more than was announced."""

    over_percent: int
    version: int


class FulfilledLineOut(Output):
    """A product that was ordered: what the source confirmed and why, what it sent, what came, what is still to come.

    Where goods were shared, `there` is what the warehouse had for all, `asked` what all asked for, and `need` what
    this store lacks of it; `note` is the reason of who cut it or set its share. `ready` tells who sends it how much the
    warehouse has for this order now. What `perishes` has a last day to be sold on.
    """

    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    pack_quantity: str
    quantity: str
    confirmed: str | None
    why: ConfirmedWhy | None
    there: str | None
    asked: str | None
    need: str | None
    note: str
    shipped: str
    received: str
    to_ship: str
    open: str
    ready: str | None
    perishes: bool


class ShipmentLineOut(Output):
    """What a delivery brings of a lot, and what became of it; `open` is still to come."""

    id: UUID
    product_id: UUID
    code: str
    name: Words
    lot_code: str
    expires_on: date | None
    shipped: str
    received: str
    damaged: str
    missing: str
    open: str


class ShipmentOut(Output):
    """A delivery; `received_at` is when all of it was accounted for."""

    id: UUID
    number: int
    expected_at: datetime | None
    note: str
    shipped_by_name: str
    shipped_at: datetime
    received_at: datetime | None
    lines: list[ShipmentLineOut]


class ReceiptLineOut(Output):
    """What came of a line of a delivery; the value is what went on the store's book."""

    shipment_line_id: UUID
    product_id: UUID
    code: str
    name: Words
    received: str
    damaged: str
    missing: str
    missing_why: MissingWhy | None
    lot_code: str
    expires_on: date | None
    temperature: str | None
    note: str
    photo_ids: list[UUID]
    value_cents: int


class OrderReceiptOut(Output):
    """What was taken in at once."""

    id: UUID
    shipment_id: UUID
    received_by_name: str
    received_at: datetime
    note: str
    value_cents: int
    lines: list[ReceiptLineOut]


class ClaimOut(Output):
    """What a store holds against a source. `may_decide` tells whether the reader may decide on it now."""

    id: UUID
    order_id: UUID
    store_id: UUID
    store_name: str
    source_id: UUID
    source_name: str
    receipt_id: UUID | None
    product_id: UUID
    code: str
    name: Words
    unit_name: Words
    kind: ClaimKind
    state: ClaimState
    quantity: str
    value_cents: int
    note: str
    photo_ids: list[UUID]
    opened_by_name: str
    opened_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    decision_note: str
    settled_cents: int | None
    may_decide: bool
    version: int


class FulfilmentOut(Output):
    """An order after its approval, with all that became of it. What the reader may do now is told by `may_…`.

    `note` is what the store wrote, `reason` why it went another way than it was ordered. A supplier may bring up to
    `over_percent` more than it announced.
    """

    id: UUID
    store_id: UUID
    store_code: str
    store_name: str
    source_id: UUID
    source_name: str
    from_warehouse: bool
    warehouse_id: UUID | None
    urgent: bool
    note: str
    day: date
    expected_on: date | None
    state: OrderState
    reason: str
    accepted_by_name: str | None
    accepted_at: datetime | None
    closed_at: datetime | None
    over_percent: int
    may_fulfil: bool
    may_receive: bool
    may_close: bool
    lines: list[FulfilledLineOut]
    shipments: list[ShipmentOut]
    receipts: list[OrderReceiptOut]
    claims: list[ClaimOut]
    version: int
