"""What happens to goods that will not be sold: steps on lots before they expire, and reports of waste."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class LotStepKind(StrEnum):
    """What was done about a lot that expires soon: its price cut, taken off the shelf, thrown away."""

    MARKED_DOWN = "marked_down"
    WITHDRAWN = "withdrawn"
    WASTED = "wasted"


class WasteReason(StrEnum):
    """Why goods were thrown away."""

    EXPIRED = "expired"
    DAMAGED = "damaged"
    SPOILED = "spoiled"
    NEGLECT = "neglect"
    THEFT = "theft"
    TASTING = "tasting"
    DISASTER = "disaster"
    OTHER = "other"


TAX_LOST: Final = frozenset({WasteReason.NEGLECT, WasteReason.THEFT})
"""Whose input tax is lost (进项税额转出): loss through mismanagement, that is goods stolen, lost or spoilt by neglect.

增值税暂行条例 第十条, 实施细则 第二十四条; ordinary loss on the shelf and natural disaster are not among them.
"""


class WasteStatus(StrEnum):
    """A report of little value is posted at once, one above the limit waits for somebody else."""

    PENDING = "pending"
    POSTED = "posted"
    REFUSED = "refused"


class LotStep(Tenanted, Base):
    """Something that was done about a lot at a store."""

    __tablename__ = "lot_step"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("account", column="taken_by"),
        CheckConstraint("(kind = 'marked_down') = (price_cents IS NOT NULL)", name="marked_down_has_price"),
        Index(None, "org_id", "store_id", "lot_id"),
    )

    store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    lot_id: Mapped[UUID]
    kind: Mapped[LotStepKind] = mapped_column(text_enum(LotStepKind))
    price_cents: Mapped[int | None]
    taken_by: Mapped[UUID]
    taken_at: Mapped[datetime]


class WasteReport(Tenanted, Versioned, Base):
    """Goods that are said to be thrown away. `value_cents` is an estimate until they are posted."""

    __tablename__ = "waste_report"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("account", column="reported_by"),
        belongs_to("account", column="decided_by"),
        CheckConstraint("quantity > 0 AND value_cents >= 0", name="wastes_something"),
        CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name="decision_is_whole"),
        CheckConstraint("status <> 'refused' OR decided_at IS NOT NULL", name="refused_by_somebody"),
        CheckConstraint("reported_by <> decided_by", name="another_decides"),
        Index(None, "org_id", "recorded_at", "id"),
        Index(None, "org_id", "store_id", "status"),
        Index(None, "org_id", "changed_at"),
    )

    store_id: Mapped[UUID]
    product_id: Mapped[UUID]
    lot_id: Mapped[UUID | None]
    quantity: Mapped[Decimal]
    reason: Mapped[WasteReason] = mapped_column(text_enum(WasteReason))
    note: Mapped[str]
    photo_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    status: Mapped[WasteStatus] = mapped_column(text_enum(WasteStatus))
    value_cents: Mapped[int]
    reported_by: Mapped[UUID]
    reported_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decision_note: Mapped[str]


class WasteRule(Base):
    """Up to which value, in cents, waste needs nobody's approval."""

    __tablename__ = "waste_rule"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    approval_cents: Mapped[int]
    changed_at: Mapped[datetime]
