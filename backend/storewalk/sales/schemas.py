"""Sales on the wire. Amounts are cents; quantities are decimals in text."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.sales.models import ParkReason

MAX_LINES = 10_000
MAX_RECEIPT_LINES = 1_000
MAX_AMOUNT_CENTS = 10**12
Barcode = Annotated[str, Meta(min_length=1, max_length=40)]
ReceiptNumber = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S(.*\S)?$")]


class SoldLine(Input, gc=False):
    """Goods that were sold or brought back, by their barcode or the product's code.

    `quantity` is in base units or, with `unit`, in that pack; `amount_cents` is what was paid, or paid back, for all.
    """

    barcode: Barcode | None = None
    code: Barcode | None = None
    quantity: Decimal
    unit: Annotated[str, Meta(min_length=1, max_length=16)] | None = None
    amount_cents: Annotated[int, Meta(ge=0, le=MAX_AMOUNT_CENTS)]
    returned: bool = False


class SoldReceipt(Input):
    """A receipt of a till; `store` is the store's code or its id, `number` the store's own."""

    store: Annotated[str, Meta(min_length=1, max_length=64)]
    number: ReceiptNumber
    occurred_at: Annotated[datetime, Meta(tz=True)]
    lines: Annotated[list[SoldLine], Meta(min_length=1, max_length=MAX_RECEIPT_LINES)]


class SalesFeed(Input):
    """Receipts in any order, late ones too; together at most 10,000 lines."""

    receipts: Annotated[list[SoldReceipt], Meta(min_length=1, max_length=MAX_LINES)]


class ReceiptConflict(Output):
    """A receipt whose number the store has used for another one; nothing of it is booked."""

    receipt: int
    store: str
    number: str


class IngestOut(Output):
    """What became of the receipts: new, known already, or in conflict; `parked` counts the lines that wait."""

    accepted: int
    repeated: int
    parked: int
    conflicts: list[ReceiptConflict]


class SaleOut(Output):
    """A receipt; `parked_lines` of its lines wait."""

    id: UUID
    store_id: UUID
    receipt_number: str
    occurred_at: datetime
    business_date: date
    line_count: int
    amount_cents: int
    parked_lines: int


class SaleLineOut(Output):
    """A line of a receipt: booked in base units, or waiting as the till sent it, for `waits_for`."""

    line_number: int
    product_id: UUID | None
    product_code: str | None
    product_name: Words | None
    quantity: str
    unit: str | None
    unit_name: Words | None
    amount_cents: int
    returned: bool
    waits_for: ParkReason | None


class SaleDetail(SaleOut):
    """A receipt with its lines."""

    store_name: str
    lines: list[SaleLineOut]


class ParkedLineOut(Output):
    """A line that waits, as the till sent it; the product where it is known."""

    id: UUID
    store_id: UUID
    store_code: str
    store_name: str
    receipt_number: str
    reason: ParkReason
    barcode: str | None
    code: str | None
    product_id: UUID | None
    product_name: Words | None
    quantity: str
    unit: str | None
    amount_cents: int
    returned: bool
    occurred_at: datetime


class NameProduct(Input):
    """Which product a code is."""

    product_id: UUID


class NamedOut(Output):
    """How many waiting lines bear the code, and how many of them are booked now."""

    lines: int
    posted: int
