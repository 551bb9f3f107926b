"""Suppliers, and the way in which each gets its orders."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class SupplierStatus(StrEnum):
    """Whether the chain still buys from a supplier."""

    ACTIVE = "active"
    ENDED = "ended"


class Supplier(Tenanted, Versioned, Base):
    """A company that the chain buys from; `credit_code` is its unified social credit code, empty where unknown."""

    __tablename__ = "supplier"
    __table_args__ = (
        UniqueConstraint("org_id", "code"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "credit_code", unique=True, postgresql_where=text("credit_code <> ''")),
    )

    code: Mapped[str]
    name: Mapped[str]
    pinyin: Mapped[str] = mapped_column(Text(collation="C"))
    credit_code: Mapped[str]
    email: Mapped[str]
    status: Mapped[SupplierStatus] = mapped_column(text_enum(SupplierStatus))


class OrderWay(StrEnum):
    """How a supplier gets an order: as a file that somebody hands over, by e-mail, or posted to its own system."""

    FILE = "file"
    MAIL = "mail"
    WEBHOOK = "webhook"


class SupplierWay(Versioned, Base):
    """How a supplier gets its orders; one without a row gets them as a file.

    `address` is the e-mail address or the receiver's URL; the receiver's secret is encrypted (`core.vault`). With
    `automatic` orders leave by themselves at the source's cut-off. A test that was asked for has been answered by
    `tested_at`, with `test_fault` where it did not arrive.
    """

    __tablename__ = "supplier_way"
    __table_args__ = (
        belongs_to("supplier"),
        CheckConstraint("(way = 'file') = (address = '')", name="way_has_address"),
        CheckConstraint("(way = 'webhook') = (secret IS NOT NULL)", name="webhook_has_secret"),
        CheckConstraint("language IN ('zh', 'en')", name="language_is_known"),
        CheckConstraint("tested_at IS NULL OR test_asked_at IS NOT NULL", name="tested_when_asked"),
        CheckConstraint("test_fault = '' OR tested_at IS NOT NULL", name="fault_of_a_test"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    supplier_id: Mapped[UUID] = mapped_column(primary_key=True)
    way: Mapped[OrderWay] = mapped_column(text_enum(OrderWay))
    address: Mapped[str]
    secret: Mapped[str | None] = mapped_column(info={"secret": True})
    language: Mapped[str]
    automatic: Mapped[bool]
    test_asked_at: Mapped[datetime | None]
    tested_at: Mapped[datetime | None]
    test_fault: Mapped[str]
