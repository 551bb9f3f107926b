"""Waste and expiring lots on the wire. Quantities are decimals in text, money is cents."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.stock.expiry import Freshness
from storewalk.stock.waste_models import LotStepKind, WasteReason, WasteStatus

Note = Annotated[str, Meta(max_length=500)]
MAX_PHOTOS = 6
MAX_CENTS = 10**12


class ReportWaste(Input):
    """Goods to throw away: of a lot, or wherever they lie. A photo shows them; theft and tasting have none to show."""

    id: UUID | None = None
    store_id: UUID
    product_id: UUID
    lot_id: UUID | None = None
    quantity: Decimal
    reason: WasteReason
    note: Note = ""
    photo_ids: Annotated[list[UUID], Meta(max_length=MAX_PHOTOS)] = field(default_factory=list[UUID])


class DecideWaste(Input):
    """Approve a report of waste or refuse it; a refusal says why."""

    approved: bool
    note: Note = ""
    if_version: int


class StepOnLot(Input):
    """Cut a lot's price (with the new one) or take it off the shelf."""

    id: UUID | None = None
    kind: LotStepKind
    price_cents: Annotated[int, Meta(ge=1, le=MAX_CENTS)] | None = None


class SetWasteRule(Input):
    """Up to which value, in cents, waste is posted without anybody's approval."""

    approval_cents: Annotated[int, Meta(ge=0, le=MAX_CENTS)]


class WasteRuleOut(Output):
    """The rule in force."""

    approval_cents: int


class WasteOut(Output):
    """A report of waste. `tax_lost`: the input tax of such a loss has to be given back."""

    id: UUID
    store_id: UUID
    store_name: str
    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    lot_id: UUID | None
    lot_code: str | None
    quantity: str
    reason: WasteReason
    tax_lost: bool
    note: str
    photo_ids: list[UUID]
    status: WasteStatus
    value_cents: int
    reported_by_name: str
    reported_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    decision_note: str
    version: int
    recorded_at: datetime


class LotStepOut(Output):
    """What was done about a lot last."""

    kind: LotStepKind
    price_cents: int | None
    taken_by_name: str
    taken_at: datetime


class Stand(StrEnum):
    """How a lot stands today: past its last day, on it, or near it."""

    EXPIRED = "expired"
    TODAY = "today"
    NEAR = "near"


class ExpiringLot(Output):
    """A lot at a store that is near its last day or past it; `days_left` counts from the store's own day.

    Without quantities while the goods are being counted by the store's own people, who are those that ask.
    """

    store_id: UUID
    store_name: str
    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    price_cents: int
    lot_id: UUID
    lot_code: str
    produced_on: date | None
    expires_on: date
    days_left: int
    freshness: Freshness
    quantity: str | None
    shelf: str | None
    back_room: str | None
    step: LotStepOut | None


class ExpiryMeasure(Output):
    """How lots that came near their end within a time were dealt with, of those that have ended since.

    `handled` were sold out, marked down, withdrawn or wasted on or before their last day; `expired` were not.
    """

    lots: int
    handled: int
    expired: int
    wasted_cents: int


class EndedLot(Output):
    """A lot whose last day is over. `left`: what of it was there after that day; `step`: what was done in time."""

    store_id: UUID
    store_name: str
    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    lot_id: UUID
    lot_code: str
    expires_on: date
    handled: bool
    left: str
    step: LotStepKind | None
