"""What the store says of a visit: that it was read, and which finding it does not agree with."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum
from storewalk.inspections.kinds import DisputeReason, DisputeStatus, GrantedOutcome, SignWay


class InspectionSignature(Tenanted, Base):
    """A visit's findings were read: by the manager on her own phone, or by who was there and signed by hand.

    `strokes` are the lines that a finger drew, each a list of x and y from 0 to 1000, as wide as it was drawn.
    """

    __tablename__ = "inspection_signature"
    __table_args__ = (
        belongs_to("inspection"),
        belongs_to("account", "signed_by"),
        UniqueConstraint("org_id", "inspection_id", "way"),
        CheckConstraint("(way = 'own') = (signed_by IS NOT NULL)", name="own_has_account"),
        CheckConstraint("(way = 'present') = (strokes IS NOT NULL)", name="present_is_drawn"),
    )
    inspection_id: Mapped[UUID]
    way: Mapped[SignWay] = mapped_column(text_enum(SignWay))
    signed_by: Mapped[UUID | None]
    name: Mapped[str]
    strokes: Mapped[list[list[int]] | None] = mapped_column(JSONB(none_as_null=True))
    signed_at: Mapped[datetime]
    late: Mapped[bool]


class InspectionDispute(Tenanted, Base):
    """The store does not agree with a finding; somebody above who neither found nor disputed it decides.

    Granted, the finding comes to `outcome` and the visit is scored again: `score_before` and `score_after`.
    """

    __tablename__ = "inspection_dispute"
    __table_args__ = (
        belongs_to("inspection"),
        belongs_to("inspection_checkpoint", "checkpoint_id"),
        belongs_to("store"),
        belongs_to("account", "inspector_id"),
        belongs_to("account", "raised_by"),
        belongs_to("account", "decided_by"),
        UniqueConstraint("org_id", "inspection_id", "checkpoint_id"),
        CheckConstraint("raised_by <> inspector_id", name="inspector_disputes_nothing"),
        CheckConstraint("decided_by NOT IN (inspector_id, raised_by)", name="somebody_else_decides"),
        CheckConstraint(
            "(status = 'open') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)"
            " AND (decided_by IS NULL) = (note IS NULL)",
            name="decision_is_whole",
        ),
        CheckConstraint("(status = 'granted') = (outcome IS NOT NULL)", name="granted_has_outcome"),
        CheckConstraint(
            "status = 'granted' OR (score_before IS NULL AND score_after IS NULL)", name="only_granted_scores_again"
        ),
        Index(None, "org_id", "status", "recorded_at", "id"),
    )
    inspection_id: Mapped[UUID]
    checkpoint_id: Mapped[UUID]
    store_id: Mapped[UUID]
    inspector_id: Mapped[UUID]
    reason: Mapped[DisputeReason] = mapped_column(text_enum(DisputeReason))
    text: Mapped[str]
    raised_by: Mapped[UUID]
    raised_at: Mapped[datetime]
    status: Mapped[DisputeStatus] = mapped_column(text_enum(DisputeStatus))
    outcome: Mapped[GrantedOutcome | None] = mapped_column(text_enum(GrantedOutcome))
    note: Mapped[str | None]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    score_before: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    score_after: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))


class InspectionDisputePhoto(Tenanted, Base):
    """A photograph that the store shows against a finding; it may be named before it is uploaded."""

    __tablename__ = "inspection_dispute_photo"
    __table_args__ = (
        belongs_to("inspection_dispute", "dispute_id"),
        belongs_to("photo"),
        UniqueConstraint("org_id", "dispute_id", "photo_id"),
        Index(None, "org_id", "photo_id"),
    )
    dispute_id: Mapped[UUID]
    photo_id: Mapped[UUID]
    position: Mapped[int]
