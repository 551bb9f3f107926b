"""What a regional manager says of a scored visit: that it stands, or what its inspector is to say more of."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum
from storewalk.inspections.review.kinds import ReviewStatus


class InspectionReview(Tenanted, Base):
    """The review of a visit as it stands; whoever changes it holds the visit's row lock. None: nobody has looked yet.

    Sent back, the visit keeps its answers and its score: its inspector says something to the `note`, in `remark`.
    `score` is what the visit had when it was looked at; one that has another since is to be looked at again.
    """

    __tablename__ = "inspection_review"
    __table_args__ = (
        belongs_to("inspection"),
        belongs_to("account", "inspector_id"),
        belongs_to("account", "reviewed_by"),
        UniqueConstraint("org_id", "inspection_id"),
        CheckConstraint("reviewed_by <> inspector_id", name="by_somebody_else"),
        CheckConstraint("status = 'approved' OR note IS NOT NULL", name="sent_back_has_note"),
        CheckConstraint("(remark IS NULL) = (remarked_at IS NULL)", name="remark_is_whole"),
        CheckConstraint("status <> 'remarked' OR remark IS NOT NULL", name="remarked_has_remark"),
        CheckConstraint("status <> 'returned' OR remark IS NULL", name="returned_waits"),
    )
    inspection_id: Mapped[UUID]
    inspector_id: Mapped[UUID]
    status: Mapped[ReviewStatus] = mapped_column(text_enum(ReviewStatus))
    score: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    reviewed_by: Mapped[UUID]
    reviewed_at: Mapped[datetime]
    note: Mapped[str | None]
    remark: Mapped[str | None]
    remarked_at: Mapped[datetime | None]
