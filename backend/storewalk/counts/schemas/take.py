"""What counters' devices send of a count, what became of it, and the lines as they are kept."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words

Note = Annotated[str, Meta(max_length=500)]
Barcode = Annotated[str, Meta(min_length=1, max_length=64)]
MAX_LINES = 500
MAX_TAGS = 2000
MAX_SCANS = 200
MAX_PHOTOS = 6


class ScanForm(Input, gc=False):
    """One step by which a line's quantity came about; a correction by keypad is the difference it made."""

    at: Annotated[datetime, Meta(tz=True)]
    change: Decimal
    source: Annotated[str, Meta(pattern=r"^(camera|wedge|keypad|tap|pack|rfid)$")]


class LineForm(Input, gc=False):
    """What the sender counted of a product (or of a code that is not known) in a zone, as it is now.

    `id` stays with the line; `revision` rises with each change. `round` is the one in which it was counted, without it
    the one under way: a line of the first round that arrives during the recount is no recount. `counted_at` is the
    device's time of the last scan; the measured offset of the request's header is added. `voided` takes the line back.
    """

    id: UUID
    zone_id: UUID
    product_id: UUID | None = None
    barcode: Barcode | None = None
    quantity: Decimal
    counted_at: Annotated[datetime, Meta(tz=True)]
    revision: Annotated[int, Meta(ge=1)]
    round: Annotated[int, Meta(ge=1, le=2)] | None = None
    voided: bool = False
    note: Note = ""
    scans: Annotated[list[ScanForm], Meta(max_length=MAX_SCANS)] = field(default_factory=list[ScanForm])
    photo_ids: Annotated[list[UUID], Meta(max_length=MAX_PHOTOS)] = field(default_factory=list[UUID])


class TagRead(Input, gc=False):
    """An RFID tag that a reader saw in a zone: its memory in hexadecimal, or an EPC URI.

    It counts once in a round, however often and by whomever it is read. A reader knows no lines; the server keeps one
    for each product, zone and account. `round` is as on a line, `read_at` the reader's time as `counted_at` there.
    """

    epc: Annotated[str, Meta(min_length=1, max_length=240)]
    zone_id: UUID
    read_at: Annotated[datetime, Meta(tz=True)]
    round: Annotated[int, Meta(ge=1, le=2)] | None = None


class TakeLines(Input):
    """Lines from one device, tags from one reader, or both; what is more goes in further batches.

    A batch may be sent again, and so may any part of it.
    """

    lines: Annotated[list[LineForm], Meta(max_length=MAX_LINES)] = field(default_factory=list[LineForm])
    tags: Annotated[list[TagRead], Meta(max_length=MAX_TAGS)] = field(default_factory=list[TagRead])


class Refusal(StrEnum):
    """Why a line or a tag was not taken; the phone has the words for it."""

    NO_PRODUCT = "no_product"
    NO_ZONE = "no_zone"
    BAD_QUANTITY = "bad_quantity"
    NOT_IN_RECOUNT = "not_in_recount"
    COUNTED_BY_YOURSELF = "counted_by_yourself"
    ANOTHERS_LINE = "anothers_line"
    NO_SUCH_ROUND = "no_such_round"
    BAD_TAG = "bad_tag"


class RefusedLine(Output):
    """A line that was not taken; the others of its batch were."""

    id: UUID
    reason: Refusal


class RefusedTag(Output):
    """A tag that was not taken, as it was sent."""

    epc: str
    reason: Refusal


class TagsTaken(Output):
    """What became of a batch's tags: counted now (`unnamed` of them of no product that is known), known, refused."""

    taken: int
    unnamed: int
    known: int
    refused: list[RefusedTag]


class LinesTaken(Output):
    """What became of a batch: taken anew, known already (also: a newer revision is there), refused."""

    taken: int
    known: int
    refused: list[RefusedLine]
    tags: TagsTaken | None = None


class ScanOut(Output):
    """One step of a line."""

    at: datetime
    change: str
    source: str


class LineOut(Output):
    """A line; without a product it is a code that nobody knows yet. Of RFID it has `tags`, from `begun_at` on."""

    id: UUID
    zone_id: UUID
    zone_name: str
    round: int
    product_id: UUID | None
    product_code: str | None
    product_name: Words | None
    barcode: str | None
    quantity: str
    counted_at: datetime
    counted_by: UUID
    counted_by_name: str
    revision: int
    voided: bool
    note: str
    scans: list[ScanOut]
    photo_ids: list[UUID]
    tags: int
    begun_at: datetime | None


class TagOut(Output):
    """An RFID tag of a line."""

    epc: str
    read_at: datetime
