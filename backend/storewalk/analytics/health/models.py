"""What an organization says a store's health is made of."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base


class HealthRule(Base):
    """How much each dimension weighs in the health of every store; one of weight 0 does not count."""

    __tablename__ = "health_rule"
    __table_args__ = (
        CheckConstraint("inspection BETWEEN 0 AND 100", name="inspection"),
        CheckConstraint("rectification BETWEEN 0 AND 100", name="rectification"),
        CheckConstraint("availability BETWEEN 0 AND 100", name="availability"),
        CheckConstraint("stock BETWEEN 0 AND 100", name="stock"),
        CheckConstraint("freshness BETWEEN 0 AND 100", name="freshness"),
        CheckConstraint("self_checks BETWEEN 0 AND 100", name="self_checks"),
        CheckConstraint(
            "inspection + rectification + availability + stock + freshness + self_checks > 0", name="something_counts"
        ),
    )
    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    inspection: Mapped[int]
    rectification: Mapped[int]
    availability: Mapped[int]
    stock: Mapped[int]
    freshness: Mapped[int]
    self_checks: Mapped[int]
    version: Mapped[int]
    changed_at: Mapped[datetime]
