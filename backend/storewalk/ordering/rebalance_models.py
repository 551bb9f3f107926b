"""Goods that could go from one store to another before more is bought: what each night suggests, and why."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum


class RebalanceState(StrEnum):
    """What became of a suggestion: still open, asked for as a transfer, refused, or gone with the next plan."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"


class RebalanceReason(StrEnum):
    """Why goods do not move though it was suggested."""

    NEEDED_HERE = "needed_here"
    ORDERED_ALREADY = "ordered_already"
    STOCK_IS_WRONG = "stock_is_wrong"
    QUALITY = "quality"
    NO_TRANSPORT = "no_transport"
    NOT_WORTH_IT = "not_worth_it"
    OTHER = "other"


class OrderRebalance(Tenanted, Versioned, Base):
    """Goods of one store that another would otherwise buy, as suggested for business day `day` of both.

    `total_cents` is what they are worth, `saved_cents` what of that would expire or is lacked before a delivery.
    """

    __tablename__ = "order_rebalance"
    __table_args__ = (
        belongs_to("store", column="from_store_id"),
        belongs_to("store", column="to_store_id"),
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("account", column="decided_by"),
        CheckConstraint("from_store_id <> to_store_id", name="goes_somewhere"),
        CheckConstraint("(state = 'accepted') = (transfer_id IS NOT NULL)", name="accepted_is_a_transfer"),
        CheckConstraint("(state = 'refused') = (reason IS NOT NULL)", name="refused_has_reason"),
        CheckConstraint("(state IN ('accepted', 'refused')) = (decided_at IS NOT NULL)", name="decided_has_time"),
        CheckConstraint("metres >= 0 AND saved_cents >= 0 AND total_cents >= 0", name="from_zero"),
        Index(
            "uq_order_rebalance_open", "org_id", "from_store_id", "to_store_id", unique=True,
            postgresql_where=text("state = 'open'"),
        ),
        Index(None, "org_id", "to_store_id", "state"),
        Index(None, "org_id", "recorded_at", "id"),
    )  # fmt: skip

    from_store_id: Mapped[UUID]
    to_store_id: Mapped[UUID]
    day: Mapped[date]
    planned_at: Mapped[datetime]
    state: Mapped[RebalanceState] = mapped_column(text_enum(RebalanceState))
    metres: Mapped[int] = mapped_column(Integer)
    total_cents: Mapped[int]
    saved_cents: Mapped[int]
    transfer_id: Mapped[UUID | None]
    reason: Mapped[RebalanceReason | None] = mapped_column(text_enum(RebalanceReason))
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]


class OrderRebalanceLine(Base):
    """A product of a suggestion, in base units, with its arithmetic.

    The giver has `stock` and has promised `promised`; until `until` it needs `needs`, and of what is there `spoils`
    would expire unsold, so it keeps `keeps` and can do without `excess`. The taker lacks `lacks`, `before` of it before
    its next delivery. `first_expiry` is that of the first lot that moves.
    """

    __tablename__ = "order_rebalance_line"
    __table_args__ = (
        belongs_to("order_rebalance", column="rebalance_id"),
        belongs_to("product"),
        CheckConstraint("quantity > 0 AND quantity <= excess AND quantity <= lacks", name="moves_excess_to_lack"),
        CheckConstraint("excess = stock - promised - keeps", name="adds_up"),
        CheckConstraint("keeps = least(needs, stock - spoils)", name="keeps_what_it_needs"),
        CheckConstraint("promised >= 0 AND needs >= 0 AND spoils >= 0 AND before >= 0", name="from_zero"),
        CheckConstraint("line_cents >= 0", name="worth_something"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    rebalance_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)
    quantity: Mapped[Decimal]
    line_cents: Mapped[int]
    stock: Mapped[Decimal]
    promised: Mapped[Decimal]
    until: Mapped[date]
    needs: Mapped[Decimal]
    spoils: Mapped[Decimal]
    keeps: Mapped[Decimal]
    excess: Mapped[Decimal]
    lacks: Mapped[Decimal]
    before: Mapped[Decimal]
    first_expiry: Mapped[date | None]


class OrderRebalanceRule(Versioned, Base):
    """When a transfer is suggested: how far apart the stores may be, how far ahead the giver looks, what it is worth.

    The giver keeps what it needs until `margin_days` after the order that follows its next can be sold.
    """

    __tablename__ = "order_rebalance_rule"
    __table_args__ = (
        CheckConstraint("most_metres BETWEEN 0 AND 500000", name="within_reach"),
        CheckConstraint("margin_days BETWEEN 0 AND 28", name="within_the_forecast"),
        CheckConstraint("line_cents >= 0 AND trip_cents >= 0", name="from_zero"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    most_metres: Mapped[int] = mapped_column(Integer)
    margin_days: Mapped[int] = mapped_column(Integer)
    line_cents: Mapped[int]
    trip_cents: Mapped[int]
