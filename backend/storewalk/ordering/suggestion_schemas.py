"""What a store is advised to order, on the wire. Quantities are decimals in text, in base units."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from storewalk.core.schemas import Input, Output, Words
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.promotion_models import PromotionKind
from storewalk.stock.api import Cause


class Attention(StrEnum):
    """Why a line wants a person's eye before it is ordered."""

    BELOW_ZERO = "below_zero"
    OUT_OF_STOCK = "out_of_stock"
    COUNTED = "counted"
    SPOILS = "spoils"
    NEW = "new"
    PROMOTION = "promotion"
    BUDGET = "budget"
    CHANGED = "changed"
    MUST_ORDER = "must_order"
    JUMP = "jump"
    PRICE = "price"
    TRANSFER = "transfer"


class Arithmetic(Output):
    """How a suggestion came about.

    `wanted` is expected + safety + display - (stock - spoils) - on_order, never below 0; the suggestion is that and
    the changes from `shelf_life` to `budget`, each of which may be below 0.
    """

    expected: str
    safety: str
    display: str
    stock: str
    spoils: str
    on_order: str
    wanted: str
    shelf_life: str
    most: str
    capacity: str
    least: str
    pack: str
    budget: str


class LastOrder(Output):
    """What an order of an earlier day asked of a product."""

    day: date
    quantity: str


class SuggestionLine(Output):
    """A product that somebody supplies, in packs, of which an order takes `least_quantity` to `most_quantity`.

    `last_quantity` is what the last order of an earlier day from the source asked of it, null without one, and
    `last_orders` are the last three that asked for some. `ordered_today` went off to the source today already, and what
    is suggested is what that leaves. `out_days` are those of the last 14 on which there was none to sell for a while.
    `arithmetic` is null while it is being counted by people like the reader.
    """

    product_id: UUID
    code: str
    name: Words
    unit: str
    unit_name: Words
    source_id: UUID
    pack_quantity: str
    pack_cents: int
    least_quantity: str
    most_quantity: str | None
    quantity: str
    last_quantity: str | None
    last_orders: tuple[LastOrder, ...]
    ordered_today: str
    out_days: int
    must_order: bool
    promoted: bool
    attention: tuple[Attention, ...]
    arithmetic: Arithmetic | None


class OfferedProduct(Output):
    """A product that a source offers to the store and of which its sheet says nothing."""

    product_id: UUID
    code: str
    name: Words
    unit: str
    unit_name: Words
    source_id: UUID
    pack_quantity: str
    pack_cents: int
    least_quantity: str
    most_quantity: str | None
    must_order: bool


class OffersOut(Output):
    """What can be ordered beside what is suggested on the store's business day."""

    store_id: UUID
    day: date
    offers: list[OfferedProduct]


class SuggestionSource(Output):
    """Where lines are ordered: until when today, when that arrives, can be sold, and how many days it must last."""

    id: UUID
    code: str
    name: str
    origin_name: str
    cut_off_at: datetime
    arrives_on: date
    sold_from: date
    cover_days: int
    least_cents: int
    budget_cents: int | None


class SuggestionsOut(Output):
    """What a store is advised to order on its business day `day`; without `planned_at` nothing was computed yet.

    A quantity that departs from what is suggested by more than `reason_percent` and `reason_cents` needs a reason.
    """

    store_id: UUID
    day: date
    planned_at: datetime | None
    reason_percent: int
    reason_cents: int
    sources: list[SuggestionSource]
    lines: list[SuggestionLine]


class SoldDay(Output):
    """What was sold on a business day, and for which share of its hours there was nothing to sell (0 to 1)."""

    day: date
    quantity: str
    out: float


class ExpectedDay(Output):
    """What is expected to be sold on a day, in base units."""

    day: date
    quantity: float


class PromotedDays(Output):
    """A promotion of the product at the store; `discount` is the price over the usual one."""

    name: str
    kind: PromotionKind
    first_day: date
    last_day: date
    discount: float | None


class OrderedLately(Output):
    """What an order of the store asked of the product; `suggested` is null where nothing was."""

    order_id: UUID
    day: date
    state: OrderState
    suggested: str | None
    quantity: str


class CameIn(Output):
    """Goods of the product that came in lately, by whatever way."""

    cause: Cause
    occurred_at: datetime
    quantity: str


class LotLeft(Output):
    """What is on hand of a lot; without a code, goods whose lot nobody has named."""

    lot_code: str | None
    expires_on: date | None
    quantity: str


class SuggestionOut(Output):
    """Why a line says what it says. `came` and `lots` are empty while the product is being counted."""

    day: date
    planned_at: datetime
    line: SuggestionLine
    service: float
    sold: list[SoldDay]
    expected: list[ExpectedDay]
    promotions: list[PromotedDays]
    ordered: list[OrderedLately]
    came: list[CameIn]
    lots: list[LotLeft]


class PlanSuggestions(Input):
    """Compute a store's suggestions of today anew, from what is known now."""

    store_id: UUID


class SuggestionsAsked(Output):
    """They are being computed; what is planned at `asked_at` or later is the answer."""

    store_id: UUID
    asked_at: datetime
