"""Suppliers."""

from enum import StrEnum

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, text_enum


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
