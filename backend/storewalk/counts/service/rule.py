"""When to recount, and how much one person may approve."""

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from storewalk.core.errors import Invalid
from storewalk.core.locks import lock_names
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.events import CountRuleSet
from storewalk.counts.models import CountRule
from storewalk.counts.permissions import SET_RULE
from storewalk.counts.schemas.rules import CategoryLimitsOut, RuleOut, SetCountRule
from storewalk.counts.service.limits import are_categories, category_limits, keep_limits

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
    return DEFAULT if row is None else SetCountRule(**dict(row), categories=await category_limits(tx))


async def set_rule(tx: Tx, form: SetCountRule) -> None:
    """Change the rule; counts that are submitted already keep what it said then. Again changes nothing.

    Raises Invalid.
    """
    tx.require(SET_RULE)
    for field, limits in [("", form), *((f"categories.{n}.", each) for n, each in enumerate(form.categories))]:
        if not is_quantity(limits.recount_quantity, zero=True):
            raise Invalid("counts.bad_limit", field=f"{field}recountQuantity")
    own = {each.category_id for each in form.categories}
    if len(own) < len(form.categories):
        raise Invalid("counts.category_twice", field="categories")
    if not await are_categories(tx, own):
        raise Invalid("counts.no_category", field="categories")
    form = replace(form, categories=sorted(form.categories, key=lambda each: each.category_id))
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
    await keep_limits(tx, form.categories)
    tx.record(CountRuleSet(subject_id=tx.org_id))
    await tx.flush()


def rule_out(rule: SetCountRule) -> RuleOut:
    """Return a rule as it goes on the wire."""
    return RuleOut(
        recount_quantity=plain(rule.recount_quantity),
        recount_cents=rule.recount_cents,
        recount_percent=rule.recount_percent,
        approval_cents=rule.approval_cents,
        categories=[
            CategoryLimitsOut(
                category_id=each.category_id,
                recount_quantity=plain(each.recount_quantity),
                recount_cents=each.recount_cents,
                recount_percent=each.recount_percent,
            )
            for each in rule.categories
        ],
    )
