"""Which approval rules an order meets: pure, over what was measured of it."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.ordering.order_levels import RANK
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_rule_models import RuleKind

PERCENT: Final = 100


class Rule(Struct, frozen=True):
    """An order of a store below `path` (without it: of any) that goes over `over` needs somebody of `level`."""

    name: str
    kind: RuleKind
    over: int
    level: ApprovalLevel
    category_id: UUID | None = None
    path: str | None = None
    place_id: UUID | None = None


class Setting(Struct, frozen=True):
    """From which departure on a line needs a reason, and after how long who is above hears of a waiting order."""

    reason_percent: int = 50
    reason_cents: int = 5_000
    escalate_minutes: int = 120


LATE: Final = Rule("", RuleKind.OUT_OF_WINDOW, 0, ApprovalLevel.REGION)
"""What holds for orders after the cut-off where no rule speaks of them: these never pass by themselves."""
USUAL: Final = (
    Rule("", RuleKind.OVER_BUDGET, 0, ApprovalLevel.REGION),
    LATE,
    Rule("", RuleKind.DEVIATION_CENTS, 200_000, ApprovalLevel.REGION),
)
"""What holds until an organization has set rules of its own; without a name they are called after their kind."""


class Measured(Struct, frozen=True):
    """An order in numbers: cents, and what is suggested of it and departs from that; of categories what it orders.

    `total_cents` has what went off to the same source earlier that day, so that two orders are no way around a rule.
    """

    total_cents: int
    suggested_cents: int
    deviation_cents: int
    budget_cents: int | None
    late: bool
    path: str
    by_category: Mapping[UUID, int]


class Hit(Struct, frozen=True):
    """A rule that an order meets, and what was measured, in the rule's unit."""

    rule: Rule
    measured: int


def hits(rules: Sequence[Rule], order: Measured) -> list[Hit]:
    """Return the rules that an order meets, in their order."""
    found = [Hit(rule, number) for rule in rules if (number := _met(rule, order)) is not None]
    if order.late and not any(hit.rule.kind is RuleKind.OUT_OF_WINDOW for hit in found):
        found.append(Hit(LATE, 0))
    return found


def level_of(found: Sequence[Hit]) -> ApprovalLevel | None:
    """Return from how high up the order has to be approved; None where it passes."""
    return max((hit.rule.level for hit in found), key=RANK.__getitem__, default=None)


def _met(rule: Rule, order: Measured) -> int | None:
    """Return what was measured where the rule is met."""
    if rule.path is not None and not order.path.startswith(rule.path):
        return None
    if rule.kind is RuleKind.OUT_OF_WINDOW:
        return 0 if order.late else None
    number = _measured(rule, order)
    return number if number is not None and number > rule.over else None


def _measured(rule: Rule, order: Measured) -> int | None:
    match rule.kind:
        case RuleKind.AMOUNT:
            return order.total_cents
        case RuleKind.DEVIATION_CENTS:
            return order.deviation_cents
        case RuleKind.DEVIATION_PERCENT:
            if order.suggested_cents == 0:
                return PERCENT if order.deviation_cents else None
            return order.deviation_cents * PERCENT // order.suggested_cents
        case RuleKind.OVER_BUDGET:
            return None if order.budget_cents is None else order.total_cents - order.budget_cents
        case _:
            return order.by_category.get(rule.category_id) if rule.category_id else None
