"""The approval rules in force."""

from typing import Final

from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.order_rule_schemas import ApprovalRulesOut, RuleOut
from storewalk.ordering.order_rules import USUAL, Rule, Setting

SETTING: Final = """
SELECT reason_percent, reason_cents, escalate_minutes, version FROM order_approval_setting WHERE org_id = $1"""
RULES: Final = """
SELECT r.name, r.kind, r.over, r.level, r.category_id, n.path, r.place_id FROM order_approval_rule r
LEFT JOIN scope_node n ON n.org_id = r.org_id AND n.id = r.place_id
WHERE r.org_id = $1 ORDER BY r.position"""


class InForce(Struct, frozen=True):
    """What an organization has set, or what holds without: then version 0."""

    setting: Setting
    rules: tuple[Rule, ...]
    version: int


async def setting_of(tx: AnyTx) -> Setting:
    """Return from where on a line needs a reason, and how long an order may wait."""
    return (await _set(tx))[0]


async def in_force(tx: AnyTx) -> InForce:
    """Return the rules with what is set beside them."""
    setting, version = await _set(tx)
    if not version:
        return InForce(setting, USUAL, 0)
    rows = await tx.fetch(RULES, tx.org_id)
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
    )
    return InForce(setting, rules, version)


async def approval_rules(tx: AnyTx) -> ApprovalRulesOut:
    """Return the rules as a form shows them."""
    now = await in_force(tx)
    return ApprovalRulesOut(
        reason_percent=now.setting.reason_percent,
        reason_cents=now.setting.reason_cents,
        escalate_minutes=now.setting.escalate_minutes,
        rules=[
            RuleOut(
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


async def _set(tx: AnyTx) -> tuple[Setting, int]:
    row = await tx.fetchrow(SETTING, tx.org_id)
    return (Setting(*row[:3]), row["version"]) if row else (Setting(), 0)
