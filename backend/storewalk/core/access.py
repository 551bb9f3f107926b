"""Who may do what, where: permissions, the actor, and the paths of the scope tree it holds them on."""

from enum import StrEnum
from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.errors import Forbidden

EVERYTHING: Final = "*"
SYSTEM_ID: Final = UUID(int=0)


class Role(StrEnum):
    """The standard roles every organization starts with."""

    ADMIN = "admin"
    INSPECTOR = "inspector"
    MANAGER = "manager"
    REGIONAL = "regional"
    BUYER = "buyer"
    FINANCE = "finance"
    HR = "hr"
    CLERK = "clerk"


class Permission(msgspec.Struct, frozen=True):
    """An action, and the standard roles that hold it from the start; the administrator holds every one."""

    code: str
    roles: tuple[str, ...] = ()


PUBLIC: Final = Permission("public")
SIGNED_IN: Final = Permission("signed_in")


class Grant(msgspec.Struct, frozen=True, array_like=True):
    """Permissions held on the part of the scope tree below `path`."""

    path: str
    permissions: tuple[str, ...]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts in a transaction: an account through a session or a token, or the system in a job."""

    org_id: UUID
    account_id: UUID
    name: str
    locale: str = "zh"
    session_id: UUID | None = None
    grants: tuple[Grant, ...] = ()
    token_scopes: tuple[str, ...] | None = None

    @property
    def is_system(self) -> bool:
        """True for jobs, which act on behalf of the organization."""
        return self.account_id == SYSTEM_ID

    def paths(self, permission: Permission) -> tuple[str, ...]:
        """Return the scope paths on which the actor holds `permission`; empty means nowhere."""
        if self.is_system:
            return ("/",)
        if self.token_scopes is not None and permission.code not in self.token_scopes:
            return ()
        return tuple(g.path for g in self.grants if permission.code in g.permissions or EVERYTHING in g.permissions)

    def holds(self, permission: Permission) -> bool:
        """Tell whether the actor holds `permission` anywhere."""
        return permission in (PUBLIC, SIGNED_IN) or bool(self.paths(permission))

    def require(self, permission: Permission) -> None:
        """Raise Forbidden unless the actor holds `permission` somewhere."""
        if not self.holds(permission):
            raise Forbidden("core.forbidden", permission=permission.code)


def system_actor(org_id: UUID) -> Actor:
    """Return the actor of background work in an organization."""
    return Actor(org_id=org_id, account_id=SYSTEM_ID, name="Storewalk")
