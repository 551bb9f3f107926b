"""The rule about second factors, and a person's own, as screens need them."""

from typing import Final

from sqlalchemy import select

from storewalk.core.access import EVERYTHING
from storewalk.core.tx import AnyTx
from storewalk.identity.factor_models import AccessPolicy, FactorRule
from storewalk.identity.factor_schemas import AccessPolicyOut, FactorOut

OWN: Final = """
SELECT (SELECT confirmed_at FROM second_factor f WHERE f.org_id = $1 AND f.account_id = $2),
       (SELECT count(*) FROM recovery_code c WHERE c.org_id = $1 AND c.account_id = $2 AND c.used_at IS NULL)"""
CONCERNED: Final = """
SELECT count(*), count(f.confirmed_at)
FROM account a LEFT JOIN second_factor f ON f.org_id = a.org_id AND f.account_id = a.id
WHERE a.org_id = $1 AND a.deactivated_at IS NULL AND ($2::text[] IS NULL OR EXISTS (
  SELECT 1 FROM access_grant g JOIN role r ON r.org_id = g.org_id AND r.id = g.role_id
  WHERE g.org_id = a.org_id AND g.account_id = a.id AND r.permissions && $2::text[]))"""


async def rule_of(tx: AnyTx) -> AccessPolicyOut:
    """Return the organization's rule, without counting people; nobody needs a second factor until somebody says so."""
    statement = select(AccessPolicy.second_factor, AccessPolicy.permissions, AccessPolicy.version)
    rows = await tx.all(statement.where(AccessPolicy.org_id == tx.org_id), dict)
    if not rows:
        return AccessPolicyOut(second_factor=FactorRule.OPTIONAL, permissions=[], version=0, people=0, enrolled=0)
    return AccessPolicyOut(**rows[0], people=0, enrolled=0)


async def policy(tx: AnyTx) -> AccessPolicyOut:
    """Return the rule with how many people it concerns."""
    rule = await rule_of(tx)
    codes = [EVERYTHING, *rule.permissions] if rule.second_factor is FactorRule.REQUIRED else None
    people, enrolled = await tx.fetchrow(CONCERNED, tx.org_id, codes) or (0, 0)
    return AccessPolicyOut(
        second_factor=rule.second_factor,
        permissions=rule.permissions,
        version=rule.version,
        people=people,
        enrolled=enrolled,
    )


async def own_factor(tx: AnyTx, *, required: bool) -> FactorOut:
    """Return the actor's second factor."""
    confirmed_at, left = await tx.fetchrow(OWN, tx.org_id, tx.actor.account_id) or (None, 0)
    rule = await rule_of(tx)
    return FactorOut(confirmed_at=confirmed_at, recovery_codes_left=left, rule=rule.second_factor, required=required)
