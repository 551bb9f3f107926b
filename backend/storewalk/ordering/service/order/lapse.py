"""A draft whose day is over is closed: nothing is ordered by it, and who began it is told once."""

from storewalk.core.tx import Tx
from storewalk.ordering.events import OrderLapsed
from storewalk.ordering.order_states import OrderState, Step, next_state
from storewalk.ordering.queries.order_locks import drafts_until, lock_orders
from storewalk.ordering.queries.order_names import source_name
from storewalk.stores.api import store_clocks


async def lapse(tx: Tx) -> int:
    """Close the drafts of days that are over at their stores, and return how many.

    Safe to run twice and by two workers: what the other has closed is no draft any more once its lock is given.
    """
    late = await drafts_until(tx, tx.now.date())
    clocks = await store_clocks(tx, list({store_id for _, store_id, _ in late}))
    over = [order_id for order_id, store_id, day in late if day < clocks[store_id].business_date(tx.now)]
    closed = 0
    for order in (await lock_orders(tx, over)).values():
        if order.state is not OrderState.DRAFT:
            continue
        order.state = next_state(order.state, Step.CANCEL, OrderState.CANCELLED)
        order.cancelled_at = tx.now
        closed += 1
        tx.record(
            OrderLapsed(
                subject_id=order.id,
                store_id=order.store_id,
                source_name=await source_name(tx, order.source_id),
                day=order.day,
                lines=order.line_count,
                told_ids=[order.opened_by],
            )
        )
    await tx.flush()
    return closed
