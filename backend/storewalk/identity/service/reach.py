"""What an actor may give to others: no more than he holds there himself."""

from collections.abc import Mapping
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.access import EVERYTHING, Actor
from storewalk.core.tx import AnyTx
from storewalk.identity import queries
from storewalk.identity.models import ScopeNode
from storewalk.identity.permissions import ACCOUNTS_MANAGE


class Reach(Struct, frozen=True):
    """The organization's roles by code, what each may do, its places, and who acts."""

    actor: Actor
    roles: Mapping[str, UUID]
    permissions: Mapping[UUID, frozenset[str]]
    paths: Mapping[UUID, str]

    def covers(self, role_id: UUID, node_id: UUID) -> bool:
        """Tell whether a role at a place goes no further than what the actor holds there."""
        if self.actor.is_system:
            return True
        here = [grant for grant in self.actor.grants if self.paths[node_id].startswith(grant.path)]
        own = {code for grant in here for code in grant.permissions}
        return EVERYTHING in own or self.permissions[role_id] <= own

    def has(self, node_id: UUID) -> bool:
        """Tell whether a place lies where the actor manages accounts."""
        return any(self.paths[node_id].startswith(path) for path in self.actor.paths(ACCOUNTS_MANAGE))


async def reach_of(tx: AnyTx) -> Reach:
    """Return what the actor may give."""
    roles = await queries.roles(tx)
    places = select(ScopeNode.id, ScopeNode.path).where(ScopeNode.org_id == tx.org_id)
    return Reach(
        actor=tx.actor,
        roles={role.code: role.id for role in roles},
        permissions={role.id: frozenset(role.permissions) for role in roles},
        paths={row["id"]: row["path"] for row in await tx.all(places, dict)},
    )
