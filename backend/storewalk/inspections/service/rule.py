"""Say what an organization has of its visits."""

from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.inspections.models import InspectionRule
from storewalk.inspections.plans.events import RuleSet
from storewalk.inspections.queries.rule import read_rule
from storewalk.inspections.schemas.check_ins import SetInspectionRule


async def set_rule(tx: Tx, form: SetInspectionRule) -> None:
    """Change what holds from now on; check-ins keep the limit that they were judged by. Again changes nothing."""
    await lock_names(tx, "inspection_rule", [tx.org_id])
    now = await read_rule(tx)
    if (now.visits_a_day, now.near_m) == (form.visits_a_day, form.near_m):
        return
    rule = await tx.session.get(InspectionRule, tx.org_id)
    if rule is None:
        rule = InspectionRule(org_id=tx.org_id)
        tx.session.add(rule)
    rule.visits_a_day, rule.near_m, rule.changed_at = form.visits_a_day, form.near_m, tx.now
    tx.record(RuleSet(subject_id=tx.org_id, visits_a_day=form.visits_a_day, near_m=form.near_m))
    await tx.flush()
