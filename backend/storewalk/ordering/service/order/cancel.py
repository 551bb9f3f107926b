"""Give an order up before anybody has accepted it."""

from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.events import OrderCancelled
from storewalk.ordering.order_schemas import CancelOrder
from storewalk.ordering.order_states import OrderState, Step, next_state
from storewalk.ordering.permissions import CANCEL_ORDER
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.queries.order_names import source_name
from storewalk.ordering.service.order.waiting import end_wait


async def cancel(tx: Tx, order_id: UUID, form: CancelOrder) -> UUID:
    """Cancel an order, and return its id. Raises NotFound, WrongState once it is accepted or has ended."""
    order = await lock_order(tx, order_id, CANCEL_ORDER)
    order.state = next_state(order.state, Step.CANCEL, OrderState.CANCELLED)
    order.reason = form.reason.strip()
    order.cancelled_by, order.cancelled_at = tx.actor.account_id, tx.now
    end_wait(tx, order)
    had_a_part = {order.opened_by, order.submitted_by, order.decided_by} - {None, tx.actor.account_id}
    tx.record(
        OrderCancelled(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=await source_name(tx, order.source_id),
            reason=order.reason,
            told_ids=sorted(each for each in had_a_part if each is not None),
        )
    )
    await tx.flush()
    return order.id
