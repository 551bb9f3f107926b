"""What a step of an order locks: the order itself, also by an id under which another phone opened it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import is_within
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState

MEANT: Final = "SELECT order_id FROM store_order_alias WHERE org_id = $1 AND id = $2"

KNOWN: Final = f"SELECT id FROM store_order WHERE org_id = $1 AND id = $2 UNION ALL {MEANT}"


async def lock_order(tx: Tx, order_id: UUID, permission: Permission) -> StoreOrder:
    """Lock an order. Raises NotFound unless it is of a store where the actor holds `permission`."""
    order = await known_order(tx, order_id)
    if order is None or not await is_within(tx, permission, order.store_id):
        raise NotFound("ordering.no_order")
    return order


async def known_order(tx: Tx, order_id: UUID) -> StoreOrder | None:
    """Lock an order, whoever asks, by its own id or by one that means it."""
    found = await lock_orders(tx, [order_id])
    if not found and (meant := await order_meant(tx, order_id)) is not None:
        found = await lock_orders(tx, [meant])
    return next(iter(found.values()), None)


async def is_known(tx: AnyTx, order_id: UUID) -> bool:
    """Tell whether an order was opened under an id, also where it is another's by now."""
    return await tx.fetchrow(KNOWN, tx.org_id, order_id) is not None


async def order_meant(tx: AnyTx, order_id: UUID) -> UUID | None:
    """Return the order that was open already when a phone opened one under this id."""
    row = await tx.fetchrow(MEANT, tx.org_id, order_id)
    return row["order_id"] if row else None


async def lock_orders(tx: Tx, order_ids: Sequence[UUID]) -> dict[UUID, StoreOrder]:
    """Lock orders in the order of their ids, and return those that are there."""
    ordered = _locked(StoreOrder.id.in_(order_ids), tx).order_by(StoreOrder.id)
    return {order.id: order for order in await tx.session.scalars(ordered)}


async def lock_open(tx: Tx, store_id: UUID, source_id: UUID, day: date) -> StoreOrder | None:
    """Lock the order of a store from a source that can still be edited on a day, a draft rather than a returned one."""
    mine = (StoreOrder.store_id == store_id) & (StoreOrder.source_id == source_id) & (StoreOrder.day == day)
    editable = StoreOrder.state.in_((OrderState.DRAFT, OrderState.RETURNED))
    found = _locked(mine & editable, tx).order_by(StoreOrder.state, StoreOrder.recorded_at.desc()).limit(1)
    return (await tx.session.scalars(found)).one_or_none()


async def drafts_until(tx: Tx, day: date) -> list[tuple[UUID, UUID, date]]:
    """Return the id, store and day of drafts of days until one, the oldest first, without locking them."""
    mine = (StoreOrder.state == OrderState.DRAFT) & (StoreOrder.day <= day)
    columns = select(StoreOrder.id, StoreOrder.store_id, StoreOrder.day).where(StoreOrder.org_id == tx.org_id, mine)
    rows = await tx.session.execute(columns.order_by(StoreOrder.day, StoreOrder.id))
    return [(row.id, row.store_id, row.day) for row in rows]


async def waiting_since(tx: Tx, before: datetime) -> list[StoreOrder]:
    """Return the orders that have waited since before an instant, without locking them."""
    waiting = (StoreOrder.state == OrderState.WAITING) & (StoreOrder.waits_since <= before)
    found = select(StoreOrder).where(StoreOrder.org_id == tx.org_id, waiting).order_by(StoreOrder.id)
    return list(await tx.session.scalars(found))


def _locked(which: ColumnElement[bool], tx: Tx) -> Select[StoreOrder]:
    found = select(StoreOrder).where(StoreOrder.org_id == tx.org_id, which)
    return found.with_for_update().execution_options(populate_existing=True)
