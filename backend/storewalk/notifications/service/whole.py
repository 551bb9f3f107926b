"""What concerns the whole organization is for those who answer for all of it."""

from storewalk.core.access import EVERYTHING, Permission
from storewalk.core.errors import Forbidden
from storewalk.core.tx import AnyTx

ROOT = "/"


def require_whole(tx: AnyTx, permission: Permission) -> None:
    """Raise Forbidden unless the actor holds `permission` on the whole organization."""
    if ROOT not in tx.actor.paths(permission):
        raise Forbidden("core.forbidden", permission=permission.code)


def require_everything(tx: AnyTx) -> None:
    """Raise Forbidden unless the actor may do everything everywhere.

    Who is whom in WeCom decides who is let in as whom: to set it with less would be a way to an administrator's rights.
    """
    require_whole(tx, Permission(EVERYTHING))
