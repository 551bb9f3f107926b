"""What the dimensions of health weigh in an organization: by default, or as it has said."""

from typing import Annotated, Final

from msgspec import Meta
from sqlalchemy import select

from storewalk.analytics.events import HealthRuleSet
from storewalk.analytics.health.formula import DIMENSIONS, Dimension, Weights
from storewalk.analytics.health.models import HealthRule
from storewalk.core.errors import Conflict, Invalid
from storewalk.core.locks import lock_names
from storewalk.core.schemas import Input, Output
from storewalk.core.tx import AnyTx, Tx

Weight = Annotated[int, Meta(ge=0, le=100)]
NAMES: Final = tuple(dimension.value for dimension in Dimension)


class HealthRuleOut(Output):
    """What each dimension weighs; version 0 is the product's own, until the organization says otherwise."""

    inspection: int
    rectification: int
    availability: int
    stock: int
    freshness: int
    self_checks: int
    version: int

    @property
    def weights(self) -> Weights:
        """The weights by dimension."""
        return {dimension: getattr(self, dimension.value) for dimension in Dimension}


class SetHealthRule(Input):
    """What each dimension shall weigh, 0 to leave it out; `if_version` is that of the rule that was seen."""

    inspection: Weight
    rectification: Weight
    availability: Weight
    stock: Weight
    freshness: Weight
    self_checks: Weight
    if_version: Annotated[int, Meta(ge=0)]


async def read_rule(tx: AnyTx) -> HealthRuleOut:
    """Return what holds, said or by default."""
    columns = [getattr(HealthRule, name) for name in (*NAMES, "version")]
    said = await tx.one_or_none(select(*columns).where(HealthRule.org_id == tx.org_id), HealthRuleOut)
    return said or HealthRuleOut(version=0, **{name: DIMENSIONS[Dimension(name)].weight for name in NAMES})


async def set_rule(tx: Tx, form: SetHealthRule) -> None:
    """Change what every store's health is made of, from now on and for all who look. The same again changes nothing.

    Raises:
        Invalid: no dimension weighs anything.
        Conflict: somebody has changed the rule meanwhile.
    """
    await lock_names(tx, "health_rule", [tx.org_id])
    now, wanted = await read_rule(tx), {name: getattr(form, name) for name in NAMES}
    if not any(wanted.values()):
        raise Invalid("analytics.nothing_weighs", field=NAMES[0])
    if {name: getattr(now, name) for name in NAMES} == wanted:
        return
    if form.if_version != now.version:
        raise Conflict("core.version_conflict", current=now)
    rule = await tx.session.get(HealthRule, tx.org_id)
    if rule is None:
        rule = HealthRule(org_id=tx.org_id)
        tx.session.add(rule)
    for name, weight in wanted.items():
        setattr(rule, name, weight)
    rule.version, rule.changed_at = now.version + 1, tx.now
    tx.record(HealthRuleSet(subject_id=tx.org_id, **wanted))
    await tx.flush()
