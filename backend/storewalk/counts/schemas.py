"""Counts on the wire. What the book says appears only in variances, never before a submission."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.counts.models import CountKind, CountStatus, UncountedDecision, VarianceReason, ZonePlace

Title = Annotated[str, Meta(min_length=1, max_length=120)]
Note = Annotated[str, Meta(max_length=500)]
Barcode = Annotated[str, Meta(min_length=1, max_length=64)]
MAX_LINES = 500
MAX_SCANS = 200
MAX_PHOTOS = 6
MAX_ZONES = 40


class ZoneForm(Input):
    """A zone of a new count."""

    id: UUID | None = None
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    place: ZonePlace = ZonePlace.SHELF


class CountScope(Input):
    """What to count. Without categories and products it is everything; without zones there is one for the shop."""

    kind: CountKind
    title: Title
    category_ids: Annotated[list[UUID], Meta(max_length=200)] = field(default_factory=list[UUID])
    product_ids: Annotated[list[UUID], Meta(max_length=5000)] = field(default_factory=list[UUID])
    zones: Annotated[list[ZoneForm], Meta(max_length=MAX_ZONES)] = field(default_factory=list[ZoneForm])
    window_from: Annotated[datetime, Meta(tz=True)] | None = None
    window_until: Annotated[datetime, Meta(tz=True)] | None = None


class OpenCount(CountScope):
    """A count of one store, to begin at once."""

    id: UUID | None = None
    store_id: UUID


class PlanCounts(CountScope):
    """The same count for many stores."""

    store_ids: Annotated[list[UUID], Meta(min_length=1, max_length=500)]


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


class TakeLines(Input):
    """Lines from one device, at most 500; more go in several batches, and a batch may be sent again."""

    lines: Annotated[list[LineForm], Meta(min_length=1, max_length=MAX_LINES)]


class SubmitCount(Input):
    """The end of a round, by its number: one that a colleague has ended already is not ended twice.

    `lines` is how many lines the sender's device has in it: all of them must have arrived.
    """

    lines: Annotated[int, Meta(ge=0)] | None = None
    round: Annotated[int, Meta(ge=1, le=2)] | None = None


class ReviewVariance(Input):
    """Why a product differs, or what to do with it if nobody counted it."""

    reason: VarianceReason | None = None
    note: Note = ""
    decision: UncountedDecision | None = None


class NameProduct(Input):
    """The product that a code nobody knew stands for."""

    product_id: UUID


class AskRecount(Input):
    """Products that somebody else shall count again."""

    product_ids: Annotated[list[UUID], Meta(min_length=1, max_length=5000)]
    if_version: int


class ApproveCount(Input):
    """Approve a count as its approver saw it."""

    if_version: int


class CancelCount(Input):
    """Give a count up."""

    reason: Annotated[str, Meta(min_length=1, max_length=500)]
    if_version: int


class SetCountRule(Input):
    """When to recount (0 turns a limit off) and how much value one approver may decide on, in cents."""

    recount_quantity: Decimal
    recount_cents: Annotated[int, Meta(ge=0, le=10**12)]
    recount_percent: Annotated[int, Meta(ge=0, le=1000)]
    approval_cents: Annotated[int, Meta(ge=0, le=10**12)]


class SetCycleRule(Input):
    """How stores count in turns; `every_days` 0 means not at all. A, B and C are ranks by turnover at cost."""

    every_days: Annotated[int, Meta(ge=0, le=90)]
    products: Annotated[int, Meta(ge=1, le=500)]
    a_days: Annotated[int, Meta(ge=1, le=730)]
    b_days: Annotated[int, Meta(ge=1, le=730)]
    c_days: Annotated[int, Meta(ge=1, le=730)]


class CycleRuleOut(Output):
    """The rule of cycle counts in force."""

    every_days: int
    products: int
    a_days: int
    b_days: int
    c_days: int


class RuleOut(Output):
    """The rule in force."""

    recount_quantity: str
    recount_cents: int
    recount_percent: int
    approval_cents: int


class ZoneOut(Output):
    """A zone and how far it is: lines and products of the current round, and who counted."""

    id: UUID
    name: str
    place: ZonePlace
    lines: int
    counters: list[str]
    closed_at: datetime | None


class CountOut(Output):
    """A count as its counters see it: no quantity of the book, also none that could be inferred.

    `recount_ids` are the products to count again in round 2; in round 1 it is empty. Values stand there once approved.
    """

    id: UUID
    store_id: UUID
    store_name: str
    kind: CountKind
    title: str
    status: CountStatus
    round: int
    category_ids: list[UUID]
    product_ids: list[UUID]
    recount_ids: list[UUID]
    zones: list[ZoneOut]
    window_from: datetime | None
    window_until: datetime | None
    opened_by_name: str | None
    opened_at: datetime
    submitted_by_name: str | None
    submitted_at: datetime | None
    approved_by_name: str | None
    approved_at: datetime | None
    cancel_reason: str | None
    gain_cents: int | None
    loss_cents: int | None
    version: int


class CountItem(Output):
    """A count in a list."""

    id: UUID
    store_id: UUID
    store_name: str
    kind: CountKind
    title: str
    status: CountStatus
    round: int
    zones: int
    zones_closed: int
    products_counted: int
    window_until: datetime | None
    opened_at: datetime
    submitted_at: datetime | None
    approved_at: datetime | None
    gain_cents: int | None
    loss_cents: int | None
    version: int
    recorded_at: datetime


class ScanOut(Output):
    """One step of a line."""

    at: datetime
    change: str
    source: str


class LineOut(Output):
    """A line; without a product it is a code that nobody knows yet."""

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


class Refusal(StrEnum):
    """Why a line was not taken; the phone has the words for it."""

    NO_PRODUCT = "no_product"
    NO_ZONE = "no_zone"
    BAD_QUANTITY = "bad_quantity"
    NOT_IN_RECOUNT = "not_in_recount"
    COUNTED_BY_YOURSELF = "counted_by_yourself"
    ANOTHERS_LINE = "anothers_line"
    NO_SUCH_ROUND = "no_such_round"


class RefusedLine(Output):
    """A line that was not taken; the others of its batch were."""

    id: UUID
    reason: Refusal


class LinesTaken(Output):
    """What became of a batch: taken anew, known already (also: a newer revision is there), refused."""

    taken: int
    known: int
    refused: list[RefusedLine]


class VarianceOut(Output):
    """What a submitted count says of a product. Quantities are decimal texts in base units, values cents.

    `expected` is the book at the time of counting, by all that is known now (None once approved for what nobody
    counted and the book keeps); `moved` what has changed since then.
    `submitted_variance` is what it was when the count was submitted, `explained` what arrived after the approval.
    """

    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    category_name: Words
    counted: str | None
    expected: str | None
    variance: str
    value_cents: int
    submitted_variance: str
    moved: str
    between: str
    uncounted: bool
    recount: bool
    recounted: bool
    reason: VarianceReason | None
    note: str
    decision: UncountedDecision | None
    explained: str
    explained_cents: int


class Totals(Output):
    """What the variances of a count add up to, in cents; `open` still want a decision.

    Of `explained` products late facts have explained something since the approval, `explained_cents` in all.
    """

    products: int
    matched: int
    differing: int
    uncounted: int
    gain_cents: int
    loss_cents: int
    open: int
    explained: int
    explained_cents: int


class Variances(Output):
    """The variances of a count, the dearest first, and their totals over the whole count."""

    totals: Totals
    items: list[VarianceOut]
    next: str | None
