"""Transfers on the wire. Quantities are decimals in text, in base units; a line left out keeps its quantity."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.stock.schemas import ReceivedAt
from storewalk.stock.transfer_models import DifferenceReason, TransferStatus

MAX_LINES = 500
MAX_PARTS = 2000
MAX_PHOTOS = 6
MAX_EXTRAS = 200
MAX_AT_ONCE = 200
Note = Annotated[str, Meta(max_length=500)]
Reason = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]


class RequestedLine(Input):
    """So many base units of a product."""

    product_id: UUID
    quantity: Decimal


class RequestTransfer(Input):
    """Goods that shall go from one store to another."""

    id: UUID | None = None
    from_store_id: UUID
    to_store_id: UUID
    note: Note = ""
    lines: Annotated[list[RequestedLine], Meta(min_length=1, max_length=MAX_LINES)]


class ChangedLine(Input):
    """A line of which less is approved or sent than the step before said; 0 leaves it out."""

    line_id: UUID
    quantity: Decimal


class ApproveTransfer(Input):
    """Approve a transfer as its approver saw it."""

    if_version: int
    lines: Annotated[list[ChangedLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[ChangedLine])


class RefuseTransfer(Input):
    """Refuse a transfer."""

    if_version: int
    reason: Reason


class TransferVersion(Input):
    """A transfer as the sender saw it."""

    id: UUID
    if_version: int


class DecideTransfers(Input):
    """The same decision on many transfers; a refusal says why."""

    approved: bool
    reason: Note = ""
    transfers: Annotated[list[TransferVersion], Meta(min_length=1, max_length=MAX_AT_ONCE)]


class ShipTransfer(Input):
    """Send the goods; without lines, what was approved."""

    if_version: int
    lines: Annotated[list[ChangedLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[ChangedLine])


class PartDifference(Input):
    """What arrived of one lot of a line where it is less than was sent, and why."""

    part_id: UUID
    received: Decimal
    reason: DifferenceReason | None = None
    note: Note = ""
    photo_ids: Annotated[list[UUID], Meta(max_length=MAX_PHOTOS)] = field(default_factory=list[UUID])


class ExtraGoods(Input):
    """What arrived without being in the transfer, or beyond what was sent: its code, and its product where known."""

    code: Annotated[str, Meta(max_length=64)] = ""
    product_id: UUID | None = None
    quantity: Decimal


class ReceiveTransfer(Input):
    """Take the goods in at a place of the store; what no difference names arrived as it was sent.

    `extras` are told to both ends and change no book.
    """

    if_version: int
    place: ReceivedAt = ReceivedAt.SHELF
    differences: Annotated[list[PartDifference], Meta(max_length=MAX_PARTS)] = field(
        default_factory=list[PartDifference]
    )
    extras: Annotated[list[ExtraGoods], Meta(max_length=MAX_EXTRAS)] = field(default_factory=list[ExtraGoods])


class CancelTransfer(Input):
    """Give a transfer up before it is shipped."""

    if_version: int
    reason: Reason


class TransferPartOut(Output):
    """What of a line was sent of one lot (none: goods whose lot nobody has named), and what arrived of it."""

    id: UUID
    lot_code: str | None
    expires_on: date | None
    shipped: str
    received: str | None
    value_cents: int
    reason: DifferenceReason | None
    note: str
    photo_ids: list[UUID]


class TransferLineOut(Output):
    """A product of a transfer at every step; what a step has not come to yet is null."""

    id: UUID
    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    requested: str
    approved: str | None
    shipped: str | None
    received: str | None
    shipped_value_cents: int | None
    parts: list[TransferPartOut]


class TransferExtraOut(Output):
    """What arrived without being in the transfer, or beyond what was sent; without a product nobody knows the code."""

    code: str
    product_id: UUID | None
    product_name: Words | None
    unit_name: Words | None
    quantity: str


class TransferItem(Output):
    """A transfer in a list. `crossesEntities`: the stores belong to different legal entities, so it is a sale.

    `differing` lines arrived short, and `extraCount` things came that it does not name. `reason` says why it was
    refused or cancelled.
    """

    id: UUID
    status: TransferStatus
    from_store_id: UUID
    from_store_name: str
    to_store_id: UUID
    to_store_name: str
    crosses_entities: bool
    from_entity_name: str | None
    to_entity_name: str | None
    note: str
    reason: str
    line_count: int
    differing: int
    extra_count: int
    value_cents: int
    requested_by: UUID
    requested_by_name: str
    requested_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    shipped_by_name: str | None
    shipped_at: datetime | None
    received_by_name: str | None
    received_at: datetime | None
    cancelled_by_name: str | None
    cancelled_at: datetime | None
    version: int
    recorded_at: datetime


class TransferOut(TransferItem):
    """A transfer with its lines."""

    lines: list[TransferLineOut]
    extras: list[TransferExtraOut]


class TransferPick(Output):
    """So much to take of a lot (none: goods whose lot nobody has named) at a place, for a line of a transfer."""

    line_id: UUID
    quantity: str
    lot_code: str | None
    expires_on: date | None
    place: str
    place_name: str


class TransfersDecided(Output):
    """How many transfers the decision was taken on."""

    transfers: int


class TransferStore(Output):
    """A store that goods can be asked from or sent to, whoever looks after it."""

    id: UUID
    code: str
    name: str
    region_name: str
