"""Promotions: which goods are offered on which days in which stores, at what price, and what that did."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class PromotionKind(StrEnum):
    """What customers see: another price, more for less, a display, or a page in the leaflet."""

    PRICE = "price"
    MULTI_BUY = "multi_buy"
    LEAFLET = "leaflet"
    DISPLAY = "display"


class PromotionStatus(StrEnum):
    """Whether it takes place; a cancelled one counts for nothing."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Promotion(Tenanted, Versioned, Base):
    """Goods are promoted from `first_day` to `last_day`; without places in the whole chain.

    `discount` is the price over the usual one, for a multi-buy what a unit costs on average; null where the price
    stays. `uplift` is the factor on units that whoever planned it expects.
    """

    __tablename__ = "promotion"
    __table_args__ = (
        belongs_to("account", column="planned_by"),
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("first_day <= last_day AND last_day - first_day < 366", name="days_in_order"),
        CheckConstraint("discount BETWEEN 0.3 AND 1", name="discount_likely"),
        CheckConstraint("kind NOT IN ('price', 'multi_buy') OR discount IS NOT NULL", name="price_is_named"),
        CheckConstraint("kind <> 'display' OR discount IS NULL", name="display_keeps_price"),
        CheckConstraint("uplift BETWEEN 0.05 AND 20", name="uplift_likely"),
        Index(None, "org_id", "first_day", "id"),
        Index(None, "org_id", "last_day"),
    )

    name: Mapped[str]
    kind: Mapped[PromotionKind] = mapped_column(text_enum(PromotionKind))
    first_day: Mapped[date]
    last_day: Mapped[date]
    discount: Mapped[Decimal | None] = mapped_column(Numeric(4, 3))
    uplift: Mapped[Decimal | None] = mapped_column(Numeric(6, 3))
    note: Mapped[str]
    status: Mapped[PromotionStatus] = mapped_column(text_enum(PromotionStatus))
    planned_by: Mapped[UUID]


class PromotionPlace(Base):
    """A store, or a region with all stores that lie in it at the time."""

    __tablename__ = "promotion_place"
    __table_args__ = (
        belongs_to("promotion"),
        belongs_to("scope_node", column="place_id"),
        Index(None, "org_id", "place_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    promotion_id: Mapped[UUID] = mapped_column(primary_key=True)
    place_id: Mapped[UUID] = mapped_column(primary_key=True)


class PromotionProduct(Base):
    """A product that is promoted; `discount` where it is another than the promotion's."""

    __tablename__ = "promotion_product"
    __table_args__ = (
        belongs_to("promotion"),
        belongs_to("product"),
        CheckConstraint("discount BETWEEN 0.3 AND 1", name="discount_likely"),
        Index(None, "org_id", "product_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    promotion_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    discount: Mapped[Decimal | None] = mapped_column(Numeric(4, 3))


class PromotionReview(Base):
    """What a promotion did to a product: units sold on its days, and units expected of them without it.

    Days and stores without stock count in neither. The promotion's own figures are the sums.
    """

    __tablename__ = "promotion_review"
    __table_args__ = (
        belongs_to("promotion"),
        belongs_to("product"),
        CheckConstraint("sold >= 0 AND expected >= 0", name="not_negative"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    promotion_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    sold: Mapped[Decimal] = mapped_column(Numeric(15, 3))
    expected: Mapped[Decimal] = mapped_column(Numeric(15, 3))
    until: Mapped[date]
    reviewed_at: Mapped[datetime]
