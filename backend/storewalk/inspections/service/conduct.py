"""Whose a visit is to conduct: its inspector's, or for a store's own check whoever of the store began it."""

from sqlalchemy import select

from storewalk.core.access import Permission
from storewalk.core.errors import Forbidden
from storewalk.core.tx import Tx
from storewalk.identity.api import account_ref, require_within
from storewalk.inspections.models import Inspection
from storewalk.inspections.permissions import ANSWER, CONDUCT
from storewalk.inspections.plans.kinds import VisitKind


def conducting(kind: VisitKind) -> Permission:
    """Return what somebody must hold at the store to make a visit of a kind."""
    return CONDUCT if kind is VisitKind.VISIT else ANSWER


async def require_own(tx: Tx, visit: Inspection) -> None:
    """Let through whose visit it is.

    Raises:
        NotFound: the visit lies outside the actor's scope.
        Forbidden: it is somebody else's, who is named.
    """
    await require_within(tx, conducting(visit.kind), visit.store_id)
    if visit.inspector_id == tx.actor.account_id:
        return
    if visit.inspector_id is None:
        raise Forbidden("inspections.not_begun")
    names = select(account_ref.c.name).where(account_ref.c.org_id == tx.org_id, account_ref.c.id == visit.inspector_id)
    raise Forbidden("inspections.not_yours", name=(await tx.scalars(names))[0])
