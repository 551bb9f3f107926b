"""Take an order back to change it, as long as nobody has accepted it."""

from typing import Final
from uuid import UUID

from storewalk.core.errors import WrongState
from storewalk.core.tx import Tx
from storewalk.ordering.events import OrderWithdrawn
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_schemas import WithdrawOrder
from storewalk.ordering.order_states import OrderState, Step, next_state, require_step
from storewalk.ordering.permissions import PLACE_ORDER
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.queries.order_names import source_name
from storewalk.ordering.service.order.open import lock_draft
from storewalk.ordering.service.order.waiting import end_wait

DRAFT: Final = """
SELECT true FROM store_order
WHERE org_id = $1 AND store_id = $2 AND source_id = $3 AND day = $4 AND state = 'draft'"""


async def withdraw(tx: Tx, order_id: UUID, form: WithdrawOrder) -> UUID:
    """Make a submitted order a draft again, and return its id. What is a draft stays one.

    Raises NotFound, WrongState once it is accepted or has ended, or while another draft of that day is open.
    """
    order = await lock_order(tx, order_id, PLACE_ORDER)
    if order.state is OrderState.DRAFT:
        return order.id
    require_step(order.state, Step.WITHDRAW)
    await _require_alone(tx, order)
    approved = order.state is OrderState.APPROVED
    order.state = next_state(order.state, Step.WITHDRAW, OrderState.DRAFT)
    order.reason = form.reason.strip()
    end_wait(tx, order)
    tx.record(
        OrderWithdrawn(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=await source_name(tx, order.source_id),
            reason=order.reason,
            was_approved=approved,
        )
    )
    await tx.flush()
    return order.id


async def _require_alone(tx: Tx, order: StoreOrder) -> None:
    await lock_draft(tx, order.store_id, order.source_id)
    if await tx.fetchrow(DRAFT, tx.org_id, order.store_id, order.source_id, order.day):
        raise WrongState("ordering.another_draft")
