"""Which waste needs somebody's approval."""

from typing import Final

from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx
from storewalk.stock.events import WasteRuleSet
from storewalk.stock.waste_models import WasteRule

DEFAULT_CENTS: Final = 5_000
"""Fifty yuan, until an organization says otherwise."""
READ: Final = "SELECT approval_cents FROM waste_rule WHERE org_id = $1"


async def waste_rule(tx: AnyTx) -> int:
    """Return up to which value, in cents, waste is posted at once."""
    row = await tx.fetchrow(READ, tx.org_id)
    return DEFAULT_CENTS if row is None else row["approval_cents"]


async def set_waste_rule(tx: Tx, approval_cents: int) -> None:
    """Change the limit; what waits already goes on waiting. Again changes nothing."""
    await lock_names(tx, "waste_rule", [tx.org_id])
    rule = await tx.session.get(WasteRule, tx.org_id)
    if rule is not None and rule.approval_cents == approval_cents:
        return
    if rule is None:
        rule = WasteRule(org_id=tx.org_id)
        tx.session.add(rule)
    rule.approval_cents, rule.changed_at = approval_cents, tx.now
    tx.record(WasteRuleSet(subject_id=tx.org_id, approval_cents=approval_cents))
    await tx.flush()
