"""How whoever made a visit came to the store, and what an organization says of visits."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum
from storewalk.inspections.check_in import CheckInFlag, CheckInReason, CheckInWay
from storewalk.stores.api import CodeVerdict


class InspectionCheckIn(Tenanted, Base):
    """How a visit began at its store, as it was judged then; the position itself is kept with the visit.

    `near_m` is the limit that held, `code` what the scanned code was, if one was scanned.
    """

    __tablename__ = "inspection_check_in"
    __table_args__ = (
        belongs_to("inspection"),
        UniqueConstraint("org_id", "inspection_id"),
        CheckConstraint("(way = 'position') = (flag IS NULL)", name="flagged_unless_placed"),
        CheckConstraint("way <> 'storeCode' OR code IS NOT DISTINCT FROM 'valid'", name="by_a_valid_code"),
        CheckConstraint("(distance_m IS NULL) = (coalesce(flag, '') IN ('noFix', 'storeUnplaced'))", name="measured"),
        CheckConstraint("distance_m >= 0 AND near_m > 0", name="from_zero"),
    )
    inspection_id: Mapped[UUID]
    way: Mapped[CheckInWay] = mapped_column(text_enum(CheckInWay))
    flag: Mapped[CheckInFlag | None] = mapped_column(text_enum(CheckInFlag))
    distance_m: Mapped[int | None]
    near_m: Mapped[int]
    code: Mapped[CodeVerdict | None] = mapped_column(text_enum(CodeVerdict))
    reason: Mapped[CheckInReason | None] = mapped_column(text_enum(CheckInReason))
    note: Mapped[str]


class InspectionRule(Base):
    """What an organization says of its visits: how many fill a day of one person, and how near is at the store."""

    __tablename__ = "inspection_rule"
    __table_args__ = (
        CheckConstraint("visits_a_day BETWEEN 1 AND 50", name="visits_a_day"),
        CheckConstraint("near_m BETWEEN 20 AND 5000", name="near_m"),
    )
    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    visits_a_day: Mapped[int]
    near_m: Mapped[int]
    changed_at: Mapped[datetime]
