"""Say when a transfer is suggested."""

from storewalk.core.errors import Conflict
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.permissions import SET_ORDER_RULES
from storewalk.ordering.queries.rebalance_list import rebalance_rule
from storewalk.ordering.rebalance_events import RebalanceRuleSet
from storewalk.ordering.rebalance_models import OrderRebalanceRule
from storewalk.ordering.rebalance_schemas import SetRebalanceRule


async def set_rule(tx: Tx, form: SetRebalanceRule) -> None:
    """Set the rule; it holds from the next plan on. Raises Conflict when somebody changed it meanwhile."""
    tx.require(SET_ORDER_RULES)
    await lock_names(tx, "order_rebalance_rule", [tx.org_id])
    rule = await tx.session.get(OrderRebalanceRule, tx.org_id)
    if form.if_version != (rule.version if rule else 0):
        raise Conflict("ordering.rules_changed_meanwhile", current=await rebalance_rule(tx), field="ifVersion")
    if rule is None:
        rule = OrderRebalanceRule(org_id=tx.org_id)
        tx.session.add(rule)
    rule.most_metres, rule.margin_days = form.most_metres, form.margin_days
    rule.line_cents, rule.trip_cents, rule.changed_at = form.line_cents, form.trip_cents, tx.now
    tx.record(
        RebalanceRuleSet(
            subject_id=tx.org_id,
            most_metres=form.most_metres,
            margin_days=form.margin_days,
            line_cents=form.line_cents,
            trip_cents=form.trip_cents,
        )
    )
    await tx.flush()
