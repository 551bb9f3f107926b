"""Change how much more than was announced suppliers may bring."""

from storewalk.core.errors import Conflict
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import ReceivingRuleSet
from storewalk.ordering.fulfil_models import OrderReceivingRule
from storewalk.ordering.fulfil_schemas import SetReceivingRule
from storewalk.ordering.permissions import SET_ORDER_RULES
from storewalk.ordering.queries.fulfil_rule import receiving_rule


async def set_receiving_rule(tx: Tx, form: SetReceivingRule) -> None:
    """Set the rule. The same again changes nothing. Raises Conflict when somebody changed it meanwhile."""
    tx.require(SET_ORDER_RULES)
    await lock_names(tx, "order_receiving_rule", [tx.org_id])
    rule = await tx.session.get(OrderReceivingRule, tx.org_id)
    if form.if_version != (rule.version if rule else 0):
        raise Conflict("ordering.receiving_rule_changed", current=await receiving_rule(tx), field="ifVersion")
    if rule is not None and rule.over_percent == form.over_percent:
        return
    if rule is None:
        rule = OrderReceivingRule(org_id=tx.org_id)
        tx.session.add(rule)
    rule.over_percent = form.over_percent
    tx.record(ReceivingRuleSet(subject_id=tx.org_id, over_percent=form.over_percent))
    await tx.flush()
