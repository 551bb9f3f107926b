"""What of the book is closed to whom: a store that is being counted tells its own people nothing."""

from collections.abc import Callable, Collection
from typing import Final
from uuid import UUID

from storewalk.core.errors import WrongState
from storewalk.core.tx import AnyTx
from storewalk.identity.api import is_within, lies_below
from storewalk.stock.permissions import SEE_WHILE_COUNTED

BLIND: Final = f"""
EXISTS (SELECT 1 FROM stock_blind b WHERE b.org_id = i.org_id AND b.store_id = i.store_id AND b.since <= {{0}}
        AND (b.product_ids IS NULL OR i.product_id = ANY (b.product_ids)))
AND NOT {lies_below("i", "i.store_id", "{1}")}"""
"""The condition over `stock_item i` that its row is closed: at a time, to who may see more only below some paths."""
CLOSED: Final = """
SELECT 1 FROM stock_blind WHERE org_id = $1 AND store_id = $2 AND since <= $4
AND (product_ids IS NULL OR $3 = ANY (product_ids))"""
CLOSED_AT: Final = f"""
SELECT b.store_id, b.product_ids FROM stock_blind b
WHERE b.org_id = $1 AND b.store_id = ANY ($2) AND b.since <= $3
  AND NOT {lies_below("b", "b.store_id", "$4")}"""
ROOT: Final = "/"


def sees_all(tx: AnyTx) -> bool:
    """Tell whether nothing is ever closed to the actor."""
    return ROOT in tx.actor.paths(SEE_WHILE_COUNTED)


async def closed_at(tx: AnyTx, store_ids: Collection[UUID]) -> Callable[[UUID, UUID], bool]:
    """Return what tells of a store and a product whether the actor sees nothing of them now."""
    if not store_ids or sees_all(tx):
        return lambda _store, _product: False
    rows = await tx.fetch(CLOSED_AT, tx.org_id, list(store_ids), tx.now, list(tx.actor.paths(SEE_WHILE_COUNTED)))
    return lambda store, product: any(
        row["store_id"] == store and (row["product_ids"] is None or product in row["product_ids"]) for row in rows
    )


async def require_open(tx: AnyTx, store_id: UUID, product_id: UUID) -> None:
    """Raise WrongState while a product is being counted at a store by people like the actor."""
    if await tx.fetchrow(CLOSED, tx.org_id, store_id, product_id, tx.now) is None:
        return
    if not await is_within(tx, SEE_WHILE_COUNTED, store_id):
        raise WrongState("stock.being_counted")
