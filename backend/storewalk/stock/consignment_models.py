"""Goods that a document of another room sent on their way, lot by lot, and what such documents keep reserved."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to


class StockConsignment(Tenanted, Base):
    """Goods of one lot that were sent to a store; `left_quantity`, worth `left_cents`, is still on its way."""

    __tablename__ = "stock_consignment"
    __table_args__ = (
        belongs_to("store", column="from_store_id"),
        belongs_to("store", column="to_store_id"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        CheckConstraint("quantity > 0 AND value_cents >= 0", name="sends_something"),
        CheckConstraint("left_quantity BETWEEN 0 AND quantity AND left_cents >= 0", name="no_more_left_than_sent"),
        CheckConstraint("left_quantity > 0 OR left_cents = 0", name="nothing_is_worth_nothing"),
        Index(None, "org_id", "document_id"),
        Index("ix_stock_consignment_left", "org_id", "to_store_id", postgresql_where=text("left_quantity > 0")),
    )

    document_id: Mapped[UUID]
    document_line: Mapped[int]
    from_store_id: Mapped[UUID]
    to_store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    lot_id: Mapped[UUID | None]
    quantity: Mapped[Decimal]
    value_cents: Mapped[int]
    left_quantity: Mapped[Decimal]
    left_cents: Mapped[int]
    sent_at: Mapped[datetime]


class StockReservation(Base):
    """What a document of another room keeps of a store's goods until it sends them: nobody else is promised these."""

    __tablename__ = "stock_reservation"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        CheckConstraint("quantity > 0", name="keeps_something"),
        Index(None, "org_id", "store_id", "product_id"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID]
    quantity: Mapped[Decimal]
