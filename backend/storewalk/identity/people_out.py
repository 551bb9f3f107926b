"""People as rows of a sheet to take away: a row for each role at a place."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import and_, select

from storewalk.core.access import Permission
from storewalk.core.tx import AnyTx
from storewalk.core.vault import Vault
from storewalk.identity import phones
from storewalk.identity.models import AccessGrant, Account, RoleRow, ScopeNode
from storewalk.identity.permissions import PHONES_READ
from storewalk.identity.scope import ROOT, path_filter
from storewalk.identity.sheet import PersonLine


async def give_out(tx: AnyTx, permission: Permission, *, labels: Mapping[UUID, str], vault: Vault) -> list[PersonLine]:
    """Return the people who may log in and their roles where the actor holds `permission`, by username.

    Who may not see phone numbers gets them masked; somebody without a role is seen by those who see everywhere.
    """
    paths = tx.actor.paths(permission)
    statement = (
        select(
            Account.id,
            Account.username,
            Account.name,
            Account.locale,
            Account.phone,
            RoleRow.code.label("role"),
            ScopeNode.id.label("node_id"),
        )
        .outerjoin(AccessGrant, and_(AccessGrant.org_id == Account.org_id, AccessGrant.account_id == Account.id))
        .outerjoin(RoleRow, and_(RoleRow.org_id == AccessGrant.org_id, RoleRow.id == AccessGrant.role_id))
        .outerjoin(ScopeNode, and_(ScopeNode.org_id == AccessGrant.org_id, ScopeNode.id == AccessGrant.node_id))
        .where(Account.org_id == tx.org_id, Account.deactivated_at.is_(None))
        .order_by(Account.username, ScopeNode.path, RoleRow.code)
    )
    if ROOT not in paths:
        statement = statement.where(path_filter(paths))
    return [
        PersonLine(
            username=row["username"],
            name=row["name"],
            role=row["role"] or "",
            places=[labels[row["node_id"]]] if row["node_id"] else [],
            phone=shown(tx, phones.opened(vault, row["id"], row["phone"])),
            locale=row["locale"],
        )
        for row in await tx.all(statement, dict)
    ]


def shown(tx: AnyTx, phone: str | None) -> str | None:
    """Return a phone number as the actor may see it."""
    return phone if phone is None or tx.actor.holds(PHONES_READ) else phones.masked(phone)


async def phone_of(tx: AnyTx, account_id: UUID, vault: Vault) -> str | None:
    """Return a person's number as the actor may see it."""
    kept = await tx.scalars(select(Account.phone).where(Account.org_id == tx.org_id, Account.id == account_id))
    return shown(tx, phones.opened(vault, account_id, kept[0])) if kept else None
