"""Orders on the wire. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.ordering.order_models import ApprovalLevel, DeviationReason, DropReason
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.suggestion_schemas import Arithmetic

MAX_LINES: Final = 500
MAX_AT_ONCE: Final = 200
Note = Annotated[str, Meta(max_length=500)]
Reason = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]


class OpenOrder(Input):
    """Begin today's order of a store from a source; `day` is the business day that it was filled in for."""

    id: UUID | None = None
    store_id: UUID
    source_id: UUID
    day: date | None = None


class LineForm(Input):
    """How much of a product is wanted, 0 for none, and why where that departs far from what was suggested."""

    product_id: UUID
    quantity: Decimal
    reason: DeviationReason | None = None


class SetLines(Input):
    """Quantities of some products; the others stay as they are."""

    lines: Annotated[list[LineForm], Meta(min_length=1, max_length=MAX_LINES)]


class SubmitOrder(Input):
    """Send an order off; `urgent` asks for it also after the cut-off, if somebody approves it."""

    urgent: bool = False
    note: Note = ""


class Decision(StrEnum):
    """What an approver says to an order: yes, do it over, or no."""

    APPROVE = "approve"
    RETURN = "return"
    REFUSE = "refuse"


class ApprovedLine(Input):
    """A quantity as its approver would have it; 0 leaves the product out."""

    product_id: UUID
    quantity: Decimal


class DecideOrder(Input):
    """Decide on an order that waits; to return or refuse it needs a reason. `lines` are what the approver changed."""

    decision: Decision
    reason: Note = ""
    lines: Annotated[list[ApprovedLine], Meta(max_length=MAX_LINES)] = field(default_factory=list[ApprovedLine])
    if_version: int | None = None


class DecideOrders(Input):
    """The same decision on many orders."""

    ids: Annotated[list[UUID], Meta(min_length=1, max_length=MAX_AT_ONCE)]
    decision: Decision
    reason: Note = ""


class WithdrawOrder(Input):
    """Take an order back to change it."""

    reason: Note = ""


class CancelOrder(Input):
    """Give an order up."""

    reason: Reason


class OrderLineOut(Output):
    """A product of an order. `arithmetic` is null where nothing was suggested, or while people like the reader count.

    `changed` tells whether `quantity` is another than `suggested`. `submitted` is what the store asked for, and what
    became of it are `confirmed`, `shipped` and `received`.
    """

    product_id: UUID
    code: str
    name: Words
    unit: str
    unit_name: Words
    suggested: str | None
    quantity: str
    changed: bool
    reason: DeviationReason | None
    dropped: DropReason | None
    pack_quantity: str
    pack_cents: int
    least: str
    most: str | None
    must_order: bool
    line_cents: int
    arrival: int | None
    cover: int | None
    arithmetic: Arithmetic | None
    submitted: str | None
    confirmed: str | None
    shipped: str
    received: str


class OrderTotals(Output):
    """What an order comes to: cents, products ordered, and products ordered otherwise than was suggested."""

    cents: int
    lines: int
    changed: int


class HitOut(Output):
    """A rule that an order met when it was last submitted; `over` and `measured` are cents or per cent."""

    name: str
    kind: RuleKind
    level: ApprovalLevel
    over: int
    measured: int


class ProductNamed(Output):
    """A product by its names."""

    product_id: UUID
    code: str
    name: Words


class OrderHead(Output):
    """An order without its lines. Until `cut_off_at` it is taken without being urgent.

    `waits_since` stands while it waits for somebody of `level` or above; `waited_s` is how long it has waited in all.
    """

    id: UUID
    store_id: UUID
    store_code: str
    store_name: str
    source_id: UUID
    source_name: str
    day: date
    state: OrderState
    cut_off_at: datetime
    expected_on: date | None
    budget_cents: int | None
    least_cents: int
    urgent: bool
    note: str
    reason: str
    totals: OrderTotals
    missing: int
    level: ApprovalLevel | None
    waits_since: datetime | None
    waited_s: int
    opened_by_name: str
    opened_at: datetime
    submitted_by: UUID | None
    submitted_by_name: str | None
    submitted_at: datetime | None
    decided_by_name: str | None
    decided_at: datetime | None
    accepted_at: datetime | None
    shipped_at: datetime | None
    received_at: datetime | None
    closed_at: datetime | None
    cancelled_at: datetime | None
    version: int


class OrderItem(OrderHead):
    """An order in a list."""


class OrderOut(OrderHead):
    """An order with its lines; without `planned_at` it began without suggestions.

    `missing_products` had to be ordered and were not when it was submitted; `hits` are the rules that it met then.
    `may_decide` tells whether the reader may decide on it now.
    """

    planned_at: datetime | None
    lines: list[OrderLineOut]
    missing_products: list[ProductNamed]
    hits: list[HitOut]
    may_decide: bool


class LinesSet(Output):
    """What an order comes to after some quantities were set; `id` is another than it was sent to where two opened it.

    `budget_cents` is what it may cost.
    """

    id: UUID
    state: OrderState
    totals: OrderTotals
    budget_cents: int | None
    version: int


class DecidedOrder(Output):
    """What became of one of many orders: its new state, or why it could not be decided so, in the reader's words."""

    id: UUID
    decided: bool
    state: OrderState | None
    code: str | None
    message: str | None


class OrdersDecided(Output):
    """What became of each order."""

    decided: int
    orders: list[DecidedOrder]
