"""Goods that go from one store to another: who asked, agreed, sent and took them in, and what was on its way."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class TransferStatus(StrEnum):
    """requested → approved → shipped → received; refused instead of approved, cancelled before it is shipped."""

    REQUESTED = "requested"
    REFUSED = "refused"
    APPROVED = "approved"
    SHIPPED = "shipped"
    RECEIVED = "received"
    CANCELLED = "cancelled"


class DifferenceReason(StrEnum):
    """Why less arrived than was sent."""

    NOT_LOADED = "not_loaded"
    DAMAGED = "damaged"
    LOST = "lost"
    OTHER = "other"


RETURNED: Final = frozenset({DifferenceReason.NOT_LOADED})
"""What is the sender's again: goods that never left. Whatever else is missing is the receiver's variance."""


class StockTransfer(Tenanted, Versioned, Base):
    """A transfer between two stores. Where the two belong to different legal entities on its day, it is a sale.

    The entities are those of the day of the request, and from the shipment on those of the day of the shipment.
    `reason` says why it was refused or cancelled.
    """

    __tablename__ = "stock_transfer"
    __table_args__ = (
        belongs_to("store", column="from_store_id"),
        belongs_to("store", column="to_store_id"),
        belongs_to("legal_entity", column="from_entity_id"),
        belongs_to("legal_entity", column="to_entity_id"),
        belongs_to("account", column="requested_by"),
        belongs_to("account", column="decided_by"),
        belongs_to("account", column="shipped_by"),
        belongs_to("account", column="received_by"),
        belongs_to("account", column="cancelled_by"),
        CheckConstraint("from_store_id <> to_store_id", name="goes_somewhere"),
        CheckConstraint("requested_by <> decided_by", name="another_decides"),
        CheckConstraint(
            "status NOT IN ('approved', 'refused', 'shipped', 'received') OR decided_at IS NOT NULL", name="decided"
        ),
        CheckConstraint("(status IN ('shipped', 'received')) = (shipped_at IS NOT NULL)", name="shipped_has_time"),
        CheckConstraint("(status = 'received') = (received_at IS NOT NULL)", name="received_has_time"),
        CheckConstraint("(status = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_has_time"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "status", "from_store_id"),
        Index(None, "org_id", "changed_at"),
    )

    from_store_id: Mapped[UUID]
    to_store_id: Mapped[UUID]
    from_entity_id: Mapped[UUID | None]
    to_entity_id: Mapped[UUID | None]
    status: Mapped[TransferStatus] = mapped_column(text_enum(TransferStatus))
    note: Mapped[str]
    reason: Mapped[str]
    requested_by: Mapped[UUID]
    requested_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    shipped_by: Mapped[UUID | None]
    shipped_at: Mapped[datetime | None]
    received_by: Mapped[UUID | None]
    received_at: Mapped[datetime | None]
    cancelled_by: Mapped[UUID | None]
    cancelled_at: Mapped[datetime | None]


class StockTransferLine(Tenanted, Base):
    """A product of a transfer, in base units. Between approval and shipment `approved` is reserved at the sender."""

    __tablename__ = "stock_transfer_line"
    __table_args__ = (
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("product"),
        UniqueConstraint("org_id", "transfer_id", "product_id"),
        CheckConstraint("requested > 0", name="asks_for_something"),
        CheckConstraint("approved BETWEEN 0 AND requested", name="approved_within_requested"),
        CheckConstraint("shipped BETWEEN 0 AND approved", name="shipped_within_approved"),
        CheckConstraint("received BETWEEN 0 AND shipped", name="received_within_shipped"),
        CheckConstraint("(shipped IS NULL) = (shipped_value_cents IS NULL)", name="shipped_is_valued"),
    )

    transfer_id: Mapped[UUID]
    product_id: Mapped[UUID]
    position: Mapped[int]
    requested: Mapped[Decimal]
    approved: Mapped[Decimal | None]
    shipped: Mapped[Decimal | None]
    received: Mapped[Decimal | None]
    shipped_value_cents: Mapped[int | None]


class StockTransferPart(Tenanted, Base):
    """What of a line was sent of one lot, and what arrived of it; where that is less, why."""

    __tablename__ = "stock_transfer_part"
    __table_args__ = (
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("stock_transfer_line", column="line_id"),
        belongs_to("stock_lot", column="lot_id"),
        CheckConstraint("shipped > 0 AND value_cents >= 0", name="sends_something"),
        CheckConstraint("received BETWEEN 0 AND shipped", name="received_within_shipped"),
        CheckConstraint(
            "received IS NULL OR (received < shipped) = (reason IS NOT NULL)", name="difference_has_reason"
        ),
        Index(None, "org_id", "transfer_id"),
    )

    transfer_id: Mapped[UUID]
    line_id: Mapped[UUID]
    position: Mapped[int]
    lot_id: Mapped[UUID | None]
    shipped: Mapped[Decimal]
    value_cents: Mapped[int]
    received: Mapped[Decimal | None]
    reason: Mapped[DifferenceReason | None] = mapped_column(text_enum(DifferenceReason))
    note: Mapped[str]
    photo_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))


class StockTransferExtra(Tenanted, Base):
    """What arrived with a transfer without being in it, or beyond what was sent: told to both ends, never posted.

    `code` is what was scanned; a code that no product has stays as it is.
    """

    __tablename__ = "stock_transfer_extra"
    __table_args__ = (
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("product"),
        UniqueConstraint("org_id", "transfer_id", "position"),
        CheckConstraint("quantity > 0", name="there_is_some"),
        CheckConstraint("code <> '' OR product_id IS NOT NULL", name="is_called_something"),
    )

    transfer_id: Mapped[UUID]
    position: Mapped[int]
    code: Mapped[str]
    product_id: Mapped[UUID | None]
    quantity: Mapped[Decimal]


class StockTransit(Tenanted, Base):
    """How much of a lot is on its way to a store, in neither store yet, and what it is worth."""

    __tablename__ = "stock_transit"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        UniqueConstraint("org_id", "store_id", "product_id", "lot_id", postgresql_nulls_not_distinct=True),
        CheckConstraint("quantity >= 0 AND value_cents >= 0", name="not_below_zero"),
        CheckConstraint("quantity > 0 OR value_cents = 0", name="nothing_is_worth_nothing"),
    )

    store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    lot_id: Mapped[UUID | None]
    quantity: Mapped[Decimal]
    value_cents: Mapped[int]
