"""What a step of a suggested transfer locks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import NotFound
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within
from storewalk.ordering.permissions import DECIDE_REBALANCE
from storewalk.ordering.rebalance_models import OrderRebalance, OrderRebalanceLine, RebalanceState

SINCE: Final = """
SELECT from_store_id, to_store_id FROM order_rebalance
WHERE org_id = $1 AND planned_at >= $2 AND to_store_id = ANY ($3)"""


async def lock_rebalance(tx: Tx, rebalance_id: UUID) -> OrderRebalance:
    """Lock a suggestion. Raises NotFound unless the actor may decide at one of its stores."""
    locked = select(OrderRebalance).where(OrderRebalance.org_id == tx.org_id, OrderRebalance.id == rebalance_id)
    locked = locked.with_for_update().execution_options(populate_existing=True)
    found = (await tx.session.scalars(locked)).one_or_none()
    if found is not None:
        for store_id in (found.from_store_id, found.to_store_id):
            if await is_within(tx, DECIDE_REBALANCE, store_id):
                return found
    raise NotFound("ordering.no_rebalance")


async def lines_of(tx: Tx, rebalance_id: UUID) -> list[OrderRebalanceLine]:
    """Return the lines of a locked suggestion, by product."""
    lines = select(OrderRebalanceLine).where(
        OrderRebalanceLine.org_id == tx.org_id, OrderRebalanceLine.rebalance_id == rebalance_id
    )
    return list(await tx.session.scalars(lines.order_by(OrderRebalanceLine.product_id)))


async def lock_older(tx: Tx, before: datetime) -> list[OrderRebalance]:
    """Lock the suggestions that are open and were made before an instant, in the order of their ids."""
    older = select(OrderRebalance).where(
        OrderRebalance.org_id == tx.org_id,
        OrderRebalance.state == RebalanceState.OPEN,
        OrderRebalance.planned_at < before,
    )
    ordered = older.order_by(OrderRebalance.id).with_for_update().execution_options(populate_existing=True)
    return list(await tx.session.scalars(ordered))


async def suggested_since(tx: Tx, since: datetime, store_ids: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
    """Return the pairs of stores of which something was suggested since an instant."""
    return {(row[0], row[1]) for row in await tx.fetch(SINCE, tx.org_id, since, list(store_ids))}
