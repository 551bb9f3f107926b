"""The reading of one shelf photo, what people correct in it, and the exports of that."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Integer, Numeric, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum


class ReadingState(StrEnum):
    """`pending` until the detector has answered; `unsure` and `failed` ask a person. None of them is a pass."""

    PENDING = "pending"
    READ = "read"
    UNSURE = "unsure"
    FAILED = "failed"


class ExportState(StrEnum):
    """How far an export of labels has come."""

    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


class ShelfReading(Tenanted, Base):
    """What the detector saw on a photo, and the number of the correction that counts instead (0: none does).

    Availability is facings ÷ (facings + missing ones), 0 to 1.
    """

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
        CheckConstraint("revision >= 0", name="revision_counts"),
        Index(None, "org_id", "store_id", "recorded_at"),
        Index(None, "org_id", "model_version", "read_at"),
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
    rows: Mapped[Any] = mapped_column(JSONB)
    model_version: Mapped[str | None]
    read_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(Integer)


class ShelfCorrection(Tenanted, Base):
    """All boxes of a photo as a person left them, with the figures that follow; rows are only ever added.

    `number` counts a photo's corrections from 1, each made from the one before it; `model_version` is the model whose
    boxes lay beneath, None where it never read the photo. The four counts say what differs from the model's boxes.
    """

    __tablename__ = "shelf_correction"
    __table_args__ = (
        belongs_to("photo"),
        belongs_to("scope_node", column="store_id"),
        belongs_to("account", column="corrected_by"),
        UniqueConstraint("org_id", "photo_id", "number"),
        CheckConstraint("number >= 1", name="number_counts"),
        CheckConstraint("availability BETWEEN 0 AND 1", name="availability_share"),
        CheckConstraint("added >= 0 AND removed >= 0 AND moved >= 0 AND relabelled >= 0", name="changes_from_zero"),
        Index(None, "org_id", "recorded_at"),
    )
    photo_id: Mapped[UUID]
    store_id: Mapped[UUID]
    number: Mapped[int] = mapped_column(Integer)
    corrected_by: Mapped[UUID]
    corrected_at: Mapped[datetime]
    model_version: Mapped[str | None]
    boxes: Mapped[Any] = mapped_column(JSONB)
    rows: Mapped[Any] = mapped_column(JSONB)
    availability: Mapped[float | None] = mapped_column(Numeric(5, 4, asdecimal=False))
    facings: Mapped[int] = mapped_column(Integer)
    gaps: Mapped[int] = mapped_column(Integer)
    added: Mapped[int] = mapped_column(Integer)
    removed: Mapped[int] = mapped_column(Integer)
    moved: Mapped[int] = mapped_column(Integer)
    relabelled: Mapped[int] = mapped_column(Integer)


class LabelExport(Tenanted, Base):
    """A ZIP of corrected photos with their labels, in the object store under its own id.

    It holds version `number` of the organization's set of labels, which `digest` tells from every other; `members` are
    its photos with the correction of each, `counts` what is in it. Exports of before have none of these.
    """

    __tablename__ = "label_export"
    __table_args__ = (
        belongs_to("account", column="requested_by"),
        CheckConstraint(
            "(state = 'ready') = (photos IS NOT NULL AND boxes IS NOT NULL AND size IS NOT NULL)",
            name="ready_is_counted",
        ),
        CheckConstraint("(state = 'pending') = (finished_at IS NULL)", name="finished_has_time"),
        CheckConstraint(
            "(number IS NULL) = (digest IS NULL) AND (number IS NULL) = (members IS NULL)"
            " AND (number IS NULL) = (counts IS NULL) AND (number IS NULL OR state = 'ready')",
            name="set_is_named",
        ),
        Index(None, "org_id", "recorded_at"),
    )
    requested_by: Mapped[UUID]
    state: Mapped[ExportState] = mapped_column(text_enum(ExportState))
    photos: Mapped[int | None] = mapped_column(Integer)
    boxes: Mapped[int | None] = mapped_column(Integer)
    size: Mapped[int | None] = mapped_column(BigInteger)
    number: Mapped[int | None] = mapped_column(Integer)
    digest: Mapped[str | None]
    members: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    counts: Mapped[Any | None] = mapped_column(JSONB(none_as_null=True))
    finished_at: Mapped[datetime | None]
