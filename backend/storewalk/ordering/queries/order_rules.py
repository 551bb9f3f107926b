"""The approval rules in force."""

from typing import Final

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.order_rule_schemas import ApprovalRuleOut, ApprovalRulesOut
from storewalk.ordering.order_rules import USUAL, Rule, Setting

SETTING: Final = """
SELECT reason_percent, reason_cents, escalate_minutes FROM order_approval_setting WHERE org_id = $1"""
RULES: Final = """
SELECT s.reason_percent, s.reason_cents, s.escalate_minutes, s.version,
       r.name, r.kind, r.over, r.level, r.category_id, n.path, r.place_id
FROM order_approval_setting s
LEFT JOIN order_approval_rule r ON r.org_id = s.org_id
LEFT JOIN scope_node n ON n.org_id = r.org_id AND n.id = r.place_id
WHERE s.org_id = $1 ORDER BY r.position"""


class InForce(Struct, frozen=True):
    """What an organization has set, or what holds without: then version 0."""

    setting: Setting
    rules: tuple[Rule, ...]
    version: int


async def setting_of(tx: AnyTx) -> Setting:
    """Return from where on a line needs a reason, and how long an order may wait."""
    row = await tx.fetchrow(SETTING, tx.org_id)
    return Setting(*row) if row else Setting()


async def in_force(tx: AnyTx) -> InForce:
    """Return the rules with what is set beside them."""
    rows = await tx.fetch(RULES, tx.org_id)
    if not rows:
        return InForce(Setting(), USUAL, 0)
    rules = tuple(
        Rule(
            name=row["name"],
            kind=RuleKind(row["kind"]),
            over=row["over"],
            level=ApprovalLevel(row["level"]),
            category_id=row["category_id"],
            path=row["path"],
            place_id=row["place_id"],
        )
        for row in rows
        if row["kind"] is not None
    )
    return InForce(Setting(*rows[0][:3]), rules, rows[0]["version"])


async def approval_rules(tx: AnyTx) -> ApprovalRulesOut:
    """Return the rules as a form shows them."""
    now = await in_force(tx)
    return ApprovalRulesOut(
        reason_percent=now.setting.reason_percent,
        reason_cents=now.setting.reason_cents,
        escalate_minutes=now.setting.escalate_minutes,
        rules=[
            ApprovalRuleOut(
                name=rule.name,
                kind=rule.kind,
                over=rule.over,
                level=rule.level,
                category_id=rule.category_id,
                place_id=rule.place_id,
            )
            for rule in now.rules
        ],
        version=now.version,
    )
