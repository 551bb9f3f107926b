"""Promotions on the wire. `discount` is the price over the usual one, 0.8 for a fifth off; `uplift` a factor."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output, Words
from storewalk.identity.api import NodeKind
from storewalk.ordering.promotion_models import PromotionKind, PromotionStatus

MAX_PLACES = 500
MAX_PRODUCTS = 2_000
Discount = Annotated[float, Meta(ge=0.3, le=1)]
Uplift = Annotated[float, Meta(ge=0.05, le=20)]


class PromotedProduct(Input):
    """A product of a promotion; `discount` where it is another than the promotion's."""

    product_id: UUID
    discount: Discount | None = None


class PromotionForm(Input):
    """A promotion as it shall be. Places are stores or regions; without any it runs in the whole chain."""

    name: Annotated[str, Meta(min_length=1, max_length=100)]
    kind: PromotionKind
    first_day: date
    last_day: date
    discount: Discount | None = None
    uplift: Uplift | None = None
    place_ids: Annotated[list[UUID], Meta(max_length=MAX_PLACES)] = field(default_factory=list[UUID])
    products: Annotated[list[PromotedProduct], Meta(min_length=1, max_length=MAX_PRODUCTS)]
    note: Annotated[str, Meta(max_length=500)] = ""


class AddPromotion(PromotionForm):
    """Plan a promotion, under an id of the sender's own or a new one."""

    id: UUID | None = None


class ChangePromotion(PromotionForm):
    """Plan it otherwise, all of it anew."""

    if_version: int


class CancelPromotion(Input):
    """Say that it does not take place, or did not."""

    if_version: int


class PromotionPlaceOut(Output):
    """A store or a region in which a promotion runs."""

    id: UUID
    name: str
    kind: NodeKind


class PromotionOut(Output):
    """A promotion, and what it did once its days are over and were looked at.

    `places` are those in the reader's scope; `everywhere` is the whole chain. `sold` are units sold on its days,
    `expected` those expected without it, `measured` the one over the other; null before the review.
    """

    id: UUID
    name: str
    kind: PromotionKind
    first_day: date
    last_day: date
    discount: float | None
    uplift: float | None
    everywhere: bool
    places: list[PromotionPlaceOut]
    product_count: int
    status: PromotionStatus
    planned_by_name: str
    sold: str | None
    expected: str | None
    measured: float | None
    reviewed_at: datetime | None
    may_change: bool
    version: int
    recorded_at: datetime


class PromotedProductOut(Output):
    """A product of a promotion, and what it did for it; null before the review and where nothing was sold."""

    id: UUID
    code: str
    name: Words
    unit_name: Words
    discount: float | None
    sold: str | None
    expected: str | None
    measured: float | None


class PromotionDetail(PromotionOut):
    """A promotion with its products."""

    note: str
    products: list[PromotedProductOut]


def share(value: float | None) -> Decimal | None:
    """Return a factor as it is kept, in thousandths."""
    return None if value is None else Decimal(repr(value)).quantize(Decimal("0.001"))
