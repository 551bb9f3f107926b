"""What is said of orders after their approval. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input
from storewalk.ordering.fulfil_models import MissingWhy
from storewalk.ordering.order_schemas import MAX_LINES, Note, Reason

MAX_PHOTOS: Final = 10
Photos = Annotated[list[UUID], Meta(max_length=MAX_PHOTOS)]
LotCode = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S(.*\S)?$")]


class ConfirmedLine(Input):
    """How much of a product the source will send, at most what was ordered."""

    product_id: UUID
    quantity: Decimal


class AcceptOrder(Input):
    """Accept an order: all that was ordered, or less of some products.

    With less a supplier's order must still be worth the source's minimum, unless `below_least` says that it comes so.
    """

    lines: Annotated[list[ConfirmedLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[ConfirmedLine])
    below_least: bool = False
    if_version: int | None = None


class ShippedLine(Input):
    """How much of a product a delivery brings; a supplier may name its lot, a warehouse's follow from its book."""

    product_id: UUID
    quantity: Decimal
    lot_code: LotCode | None = None
    expires_on: date | None = None


class ShipOrder(Input):
    """Send a delivery: all that has not been sent yet, or what `lines` say."""

    id: UUID
    lines: Annotated[list[ShippedLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[ShippedLine])
    expected_at: Annotated[datetime, Meta(tz=True)] | None = None
    note: Note = ""


class ArrivedLot(Input):
    """The lot that stands on the goods."""

    code: LotCode
    produced_on: date | None = None
    expires_on: date | None = None


class ArrivedLine(Input):
    """What became of a line of a delivery so far: good units, damaged ones, and those that are not there and why.

    `line_id` is that of the delivery's line, or, where no delivery was announced, the product. What all three leave of
    the line is still to come. `temperature` is in degrees Celsius.
    """

    line_id: UUID
    received: Decimal
    damaged: Decimal = Decimal(0)
    missing: Decimal = Decimal(0)
    missing_why: MissingWhy | None = None
    lot: ArrivedLot | None = None
    temperature: Decimal | None = None
    note: Note = ""
    photo_ids: Photos = field(default_factory=list[UUID])


class Rest(StrEnum):
    """What holds for lines that a receipt does not name: they came as they were sent, or are still to come."""

    CAME = "came"
    OPEN = "open"


class PutAt(StrEnum):
    """Where in the store goods are put."""

    SHELF = "shelf"
    BACK_ROOM = "back_room"


class ReceiveOrder(Input):
    """Take goods in, of a delivery or, from a supplier that announced none, of the order itself."""

    id: UUID
    shipment_id: UUID | None = None
    lines: Annotated[list[ArrivedLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[ArrivedLine])
    rest: Rest = Rest.CAME
    place: PutAt = PutAt.BACK_ROOM
    note: Note = ""


class CloseOrder(Input):
    """Say that nothing more of an order will come but what is on its way."""

    reason: Reason
    if_version: int | None = None


class AdjustedShare(Input):
    """A share as somebody wants it, and why; without a quantity one that was set before is computed again."""

    order_id: UUID
    product_id: UUID
    quantity: Decimal | None
    reason: Note = ""


class ShareStock(Input):
    """Share what a warehouse has between its orders for a day of delivery; those in `first_ids` come first.

    `adjusted` shares stand in place of the computed ones. With `seen` it is refused unless that is what was looked at.
    """

    warehouse_id: UUID
    day: date
    first_ids: Annotated[list[UUID], Meta(max_length=MAX_LINES)] = field(default_factory=list[UUID])
    adjusted: Annotated[list[AdjustedShare], Meta(max_length=MAX_LINES)] = field(default_factory=list[AdjustedShare])
    seen: str | None = None


class OpenClaim(Input):
    """Give goods of an order back: they leave the store when the claim is settled."""

    id: UUID
    order_id: UUID
    product_id: UUID
    quantity: Decimal
    note: Reason
    photo_ids: Photos = field(default_factory=list[UUID])


class DecideClaim(Input):
    """Settle a claim, for its whole value unless an amount is named, or refuse it with a note."""

    settled: bool
    settled_cents: Annotated[int, Meta(ge=0, le=10**13)] | None = None
    note: Note = ""
    if_version: int


class SetReceivingRule(Input):
    """By how many per cent a supplier may bring more than was announced."""

    over_percent: Annotated[int, Meta(ge=0, le=100)]
    if_version: int
