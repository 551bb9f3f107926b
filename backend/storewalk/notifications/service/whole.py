"""What concerns the whole organization is for those who answer for all of it."""

from storewalk.core.access import Permission
from storewalk.core.errors import Forbidden
from storewalk.core.tx import AnyTx

ROOT = "/"


def require_whole(tx: AnyTx, permission: Permission) -> None:
    """Raise Forbidden unless the actor holds `permission` on the whole organization."""
    if ROOT not in tx.actor.paths(permission):
        raise Forbidden("core.forbidden", permission=permission.code)
