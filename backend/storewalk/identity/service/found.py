"""Found an organization: its root place and the standard roles."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storewalk.core.access import EVERYTHING, Permission, Role
from storewalk.core.errors import WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.events import OrganizationFounded
from storewalk.identity.models import NodeKind, Organization, RoleRow, ScopeNode


def standard_roles(permissions: Sequence[Permission]) -> Mapping[str, list[str]]:
    """Return each standard role's permission codes, from what the rooms declare."""
    held = {role.value: sorted(p.code for p in permissions if role in p.roles) for role in Role}
    held[Role.ADMIN] = [EVERYTHING]
    return held


async def found(tx: Tx, *, code: str, name: str, permissions: Sequence[Permission]) -> UUID:
    """Create the organization `tx` acts for and return its root place.

    Raises WrongState when the code is taken.
    """
    tx.session.add(Organization(id=tx.org_id, code=code, name=name))
    try:
        await tx.flush()
    except IntegrityError as error:
        raise WrongState("identity.organization_taken", field="code", code=code) from error
    root = ScopeNode(org_id=tx.org_id, id=new_id(), parent_id=None, kind=NodeKind.ORGANIZATION, name=name, path="/")
    tx.session.add(root)
    for role, codes in standard_roles(permissions).items():
        tx.session.add(RoleRow(org_id=tx.org_id, code=role, permissions=codes))
    await tx.flush()
    tx.record(OrganizationFounded(subject_id=tx.org_id, name=name))
    return root.id


async def renew_roles(tx: Tx, permissions: Sequence[Permission]) -> int:
    """Have the standard roles hold what the rooms declare now, and return how many were different.

    What a new version lets people do, they may do as soon as it is installed. Safe to run again.
    """
    renewed = 0
    for row in await tx.session.scalars(select(RoleRow).with_for_update()):
        codes = standard_roles(permissions).get(row.code)
        if codes is not None and codes != row.permissions:
            row.permissions = codes
            renewed += 1
    return renewed
