"""When to recount, and how much one person may approve."""

from decimal import Decimal
from typing import Final

from storewalk.core.errors import Invalid
from storewalk.core.locks import lock_names
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.events import CountRuleSet
from storewalk.counts.models import CountRule
from storewalk.counts.permissions import SET_RULE
from storewalk.counts.schemas.rules import RuleOut, SetCountRule

QUANTITY, CENTS, PERCENT, APPROVAL_CENTS = Decimal(10), 10_000, 30, 200_000
DEFAULT: Final = SetCountRule(
    recount_quantity=QUANTITY, recount_cents=CENTS, recount_percent=PERCENT, approval_cents=APPROVAL_CENTS
)
"""What holds until an organization says otherwise: ten units, 100 yuan or 30 % again; 2,000 yuan for one approver."""
READ: Final = """
SELECT recount_quantity, recount_cents, recount_percent, approval_cents FROM count_rule WHERE org_id = $1"""


async def rule_of(tx: AnyTx) -> SetCountRule:
    """Return the rule in force."""
    row = await tx.fetchrow(READ, tx.org_id)
    return DEFAULT if row is None else SetCountRule(**dict(row))


async def set_rule(tx: Tx, form: SetCountRule) -> None:
    """Change the rule; counts that are submitted already keep what it said then. Again changes nothing.

    Raises Invalid.
    """
    tx.require(SET_RULE)
    if not is_quantity(form.recount_quantity, zero=True):
        raise Invalid("counts.bad_limit", field="recountQuantity")
    await lock_names(tx, "count_rule", [tx.org_id])
    rule = await tx.session.get(CountRule, tx.org_id)
    if rule is not None and form == await rule_of(tx):
        return
    if rule is None:
        rule = CountRule(org_id=tx.org_id)
        tx.session.add(rule)
    rule.recount_quantity, rule.recount_cents = form.recount_quantity, form.recount_cents
    rule.recount_percent, rule.approval_cents = form.recount_percent, form.approval_cents
    rule.changed_at = tx.now
    tx.record(CountRuleSet(subject_id=tx.org_id))
    await tx.flush()


def rule_out(rule: SetCountRule) -> RuleOut:
    """Return a rule as it goes on the wire."""
    return RuleOut(
        recount_quantity=plain(rule.recount_quantity),
        recount_cents=rule.recount_cents,
        recount_percent=rule.recount_percent,
        approval_cents=rule.approval_cents,
    )
