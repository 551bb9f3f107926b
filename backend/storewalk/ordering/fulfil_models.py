"""What becomes of an order after its approval: what the source confirms, sends, what arrives, and what is claimed."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Integer, Numeric, SmallInteger, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class ConfirmedWhy(StrEnum):
    """Why a source sends what it does: all that was ordered, a share where there is not enough, or its own word.

    An adjusted share is what somebody made of it by hand, and says why.
    """

    IN_FULL = "in_full"
    SHARED = "shared"
    SOURCE = "source"
    ADJUSTED = "adjusted"


class MissingWhy(StrEnum):
    """Why goods that were shipped are not there: lost on the way, or never loaded."""

    LOST = "lost"
    NOT_LOADED = "not_loaded"


class ClaimKind(StrEnum):
    """What a store holds against a source."""

    SHORTAGE = "shortage"
    DAMAGE = "damage"
    RETURN = "return"


class ClaimState(StrEnum):
    """Where a claim is: open → settled or refused."""

    OPEN = "open"
    SETTLED = "settled"
    REFUSED = "refused"


class OrderConfirmation(Base):
    """Why a line's confirmed quantity is what it is.

    Where goods were shared, `there` is what the warehouse could give to all orders of the day, `asked` what they asked
    for together, and `need` what this store lacks of it until its next delivery.
    """

    __tablename__ = "order_confirmation"
    __table_args__ = (
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        CheckConstraint("(there IS NULL) = (asked IS NULL) AND (there IS NULL) = (need IS NULL)", name="shared_whole"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    why: Mapped[ConfirmedWhy] = mapped_column(text_enum(ConfirmedWhy))
    there: Mapped[Decimal | None]
    asked: Mapped[Decimal | None]
    need: Mapped[Decimal | None]
    note: Mapped[str]


class OrderShipment(Tenanted, Versioned, Base):
    """One of the deliveries of an order; `received_at` is when all of it was accounted for.

    A warehouse's goods are in transit in the stock ledger, a supplier's are only announced.
    """

    __tablename__ = "order_shipment"
    __table_args__ = (
        belongs_to("store_order", column="order_id"),
        belongs_to("account", column="shipped_by"),
        UniqueConstraint("org_id", "order_id", "number"),
    )

    order_id: Mapped[UUID]
    number: Mapped[int] = mapped_column(SmallInteger)
    expected_at: Mapped[datetime | None]
    note: Mapped[str]
    shipped_by: Mapped[UUID]
    shipped_at: Mapped[datetime]
    received_at: Mapped[datetime | None]


class OrderShipmentLine(Tenanted, Base):
    """What a delivery brings of one lot of a product, and what has become of it.

    `received` is on the store's book, `damaged` came and is not, `missing` did not come. A supplier may bring more
    than it announced.
    """

    __tablename__ = "order_shipment_line"
    __table_args__ = (
        belongs_to("order_shipment", column="shipment_id"),
        belongs_to("store_order", column="order_id"),
        belongs_to("product"),
        UniqueConstraint("org_id", "shipment_id", "position"),
        CheckConstraint("shipped > 0", name="ships_something"),
        CheckConstraint("received >= 0 AND damaged >= 0 AND missing >= 0", name="from_zero"),
        CheckConstraint("consignment_id IS NULL OR received + damaged + missing <= shipped", name="no_more_than_sent"),
        Index(None, "org_id", "order_id"),
    )

    shipment_id: Mapped[UUID]
    order_id: Mapped[UUID]
    product_id: Mapped[UUID]
    position: Mapped[int]
    lot_code: Mapped[str]
    expires_on: Mapped[date | None]
    consignment_id: Mapped[UUID | None]
    shipped: Mapped[Decimal]
    received: Mapped[Decimal]
    damaged: Mapped[Decimal]
    missing: Mapped[Decimal]


class OrderReceipt(Tenanted, Base):
    """What a store took in of a delivery at once; it is posted to the stock ledger under its own id."""

    __tablename__ = "order_receipt"
    __table_args__ = (
        belongs_to("store_order", column="order_id"),
        belongs_to("order_shipment", column="shipment_id"),
        belongs_to("account", column="received_by"),
        CheckConstraint("value_cents >= 0", name="value_not_negative"),
        Index(None, "org_id", "order_id"),
    )

    order_id: Mapped[UUID]
    shipment_id: Mapped[UUID]
    received_by: Mapped[UUID]
    received_at: Mapped[datetime]
    note: Mapped[str]
    value_cents: Mapped[int]


class OrderReceiptLine(Tenanted, Base):
    """What came of a line of a delivery, what came damaged, and what did not come and why."""

    __tablename__ = "order_receipt_line"
    __table_args__ = (
        belongs_to("order_receipt", column="receipt_id"),
        belongs_to("order_shipment_line", column="shipment_line_id"),
        belongs_to("product"),
        UniqueConstraint("org_id", "receipt_id", "position"),
        CheckConstraint("received >= 0 AND damaged >= 0 AND missing >= 0", name="from_zero"),
        CheckConstraint("received + damaged + missing > 0", name="says_something"),
        CheckConstraint("(missing > 0) = (missing_why IS NOT NULL)", name="missing_has_reason"),
        CheckConstraint("value_cents >= 0", name="value_not_negative"),
    )

    receipt_id: Mapped[UUID]
    shipment_line_id: Mapped[UUID]
    product_id: Mapped[UUID]
    position: Mapped[int]
    received: Mapped[Decimal]
    damaged: Mapped[Decimal]
    missing: Mapped[Decimal]
    missing_why: Mapped[MissingWhy | None] = mapped_column(text_enum(MissingWhy))
    lot_code: Mapped[str]
    expires_on: Mapped[date | None]
    temperature: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    note: Mapped[str]
    photo_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    value_cents: Mapped[int]


class OrderClaim(Tenanted, Versioned, Base):
    """What a store holds against a source, worth `value_cents`; of a settled one the source owns up to `settled_cents`.

    Goods that go back leave the store's book when their claim is settled.
    """

    __tablename__ = "order_claim"
    __table_args__ = (
        belongs_to("store_order", column="order_id"),
        belongs_to("order_receipt", column="receipt_id"),
        belongs_to("product"),
        belongs_to("account", column="opened_by"),
        belongs_to("account", column="decided_by"),
        CheckConstraint("quantity > 0 AND value_cents >= 0 AND settled_cents >= 0", name="claims_something"),
        CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_has_time"),
        CheckConstraint("(decided_at IS NULL) = (decided_by IS NULL)", name="somebody_decides"),
        CheckConstraint("(state = 'settled') = (settled_cents IS NOT NULL)", name="settled_has_value"),
        CheckConstraint("(kind = 'return') = (receipt_id IS NULL)", name="found_at_a_receipt"),
        Index(None, "org_id", "order_id"),
        Index(None, "org_id", "recorded_at", "id"),
    )

    order_id: Mapped[UUID]
    receipt_id: Mapped[UUID | None]
    product_id: Mapped[UUID]
    kind: Mapped[ClaimKind] = mapped_column(text_enum(ClaimKind))
    state: Mapped[ClaimState] = mapped_column(text_enum(ClaimState))
    quantity: Mapped[Decimal]
    value_cents: Mapped[int]
    note: Mapped[str]
    photo_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    opened_by: Mapped[UUID]
    opened_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decision_note: Mapped[str]
    settled_cents: Mapped[int | None]


class OrderReceivingRule(Versioned, Base):
    """By how many per cent of what was announced a supplier may bring more."""

    __tablename__ = "order_receiving_rule"
    __table_args__ = (CheckConstraint("over_percent BETWEEN 0 AND 100", name="over_percent_likely"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    over_percent: Mapped[int] = mapped_column(Integer())
