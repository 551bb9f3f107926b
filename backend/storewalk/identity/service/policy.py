"""Who logs in with a second factor."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, exists, literal, or_, select, update

from storewalk.core.access import EVERYTHING
from storewalk.core.errors import Conflict, Invalid
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity import factor_queries
from storewalk.identity.events import AccessPolicySet
from storewalk.identity.factor_models import AccessPolicy, FactorRule, SecondFactor
from storewalk.identity.factor_queries import rule_of
from storewalk.identity.factor_schemas import SetAccessPolicy
from storewalk.identity.models import AccessGrant, Account, LoginSession, RoleRow

__all__ = ["is_required", "rule_of", "set_policy"]


async def is_required(tx: AnyTx, account_id: UUID) -> bool:
    """Tell whether a person must have a second factor."""
    rule = await rule_of(tx)
    if rule.second_factor is not FactorRule.REQUIRED:
        return False
    return bool(await tx.scalars(select(Account.id).where(Account.id == account_id, concerned(tx, rule.permissions))))


def concerned(tx: AnyTx, permissions: Collection[str]) -> ColumnElement[bool]:
    """Return the condition "the account, of this organization, holds one of the permissions somewhere"."""
    holds = or_(*(literal(code) == any_(RoleRow.permissions) for code in (EVERYTHING, *permissions)))
    granted = (
        select(AccessGrant.id)
        .join(RoleRow, and_(RoleRow.org_id == AccessGrant.org_id, RoleRow.id == AccessGrant.role_id))
        .where(AccessGrant.org_id == Account.org_id, AccessGrant.account_id == Account.id, holds)
    )
    return and_(Account.org_id == tx.org_id, exists(granted))


async def set_policy(tx: Tx, form: SetAccessPolicy, known: Collection[str]) -> None:
    """Set the rule; who must have a second factor now and has none is logged out, and sets it up at the next log-in.

    Raises Invalid naming the field, Conflict after another change.
    """
    required = form.second_factor is FactorRule.REQUIRED
    if required != bool(form.permissions):
        raise Invalid("identity.factor_of_whom", field="permissions")
    for number, code in enumerate(form.permissions):
        if code not in known:
            raise Invalid("identity.unknown_scope", field=f"permissions.{number}", scope=code)
    await lock_names(tx, "access_policy", ["rule"])
    statement = select(AccessPolicy).where(AccessPolicy.org_id == tx.org_id).with_for_update()
    row = (await tx.session.execute(statement)).scalar_one_or_none()
    if (row.version if row else 0) != form.if_version:
        raise Conflict("identity.changed_meanwhile", current=await factor_queries.policy(tx))
    if row is None:
        row = AccessPolicy(org_id=tx.org_id, id=new_id(), version=0)
        tx.session.add(row)
    row.second_factor, row.permissions = form.second_factor, sorted(set(form.permissions))
    row.version += 1
    await tx.flush()
    if required:
        await _log_out_unenrolled(tx, row.permissions)
    tx.record(AccessPolicySet(subject_id=row.id, second_factor=row.second_factor, permissions=list(row.permissions)))


async def _log_out_unenrolled(tx: Tx, permissions: Collection[str]) -> None:
    """End the sessions of those concerned who have no second factor, but not the actor's own in hand."""
    enrolled = exists(
        select(SecondFactor.id).where(
            SecondFactor.org_id == Account.org_id,
            SecondFactor.account_id == Account.id,
            SecondFactor.confirmed_at.is_not(None),
        )
    )
    people = select(Account.id).where(concerned(tx, permissions), ~enrolled)
    await tx.session.execute(
        update(LoginSession)
        .where(
            LoginSession.org_id == tx.org_id,
            LoginSession.account_id.in_(people),
            LoginSession.revoked_at.is_(None),
            LoginSession.id != tx.actor.session_id,
        )
        .values(revoked_at=tx.now)
        .execution_options(synchronize_session=False)
    )
