"""Set what the organization allows its book."""

from typing import Final

from sqlalchemy import select

from storewalk.core.tx import AnyTx, Tx
from storewalk.stock.events import StockRuleSet
from storewalk.stock.models import StockRule
from storewalk.stock.schemas import SetStockRule, StockRuleOut

ALLOWED: Final = "SELECT negative_allowed FROM stock_rule WHERE org_id = $1"
# Without a row the book may not go below zero; a row that says so is there to be locked and changed.
BEGIN: Final = """
INSERT INTO stock_rule (org_id, negative_allowed, changed_at) VALUES ($1, false, $2) ON CONFLICT DO NOTHING"""


async def stock_rule(tx: AnyTx) -> StockRuleOut:
    """Return the rule; nothing goes below zero unless somebody has allowed it."""
    row = await tx.fetchrow(ALLOWED, tx.org_id)
    return StockRuleOut(negative_allowed=row is not None and row["negative_allowed"])


async def set_rule(tx: Tx, form: SetStockRule) -> StockRuleOut:
    """Allow or forbid stock below zero; what is booked stays as it is."""
    await tx.fetch(BEGIN, tx.org_id, tx.now)
    statement = select(StockRule).where(StockRule.org_id == tx.org_id).with_for_update()
    row = (await tx.session.execute(statement)).scalar_one()
    if row.negative_allowed != form.negative_allowed:
        row.negative_allowed, row.changed_at = form.negative_allowed, tx.now
        tx.record(StockRuleSet(subject_id=tx.org_id, negative_allowed=form.negative_allowed))
        await tx.flush()
    return StockRuleOut(negative_allowed=row.negative_allowed)
