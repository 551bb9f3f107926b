"""Goods that are called back from every store, and what each had of them."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to


class StockRecall(Tenanted, Versioned, Base):
    """A recall of some lots of a product, or without any of all of it. While it is open nobody offers the goods."""

    __tablename__ = "stock_recall"
    __table_args__ = (
        belongs_to("product"),
        belongs_to("account", column="opened_by"),
        belongs_to("account", column="ended_by"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "product_id"),
    )

    product_id: Mapped[UUID]
    lot_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    reason: Mapped[str]
    opened_by: Mapped[UUID]
    opened_at: Mapped[datetime]
    ended_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]


class StockRecallStore(Base):
    """What a store had when a recall reached it, and the count that was opened for it."""

    __tablename__ = "stock_recall_store"
    __table_args__ = (belongs_to("stock_recall", column="recall_id"), belongs_to("store"))

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    recall_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    quantity: Mapped[Decimal]
    count_id: Mapped[UUID | None]
