"""The reading of one shelf photo."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, Numeric, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum


class ReadingState(StrEnum):
    """`pending` until the detector has answered; `unsure` and `failed` ask a person. None of them is a pass."""

    PENDING = "pending"
    READ = "read"
    UNSURE = "unsure"
    FAILED = "failed"


class ShelfReading(Tenanted, Base):
    """What was seen on a photo. Availability is facings ÷ (facings + gaps), 0 to 1."""

    __tablename__ = "shelf_reading"
    __table_args__ = (
        belongs_to("photo"),
        belongs_to("scope_node", column="store_id"),
        UniqueConstraint("org_id", "photo_id"),
        CheckConstraint("availability BETWEEN 0 AND 1", name="availability_share"),
        CheckConstraint(
            "state <> 'read' OR (availability IS NOT NULL AND facings IS NOT NULL AND gaps IS NOT NULL)",
            name="read_has_figures",
        ),
        CheckConstraint("state IN ('pending', 'read') OR reason IS NOT NULL", name="doubt_has_reason"),
        Index(None, "org_id", "store_id", "recorded_at"),
    )
    photo_id: Mapped[UUID]
    store_id: Mapped[UUID]
    state: Mapped[ReadingState] = mapped_column(text_enum(ReadingState))
    tries: Mapped[int] = mapped_column(Integer)
    reason: Mapped[str | None]
    availability: Mapped[float | None] = mapped_column(Numeric(5, 4, asdecimal=False))
    facings: Mapped[int | None] = mapped_column(Integer)
    gaps: Mapped[int | None] = mapped_column(Integer)
    boxes: Mapped[Any] = mapped_column(JSONB)
    model_version: Mapped[str | None]
    read_at: Mapped[datetime | None]
