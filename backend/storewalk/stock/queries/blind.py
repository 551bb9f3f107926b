"""What of the book is closed to whom: a store that is being counted tells its own people nothing."""

from typing import Final
from uuid import UUID

from storewalk.core.errors import WrongState
from storewalk.core.tx import AnyTx
from storewalk.identity.api import is_within
from storewalk.stock.permissions import SEE_WHILE_COUNTED

BLIND: Final = """
EXISTS (SELECT 1 FROM stock_blind b WHERE b.org_id = i.org_id AND b.store_id = i.store_id AND b.since <= {0}
        AND (b.product_ids IS NULL OR i.product_id = ANY (b.product_ids)))
AND NOT EXISTS (SELECT 1 FROM scope_node n, unnest({1}::text[]) AS held (path)
                WHERE n.org_id = i.org_id AND n.id = i.store_id
                  AND n.path >= held.path AND n.path < held.path || '~')"""
"""The condition over `stock_item i` that its row is closed: at a time, to who may see more only below some paths."""
CLOSED: Final = """
SELECT 1 FROM stock_blind WHERE org_id = $1 AND store_id = $2 AND since <= $4
AND (product_ids IS NULL OR $3 = ANY (product_ids))"""
ROOT: Final = "/"


def sees_all(tx: AnyTx) -> bool:
    """Tell whether nothing is ever closed to the actor."""
    return ROOT in tx.actor.paths(SEE_WHILE_COUNTED)


async def require_open(tx: AnyTx, store_id: UUID, product_id: UUID) -> None:
    """Raise WrongState while a product is being counted at a store by people like the actor."""
    if await tx.fetchrow(CLOSED, tx.org_id, store_id, product_id, tx.now) is None:
        return
    if not await is_within(tx, SEE_WHILE_COUNTED, store_id):
        raise WrongState("stock.being_counted")
