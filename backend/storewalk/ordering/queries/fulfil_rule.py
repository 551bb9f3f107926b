"""How much more than was announced a supplier may bring."""

from typing import Any, Final

from storewalk.core.tx import AnyTx
from storewalk.ordering.fulfil_outputs import ReceivingRuleOut

RULE: Final = "SELECT over_percent, version FROM order_receiving_rule WHERE org_id = $1"


async def receiving_rule(tx: AnyTx) -> ReceivingRuleOut:
    """Return the rule; nothing more is taken until the organization says so."""
    row = await tx.fetchrow(RULE, tx.org_id)
    return ReceivingRuleOut(**dict[str, Any](row)) if row else ReceivingRuleOut(over_percent=0, version=0)
