"""When an order has to be approved, and by whom: rules that people keep, and which of them an order met."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, belongs_to, text_enum
from storewalk.ordering.order_models import ApprovalLevel


class RuleKind(StrEnum):
    """What of an order a rule looks at.

    Its worth; how far it departs from what was suggested, in per cent or in cents; what it orders of a category, in
    cents; how far it is over its budget, in cents; or that it comes after the cut-off.
    """

    AMOUNT = "amount"
    DEVIATION_PERCENT = "deviation_percent"
    DEVIATION_CENTS = "deviation_cents"
    CATEGORY = "category"
    OVER_BUDGET = "over_budget"
    OUT_OF_WINDOW = "out_of_window"


class OrderApprovalRule(Tenanted, Base):
    """An order of a store at or below `place_id` (without it: of any) that goes over `over` needs somebody of `level`.

    `over` is cents or per cent, as the kind has it. `position` is the place in the list that people see.
    """

    __tablename__ = "order_approval_rule"
    __table_args__ = (
        belongs_to("scope_node", column="place_id"),
        belongs_to("category"),
        CheckConstraint("over >= 0", name="over_not_negative"),
        CheckConstraint("(kind = 'category') = (category_id IS NOT NULL)", name="category_is_named"),
        CheckConstraint("kind <> 'out_of_window' OR over = 0", name="late_is_late"),
        Index(None, "org_id", "position"),
    )

    name: Mapped[str]
    kind: Mapped[RuleKind] = mapped_column(text_enum(RuleKind))
    over: Mapped[int]
    category_id: Mapped[UUID | None]
    place_id: Mapped[UUID | None]
    level: Mapped[ApprovalLevel] = mapped_column(text_enum(ApprovalLevel))
    position: Mapped[int] = mapped_column(SmallInteger)


class OrderApprovalSetting(Versioned, Base):
    """How an organization approves orders; from its first setting on, the rules in the table are its own.

    A line that departs from what was suggested by more than `reason_percent` and `reason_cents` needs a reason. Who is
    above hears of an order that has waited `escalate_minutes`, and again after as long.
    """

    __tablename__ = "order_approval_setting"
    __table_args__ = (
        CheckConstraint("reason_percent >= 0 AND reason_cents >= 0", name="from_zero"),
        CheckConstraint("escalate_minutes BETWEEN 5 AND 10080", name="escalates_within_a_week"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    reason_percent: Mapped[int] = mapped_column(Integer)
    reason_cents: Mapped[int]
    escalate_minutes: Mapped[int] = mapped_column(Integer)


class StoreOrderHit(Base):
    """A rule that an order met at a submission, as the rule was then, and what was measured.

    `over` and `measured` are cents or per cent.
    """

    __tablename__ = "store_order_hit"
    __table_args__ = (belongs_to("store_order", column="order_id"),)

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(primary_key=True)
    submitted_at: Mapped[datetime] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    name: Mapped[str]
    kind: Mapped[RuleKind] = mapped_column(text_enum(RuleKind))
    level: Mapped[ApprovalLevel] = mapped_column(text_enum(ApprovalLevel))
    over: Mapped[int]
    measured: Mapped[int]
