"""Say which orders pass by themselves, and who approves the others."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import delete

from storewalk.core.errors import Conflict, FieldError
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.events import OrderRulesSet
from storewalk.ordering.order_rule_models import OrderApprovalRule, OrderApprovalSetting, RuleKind
from storewalk.ordering.order_rule_schemas import RuleForm, SetApprovalRules
from storewalk.ordering.permissions import SET_ORDER_RULES
from storewalk.ordering.queries.order_rules import approval_rules
from storewalk.ordering.service.order.lines import refuse

KNOWN: Final = """
SELECT (SELECT array_agg(id) FROM category WHERE org_id = $1 AND id = ANY ($2)) AS categories,
       (SELECT array_agg(id) FROM scope_node WHERE org_id = $1 AND id = ANY ($3)) AS places"""


async def set_rules(tx: Tx, form: SetApprovalRules) -> None:
    """Set all rules at once; orders that wait already keep the level that they wait for.

    Raises Conflict where they have changed since the sender saw them, Invalid naming the rules that cannot be so.
    """
    tx.require(SET_ORDER_RULES)
    await lock_names(tx, "order_approval", [tx.org_id])
    setting = await tx.session.get(OrderApprovalSetting, tx.org_id)
    if (setting.version if setting else 0) != form.if_version:
        raise Conflict("ordering.rules_changed_meanwhile", current=await approval_rules(tx), field="ifVersion")
    refuse(await _faults(tx, form.rules))
    if setting is None:
        setting = OrderApprovalSetting(org_id=tx.org_id)
        tx.session.add(setting)
    setting.reason_percent, setting.reason_cents = form.reason_percent, form.reason_cents
    setting.escalate_minutes, setting.changed_at = form.escalate_minutes, tx.now
    await tx.session.execute(delete(OrderApprovalRule).where(OrderApprovalRule.org_id == tx.org_id))
    tx.session.add_all(
        OrderApprovalRule(
            org_id=tx.org_id,
            id=new_id(),
            name=rule.name.strip(),
            kind=rule.kind,
            over=rule.over,
            level=rule.level,
            category_id=rule.category_id,
            place_id=rule.place_id,
            position=number,
        )
        for number, rule in enumerate(form.rules)
    )
    tx.record(OrderRulesSet(subject_id=tx.org_id, rules=[rule.kind for rule in form.rules]))
    await tx.flush()


async def _faults(tx: Tx, rules: Sequence[RuleForm]) -> list[FieldError]:
    categories = [rule.category_id for rule in rules if rule.category_id is not None]
    places = [rule.place_id for rule in rules if rule.place_id is not None]
    row = await tx.fetchrow(KNOWN, tx.org_id, categories, places)
    known, there = (set(row[column] or ()) if row else set() for column in ("categories", "places"))
    faults: list[FieldError] = []
    for number, rule in enumerate(rules):
        if (rule.kind is RuleKind.CATEGORY) != (rule.category_id is not None):
            faults.append(FieldError(f"rules.{number}.categoryId", "ordering.rule_category"))
        elif rule.category_id is not None and rule.category_id not in known:
            faults.append(FieldError(f"rules.{number}.categoryId", "ordering.unknown_category"))
        if rule.place_id is not None and rule.place_id not in there:
            faults.append(FieldError(f"rules.{number}.placeId", "ordering.rule_place"))
        if rule.kind is RuleKind.OUT_OF_WINDOW and rule.over:
            faults.append(FieldError(f"rules.{number}.over", "ordering.rule_late"))
    return faults
