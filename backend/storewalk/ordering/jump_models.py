"""Sales of a day that are far above what was expected, and how the sales of a day usually spread over its hours."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Double
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, belongs_to


class DemandJump(Base):
    """A product sold unusually much at a store on a day; `sold` until `noticed_at`, where `expected` were usual."""

    __tablename__ = "demand_jump"
    __table_args__ = (
        belongs_to("store"),
        belongs_to("product"),
        CheckConstraint("sold > expected", name="sold_more"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    sold: Mapped[Decimal]
    expected: Mapped[Decimal]
    noticed_at: Mapped[datetime]


class DemandShape(Base):
    """Which share of a day's units a store has usually sold by the end of each hour of its business day.

    Measured on the days before `day`; `units` were sold on them in all.
    """

    __tablename__ = "demand_shape"
    __table_args__ = (belongs_to("store"), CheckConstraint("cardinality(shares) = 24", name="a_share_for_each_hour"))

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date]
    units: Mapped[Decimal]
    shares: Mapped[list[float]] = mapped_column(ARRAY(Double()))
