"""Say how seldom the products of each class may run out."""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from storewalk.core.errors import Conflict, Invalid
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.permissions import EDIT_SUPPLY
from storewalk.ordering.queries.supply_terms import get_rule
from storewalk.ordering.supply_events import OrderRuleSet
from storewalk.ordering.supply_models import OrderRule
from storewalk.ordering.supply_schemas import SetOrderRule

LOWEST, HIGHEST, FINEST = Decimal("0.5"), Decimal("0.99"), Decimal("0.001")
FIELDS: Final = ("levelA", "levelB", "levelC")


async def set_rule(tx: Tx, form: SetOrderRule) -> None:
    """Change the levels of service. The same again changes nothing.

    Raises Conflict when somebody changed them meanwhile, Invalid for levels out of bounds or out of order.
    """
    tx.require(EDIT_SUPPLY)
    await lock_names(tx, "order_rule", [tx.org_id])
    rule = await tx.session.get(OrderRule, tx.org_id)
    if form.if_version != (rule.version if rule else 0):
        raise Conflict("ordering.rule_changed_meanwhile", current=await get_rule(tx))
    levels = (form.level_a, form.level_b, form.level_c)
    for name, level in zip(FIELDS, levels, strict=True):
        if not level.is_finite() or not LOWEST <= level <= HIGHEST or level != level.quantize(FINEST):
            raise Invalid("ordering.bad_level", field=name)
    for name, (above, below) in zip(FIELDS[1:], pairwise(levels), strict=True):
        if below > above:
            raise Invalid("ordering.levels_out_of_order", field=name)
    if rule is not None and levels == (rule.level_a, rule.level_b, rule.level_c):
        return
    if rule is None:
        rule = OrderRule(org_id=tx.org_id)
        tx.session.add(rule)
    rule.level_a, rule.level_b, rule.level_c = levels
    tx.record(OrderRuleSet(subject_id=tx.org_id))
    await tx.flush()
