"""Where a store's goods come from: sources with their delivery days, what they offer, and what a store makes of it."""

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class SourceStatus(StrEnum):
    """Whether anything is ordered from a source."""

    ACTIVE = "active"
    ENDED = "ended"


class ServiceClass(StrEnum):
    """How seldom a product may run out; the levels lie in the rule of the organization."""

    A = "a"
    B = "b"
    C = "c"


class OrderSource(Tenanted, Versioned, Base):
    """A supplier, or a warehouse of the chain, by one way of delivery: chilled goods may come on other days than dry.

    An order placed before `cut_off` (wall clock of the store) arrives `lead_days` later at the earliest. Where goods
    come too late to be sold on their day, `sold_same_day` is false. `least_cents` is the least worth of an order.
    A supplier may bring `over_percent` more than was announced, or what the rule of the organization says.
    """

    __tablename__ = "order_source"
    __table_args__ = (
        belongs_to("supplier"),
        belongs_to("store", column="warehouse_id"),
        UniqueConstraint("org_id", "code"),
        CheckConstraint("num_nonnulls(supplier_id, warehouse_id) = 1", name="one_origin"),
        CheckConstraint("lead_days BETWEEN 0 AND 60", name="lead_days_likely"),
        CheckConstraint("least_cents >= 0", name="least_not_negative"),
        CheckConstraint("over_percent BETWEEN 0 AND 100", name="over_percent_likely"),
        Index(None, "org_id", "recorded_at", "id"),
    )

    code: Mapped[str]
    name: Mapped[str]
    supplier_id: Mapped[UUID | None]
    warehouse_id: Mapped[UUID | None]
    lead_days: Mapped[int] = mapped_column(SmallInteger)
    sold_same_day: Mapped[bool]
    cut_off: Mapped[time]
    least_cents: Mapped[int]
    over_percent: Mapped[int | None] = mapped_column(SmallInteger)
    status: Mapped[SourceStatus] = mapped_column(text_enum(SourceStatus))


class OrderDelivery(Versioned, Base):
    """A source delivers to a store on these days of the week: bit 0 is Monday, bit 6 Sunday.

    `budget_cents` is what one order of the store may cost; without it nothing limits it.
    """

    __tablename__ = "order_delivery"
    __table_args__ = (
        belongs_to("order_source", column="source_id"),
        belongs_to("store"),
        CheckConstraint("weekdays BETWEEN 1 AND 127", name="some_weekday"),
        CheckConstraint("budget_cents >= 0", name="budget_not_negative"),
        Index(None, "org_id", "store_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    weekdays: Mapped[int] = mapped_column(SmallInteger)
    budget_cents: Mapped[int | None]


class OrderDeliveryDay(Base):
    """A day on which a source delivers though its weekday does not, or does not deliver though it does."""

    __tablename__ = "order_delivery_day"
    __table_args__ = (belongs_to("order_source", column="source_id"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    delivers: Mapped[bool]


class OrderOffer(Versioned, Base):
    """What a source sells: a product in packs of `pack_quantity` base units at `pack_cents`.

    An order takes at least `least` and at most `most` base units of it. `life_days` are the days on which it can be
    sold once it has come; without them it does not perish. Of several sources of a product a store takes the one of
    the lowest `rank`.
    """

    __tablename__ = "order_offer"
    __table_args__ = (
        belongs_to("order_source", column="source_id"),
        belongs_to("product"),
        CheckConstraint("pack_quantity > 0", name="pack_positive"),
        CheckConstraint("pack_cents >= 0", name="price_not_negative"),
        CheckConstraint("least >= 0 AND most >= least", name="limits_in_order"),
        CheckConstraint("life_days > 0", name="life_positive"),
        Index(None, "org_id", "product_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    pack_quantity: Mapped[Decimal]
    pack_cents: Mapped[int]
    least: Mapped[Decimal]
    most: Mapped[Decimal | None]
    life_days: Mapped[int | None] = mapped_column(SmallInteger)
    service_class: Mapped[ServiceClass] = mapped_column(text_enum(ServiceClass))
    rank: Mapped[int] = mapped_column(SmallInteger)


class OrderStoreTerms(Versioned, Base):
    """What differs at a store for a product: whether it is carried, must be ordered, how little and how much of it.

    `capacity` is what its place on the shelf holds, `keep_at_least` what should always be there (for the look of the
    shelf), both in base units.
    """

    __tablename__ = "order_store_terms"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
        CheckConstraint("keep_at_least >= 0", name="kept_not_negative"),
        Index(None, "org_id", "product_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    carried: Mapped[bool]
    must_order: Mapped[bool]
    capacity: Mapped[Decimal | None]
    keep_at_least: Mapped[Decimal]


class OrderRule(Versioned, Base):
    """The service levels of an organization's classes: on which share of occasions a product must last."""

    __tablename__ = "order_rule"
    __table_args__ = (
        CheckConstraint(
            "0.5 <= level_c AND level_c <= level_b AND level_b <= level_a AND level_a <= 0.99", name="levels_in_order"
        ),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    level_a: Mapped[Decimal]
    level_b: Mapped[Decimal]
    level_c: Mapped[Decimal]
