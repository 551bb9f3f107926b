"""How far the history of demand has been brought."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base


class DemandRead(Base):
    """The history has all sales that were recorded until `read_until`; until `leased_until` a job is bringing it on."""

    __tablename__ = "demand_read"

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    read_until: Mapped[datetime]
    leased_until: Mapped[datetime]
