"""Approval rules on the wire."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_rule_models import RuleKind

Cents = Annotated[int, Meta(ge=0, le=10**12)]


class RuleForm(Input):
    """An order of a store at or below `place_id` (without it: of any) that goes over `over` needs somebody of `level`.

    `over` is cents, or per cent for `deviation_percent`; 0 for `out_of_window`. Without a name it is called after its
    kind.
    """

    name: Annotated[str, Meta(max_length=100)] = ""
    kind: RuleKind
    over: Cents = 0
    level: ApprovalLevel
    category_id: UUID | None = None
    place_id: UUID | None = None


class SetApprovalRules(Input):
    """All that decides how orders are approved, as it shall be, and the version that the sender had seen.

    A line that departs from what was suggested by more than `reason_percent` and `reason_cents` needs a reason. Who is
    above hears of an order that has waited `escalate_minutes`.
    """

    reason_percent: Annotated[int, Meta(ge=0, le=10_000)]
    reason_cents: Cents
    escalate_minutes: Annotated[int, Meta(ge=5, le=10_080)]
    rules: Annotated[list[RuleForm], Meta(max_length=50)] = field(default_factory=list[RuleForm])
    if_version: int


class ApprovalRuleOut(Output):
    """An approval rule."""

    name: str
    kind: RuleKind
    over: int
    level: ApprovalLevel
    category_id: UUID | None
    place_id: UUID | None


class ApprovalRulesOut(Output):
    """How orders are approved; version 0 is what holds where the organization has set nothing."""

    reason_percent: int
    reason_cents: int
    escalate_minutes: int
    rules: list[ApprovalRuleOut]
    version: int
