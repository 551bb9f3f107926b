"""Accounts, roles, places, devices and tokens, as screens need them."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, and_, exists, select, tuple_

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.factor_models import SecondFactor
from storewalk.identity.models import (
    AccessGrant,
    Account,
    ApiToken,
    LoginSession,
    Organization,
    RoleRow,
    ScopeNode,
)
from storewalk.identity.schemas import (
    AccountOut,
    AccountRef,
    GrantOut,
    Me,
    NodeOut,
    OrganizationRef,
    RoleOut,
    SessionOut,
    TokenOut,
)

node_ref = select(ScopeNode.org_id, ScopeNode.id, ScopeNode.name)
"""A place's name, for other rooms to join."""
place_ref = select(ScopeNode.org_id, ScopeNode.id, ScopeNode.path, ScopeNode.kind).subquery("place_ref")
"""Where a place lies in the tree, for other rooms to join."""
account_ref = select(
    Account.org_id,
    Account.id,
    Account.name,
    Account.username,
    Account.locale,
    Account.deactivated_at.is_(None).label("active"),
).subquery("account_ref")
"""A person's name, for other rooms to join: on `org_id` and `id`; `active` while they may log in."""


# Asked by every app at every start, and answered by the command that the benchmark measures: one statement.
ME: Final = """
SELECT a.id, a.name, a.username, a.locale, o.code, o.name,
       ARRAY(SELECT DISTINCT n.id FROM access_grant g
             JOIN scope_node n ON n.org_id = g.org_id AND n.id = g.node_id
             WHERE g.org_id = a.org_id AND g.account_id = a.id AND n.kind = 'store')
FROM account a JOIN organization o ON o.id = a.org_id
WHERE a.org_id = $1 AND a.id = $2"""


async def organization_name(tx: AnyTx) -> str:
    """Return the name of the chain."""
    return (await tx.scalars(select(Organization.name).where(Organization.id == tx.org_id)))[0]


async def me(tx: AnyTx) -> Me:
    """Return who is logged in. `home_store_id` is the store where all of the person's roles are, if it is one."""
    row = await tx.fetchrow(ME, tx.org_id, tx.actor.account_id)
    if row is None:
        raise NotFound("core.not_found")
    account_id, name, username, locale, code, organization, stores = row
    return Me(
        account=AccountRef(id=account_id, name=name, username=username, locale=locale),
        organization=OrganizationRef(id=tx.org_id, code=code, name=organization),
        permissions=sorted({code for grant in tx.actor.grants for code in grant.permissions}),
        home_store_id=stores[0] if len(stores) == 1 else None,
    )


def _account_rows(org_id: UUID) -> Select[*tuple[Any, ...]]:
    return select(
        Account.id,
        Account.username,
        Account.name,
        Account.locale,
        Account.deactivated_at.is_(None).label("active"),
        Account.recorded_at,
        Account.password_until.is_not(None).label("temporary_access"),
        exists(
            select(SecondFactor.id).where(
                SecondFactor.org_id == Account.org_id,
                SecondFactor.account_id == Account.id,
                SecondFactor.confirmed_at.is_not(None),
            )
        ).label("second_factor"),
    ).where(Account.org_id == org_id)


async def accounts(tx: AnyTx, q: str | None, after: Cursor | None, limit: int) -> list[AccountOut]:
    """Return up to `limit` accounts in order of opening, by prefix of username or name."""
    statement = _account_rows(tx.org_id)
    if q:
        low, high = q.lower(), q.lower() + "\U0010ffff"
        by_name = and_(Account.name >= q, Account.name < q + "\U0010ffff")
        statement = statement.where(and_(Account.username >= low, Account.username < high) | by_name)
    if after is not None:
        statement = statement.where(tuple_(Account.recorded_at, Account.id) > (after.at, after.id))
    return await _with_grants(tx, statement.order_by(Account.recorded_at, Account.id).limit(limit))


async def account(tx: AnyTx, account_id: UUID) -> AccountOut:
    """Return one account. Raises NotFound."""
    found = await _with_grants(tx, _account_rows(tx.org_id).where(Account.id == account_id))
    if not found:
        raise NotFound("core.not_found")
    return found[0]


async def _with_grants(tx: AnyTx, statement: Select[*tuple[Any, ...]]) -> list[AccountOut]:
    rows = await tx.all(statement, dict)
    by_account: dict[UUID, list[GrantOut]] = {row["id"]: [] for row in rows}
    grants = (
        select(AccessGrant.account_id, RoleRow.code, ScopeNode.id, ScopeNode.name, ScopeNode.kind)
        .join(RoleRow, and_(RoleRow.org_id == AccessGrant.org_id, RoleRow.id == AccessGrant.role_id))
        .join(ScopeNode, and_(ScopeNode.org_id == AccessGrant.org_id, ScopeNode.id == AccessGrant.node_id))
        .where(AccessGrant.org_id == tx.org_id, AccessGrant.account_id.in_(by_account))
        .order_by(ScopeNode.path, RoleRow.code)
    )
    for row in await tx.all(grants, dict):
        by_account[row["account_id"]].append(
            GrantOut(role=row["code"], node_id=row["id"], node_name=row["name"], node_kind=row["kind"])
        )
    return [AccountOut(**row, grants=by_account[row["id"]]) for row in rows]


async def roles(tx: AnyTx) -> list[RoleOut]:
    """Return the organization's roles."""
    statement = select(RoleRow.id, RoleRow.code, RoleRow.permissions).where(RoleRow.org_id == tx.org_id)
    return await tx.all(statement.order_by(RoleRow.code), RoleOut)


async def nodes(tx: AnyTx) -> list[NodeOut]:
    """Return the scope tree, parents before children."""
    statement = select(ScopeNode.id, ScopeNode.parent_id, ScopeNode.kind, ScopeNode.name)
    return await tx.all(statement.where(ScopeNode.org_id == tx.org_id).order_by(ScopeNode.path), NodeOut)


async def sessions(tx: AnyTx) -> list[SessionOut]:
    """Return the actor's devices that are logged in, the latest used first."""
    statement = select(
        LoginSession.id,
        LoginSession.device_name,
        LoginSession.client,
        LoginSession.recorded_at,
        LoginSession.seen_at,
        LoginSession.expires_at,
        (LoginSession.id == tx.actor.session_id).label("current"),
    ).where(
        LoginSession.org_id == tx.org_id,
        LoginSession.account_id == tx.actor.account_id,
        LoginSession.revoked_at.is_(None),
        LoginSession.expires_at > tx.now,
    )
    return await tx.all(statement.order_by(LoginSession.seen_at.desc()), SessionOut)


async def tokens(tx: AnyTx) -> list[TokenOut]:
    """Return the organization's keys that are in force."""
    statement = (
        select(
            ApiToken.id,
            ApiToken.name,
            ApiToken.scopes,
            Account.name.label("account_name"),
            ApiToken.recorded_at,
            ApiToken.expires_at,
        )
        .join(Account, and_(Account.org_id == ApiToken.org_id, Account.id == ApiToken.account_id))
        .where(ApiToken.org_id == tx.org_id, ApiToken.revoked_at.is_(None))
        .order_by(ApiToken.recorded_at)
    )
    return await tx.all(statement, TokenOut)


async def lock_account(tx: Tx, account_id: UUID) -> Account:
    """Return an account for change. Raises NotFound."""
    statement = select(Account).where(Account.org_id == tx.org_id, Account.id == account_id).with_for_update()
    found = (await tx.session.execute(statement)).scalar_one_or_none()
    if found is None:
        raise NotFound("core.not_found")
    return found
