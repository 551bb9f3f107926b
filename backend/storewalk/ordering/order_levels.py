"""Who may decide on an order of a store: from which place up, and who that is."""

from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.identity.api import node_path, rungs
from storewalk.ordering.order_models import ApprovalLevel
from storewalk.ordering.permissions import APPROVE_ORDER

RANK: Final = {level: number for number, level in enumerate(ApprovalLevel)}
ROOT: Final = "/"
ABOVE: Final = {
    ApprovalLevel.STORE: "SELECT id FROM scope_node WHERE org_id = $1 AND id = $2",
    ApprovalLevel.REGION: "SELECT parent_id FROM scope_node WHERE org_id = $1 AND id = $2",
    ApprovalLevel.CHAIN: "SELECT id FROM scope_node WHERE org_id = $1 AND path = '/' AND $2::uuid IS NOT NULL",
}


async def may_decide(tx: AnyTx, store_id: UUID, level: ApprovalLevel | None) -> bool:
    """Tell whether the actor holds the permission to approve at a store from `level` up."""
    path = await node_path(tx.raw, tx.org_id, store_id)
    if path is None or level is None:
        return False
    held = [each for each in tx.actor.paths(APPROVE_ORDER) if path.startswith(each)]
    if level is ApprovalLevel.STORE:
        return bool(held)
    return any(each == ROOT or (level is ApprovalLevel.REGION and each != path) for each in held)


async def approvers(tx: AnyTx, store_id: UUID, level: ApprovalLevel, *, but: UUID | None) -> list[list[UUID]]:
    """Return who may approve a store's orders from `level` up, the nearest first, somebody left out."""
    row = await tx.fetchrow(ABOVE[level], tx.org_id, store_id)
    if row is None or row[0] is None:
        return []
    found = ([each for each in rung if each != but] for rung in await rungs(tx, APPROVE_ORDER, row[0]))
    return [rung for rung in found if rung]
