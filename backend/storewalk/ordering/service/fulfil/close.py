"""Close an order: all of it has come, or nothing more will."""

from typing import Final
from uuid import UUID

from storewalk.core.errors import Conflict, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within
from storewalk.ordering.fulfil_events import OrderClosed, OrderRestGivenUp
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.fulfil_schemas import CloseOrder
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState, Step, next_state, require_step
from storewalk.ordering.permissions import CANCEL_ORDER
from storewalk.ordering.queries.fulfil_lines import Confirmed, fulfilled_lines, keep_confirmed
from storewalk.ordering.queries.fulfil_locks import Origin, answers_for, open_claims, origin_of, people_of
from storewalk.ordering.queries.fulfil_read import read_fulfilment
from storewalk.ordering.queries.order_locks import known_order
from storewalk.stock import api as stock

UNDER_WAY: Final = """
SELECT exists (SELECT 1 FROM order_shipment_line
               WHERE org_id = $1 AND order_id = $2 AND consignment_id IS NOT NULL
                 AND received + damaged + missing < shipped)"""


async def close(tx: Tx, order_id: UUID, form: CloseOrder) -> UUID:
    """Close an order for its store or its source, and return its id; one of which nothing was sent is cancelled.

    While goods of a warehouse are on their way only what has not been sent is given up.

    Raises:
        NotFound: the actor may end it neither at the store nor for the source.
        WrongState: it is not accepted yet, has ended, or all that is to come is on its way.
        Conflict: it has changed since the actor saw it.

    """
    order = await known_order(tx, order_id)
    if order is None:
        raise NotFound("ordering.no_order")
    origin = await origin_of(tx, order.source_id)
    at_store = await is_within(tx, CANCEL_ORDER, order.store_id)
    if not at_store and not await answers_for(tx, origin, order.store_id, CANCEL_ORDER):
        raise NotFound("ordering.no_order")
    require_step(order.state, Step.CLOSE)
    if form.if_version is not None and form.if_version != order.version:
        raise Conflict("ordering.order_changed", current=await read_fulfilment(tx, order.id), field="ifVersion")
    if await tx.raw.fetchval(UNDER_WAY, tx.org_id, order.id):
        await _give_up(tx, order, origin, form.reason.strip())
        return order.id
    await _close(tx, order, origin, form.reason.strip(), await _told(tx, order, origin))
    return order.id


async def _give_up(tx: Tx, order: StoreOrder, origin: Origin, reason: str) -> None:
    """Send nothing more of an order of which goods are on their way; it ends when those have been received."""
    left = [line for line in await fulfilled_lines(tx, order.id) if line.to_ship]
    if not left:
        raise WrongState("ordering.goods_under_way")
    given_up = [
        Confirmed(line.product_id, line.confirmed - line.to_ship, ConfirmedWhy.SOURCE, note=reason) for line in left
    ]
    await keep_confirmed(tx, order.id, given_up)
    await stock.release(tx, [order.id])
    if order.state is OrderState.PARTLY_SHIPPED:
        order.state = next_state(order.state, Step.GIVE_UP, OrderState.SHIPPED)
    told = await _told(tx, order, origin)
    tx.record(
        OrderRestGivenUp(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=origin.name,
            reason=reason,
            lines=len(left),
            told_ids=told[0],
            keeper_ids=told[1],
            from_warehouse=origin.warehouse_id is not None,
        )
    )
    await tx.flush()


async def _told(tx: Tx, order: StoreOrder, origin: Origin) -> tuple[list[UUID], list[UUID]]:
    """Return who hears that it was closed: at the store, and for the source."""
    keepers = {order.accepted_by, *await people_of(tx, origin, order.store_id)}
    ends = {order.submitted_by} - keepers, keepers
    actor = tx.actor.account_id
    at_store, for_source = (sorted(each for each in end if each not in (None, actor)) for end in ends)
    return at_store, for_source


async def close_if_done(tx: Tx, order: StoreOrder, origin: Origin) -> None:
    """Close a locked order of which all has come and nothing is claimed any more."""
    if order.state is OrderState.RECEIVED and not await open_claims(tx, order.id):
        await _close(tx, order, origin, "", ([], []))


async def _close(tx: Tx, order: StoreOrder, origin: Origin, reason: str, told: tuple[list[UUID], list[UUID]]) -> None:
    lines = await fulfilled_lines(tx, order.id)
    sent = any(line.shipped for line in lines)
    order.state = next_state(order.state, Step.CLOSE, OrderState.CLOSED if sent else OrderState.CANCELLED)
    order.closed_at = tx.now
    if not sent:
        order.cancelled_by, order.cancelled_at = tx.actor.account_id, tx.now
    order.reason = reason or order.reason
    await stock.release(tx, [order.id])
    tx.record(
        OrderClosed(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=origin.name,
            reason=reason,
            open_lines=sum(line.open > 0 for line in lines),
            told_ids=told[0],
            keeper_ids=told[1],
            from_warehouse=origin.warehouse_id is not None,
        )
    )
    await tx.flush()
