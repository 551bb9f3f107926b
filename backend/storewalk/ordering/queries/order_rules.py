"""The approval rules in force."""

from typing import Final

from storewalk.core.tx import AnyTx
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.order_rules import USUAL, Rule, Setting

SETTING: Final = """
SELECT reason_percent, reason_cents, escalate_minutes FROM order_approval_setting WHERE org_id = $1"""
RULES: Final = """
SELECT r.name, r.kind, r.over, r.level, r.category_id, n.path FROM order_approval_rule r
LEFT JOIN scope_node n ON n.org_id = r.org_id AND n.id = r.place_id
WHERE r.org_id = $1 ORDER BY r.position"""


async def setting_of(tx: AnyTx) -> Setting:
    """Return what an organization has set, or what holds without."""
    return await _set(tx) or Setting()


async def rules_of(tx: AnyTx) -> tuple[Rule, ...]:
    """Return the rules that an organization has set, or the usual ones where it never has."""
    if await _set(tx) is None:
        return USUAL
    return tuple(
        Rule(
            row["name"],
            RuleKind(row["kind"]),
            row["over"],
            ApprovalLevel(row["level"]),
            row["category_id"],
            row["path"],
        )
        for row in await tx.fetch(RULES, tx.org_id)
    )


async def _set(tx: AnyTx) -> Setting | None:
    row = await tx.fetchrow(SETTING, tx.org_id)
    return Setting(*row) if row else None
