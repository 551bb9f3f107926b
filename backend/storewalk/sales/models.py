"""Receipts and their booked lines, by month and never changed; the keys that make a receipt one; lines that wait."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum


class ParkReason(StrEnum):
    """Why a line is not booked: nobody knows what it is, or the book does not have it and must not go below zero."""

    UNKNOWN_PRODUCT = "unknown_product"
    NO_STOCK = "no_stock"


class Sale(Tenanted, Base):
    """A receipt of a till. Partitioned by the month of `recorded_at`; `amount_cents` is less what was paid back."""

    __tablename__ = "sale"
    __table_args__ = (
        belongs_to("store"),
        CheckConstraint("line_count > 0", name="has_lines"),
        Index(None, "org_id", "store_id", "business_date", "occurred_at"),
        {"postgresql_partition_by": "RANGE (recorded_at)"},
    )

    recorded_at: Mapped[datetime] = mapped_column(primary_key=True, sort_order=-1)
    store_id: Mapped[UUID]
    receipt_number: Mapped[str]
    occurred_at: Mapped[datetime]
    business_date: Mapped[date]
    line_count: Mapped[int]
    amount_cents: Mapped[int]


class SaleLine(Tenanted, Base):
    """A line of a receipt that is booked, in base units. Partitioned by the month of `recorded_at`.

    What it cost is in the ledger alone: its moves have the sale (or, where it had to wait, this line) as their cause.
    """

    __tablename__ = "sale_line"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        Index(None, "org_id", "sale_id"),
        {"postgresql_partition_by": "RANGE (recorded_at)"},
    )

    recorded_at: Mapped[datetime] = mapped_column(primary_key=True, sort_order=-1)
    sale_id: Mapped[UUID]
    line_number: Mapped[int]
    store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    quantity: Mapped[Decimal]
    amount_cents: Mapped[int]
    returned: Mapped[bool]
    occurred_at: Mapped[datetime]
    business_date: Mapped[date]


class SaleKey(Base):
    """A receipt number of a store is one sale, whichever month it comes again in; `digest` tells other content."""

    __tablename__ = "sale_key"
    __table_args__ = (belongs_to("store"), Index(None, "org_id", "sale_id", unique=True))

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    receipt_number: Mapped[str] = mapped_column(primary_key=True)
    sale_id: Mapped[UUID]
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    recorded_at: Mapped[datetime]


class ParkedLine(Tenanted, Base):
    """A line that waits, as the till sent it: `quantity` in `unit`, or without one in base units.

    `gtin` is the barcode's 14 digits where it has one. A line is booked once, at `posted_at`, with the time it had.
    """

    __tablename__ = "parked_line"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        CheckConstraint("barcode IS NOT NULL OR code IS NOT NULL", name="names_something"),
        Index("ix_parked_line_waiting", "org_id", "occurred_at", "id", postgresql_where=text("posted_at IS NULL")),
        Index("ix_parked_line_waiting_gtin", "org_id", "gtin", postgresql_where=text("posted_at IS NULL")),
        Index("ix_parked_line_waiting_store", "org_id", "store_id", postgresql_where=text("posted_at IS NULL")),
        Index(None, "org_id", "sale_id"),
    )

    sale_id: Mapped[UUID]
    line_number: Mapped[int]
    store_id: Mapped[UUID]
    receipt_number: Mapped[str]
    reason: Mapped[ParkReason] = mapped_column(text_enum(ParkReason))
    barcode: Mapped[str | None]
    gtin: Mapped[str | None]
    code: Mapped[str | None]
    product_id: Mapped[UUID | None]
    quantity: Mapped[Decimal]
    unit: Mapped[str | None]
    amount_cents: Mapped[int]
    returned: Mapped[bool]
    occurred_at: Mapped[datetime]
    business_date: Mapped[date]
    posted_at: Mapped[datetime | None]
