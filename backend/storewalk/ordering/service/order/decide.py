"""Decide on an order that waits: approve it, perhaps otherwise than asked, give it back, or refuse it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.errors import Conflict, Forbidden, Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.ordering.events import LineChange, OrderApproved, OrderRefused, OrderReturned
from storewalk.ordering.order_levels import may_decide
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_schemas import ApprovedLine, DecideOrder, Decision
from storewalk.ordering.order_states import FROM, OrderState, Step, next_state, require_step
from storewalk.ordering.permissions import APPROVE_ORDER
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.queries.order_names import account_name, source_name
from storewalk.ordering.queries.order_read import read_order
from storewalk.ordering.service.order.approved_lines import change_approved
from storewalk.ordering.service.order.waiting import end_wait

TO: Final = {
    Decision.APPROVE: OrderState.APPROVED,
    Decision.RETURN: OrderState.RETURNED,
    Decision.REFUSE: OrderState.REFUSED,
}


async def decide(tx: Tx, order_id: UUID, form: DecideOrder) -> UUID:
    """Decide on an order, and return its id.

    Raises:
        NotFound: its store lies outside the actor's scope.
        WrongState: it does not wait; where somebody was quicker, they are named.
        Conflict: it has changed since the approver saw it.
        Forbidden: the actor submitted it, or it needs somebody higher up.
        Invalid: no reason is given, or a line cannot be so.

    """
    order = await lock_order(tx, order_id, APPROVE_ORDER)
    await decide_on(tx, order, form)
    return order.id


async def decide_on(tx: Tx, order: StoreOrder, form: DecideOrder) -> None:
    """Decide on a locked order of a store in the actor's scope. What it refuses stays as it was, if without lines."""
    await _require_waiting(tx, order)
    if form.if_version is not None and form.if_version != order.version:
        raise Conflict("ordering.order_changed", current=await read_order(tx, order.id), field="ifVersion")
    if order.submitted_by == tx.actor.account_id:
        raise Forbidden("ordering.order_own")
    if not await may_decide(tx, order.store_id, order.level):
        raise Forbidden("ordering.order_above_you")
    if form.decision is not Decision.APPROVE and not form.reason.strip():
        raise Invalid("ordering.decision_needs_reason", field="reason")
    if form.decision is not Decision.APPROVE and form.lines:
        raise Invalid("ordering.only_approval_changes_lines", field="lines")
    changes = await _changed(tx, order, form.lines)
    order.state = next_state(order.state, Step.DECIDE, TO[form.decision])
    order.reason = form.reason.strip()
    order.decided_by, order.decided_at = tx.actor.account_id, tx.now
    end_wait(tx, order)
    await _tell(tx, order, changes)


async def _require_waiting(tx: Tx, order: StoreOrder) -> None:
    if order.state in FROM[Step.DECIDE]:
        return
    if order.decided_by is not None and order.decided_by != tx.actor.account_id:
        raise WrongState("ordering.somebody_was_quicker", name=await account_name(tx, order.decided_by))
    require_step(order.state, Step.DECIDE)


async def _changed(tx: Tx, order: StoreOrder, lines: Sequence[ApprovedLine]) -> list[LineChange]:
    if not lines:
        return []
    return await change_approved(tx, order, [(line.product_id, line.quantity) for line in lines])


async def _tell(tx: Tx, order: StoreOrder, changes: list[LineChange]) -> None:
    name = await source_name(tx, order.source_id)
    submitter = order.submitted_by or order.opened_by
    if order.state is OrderState.APPROVED:
        tx.record(
            OrderApproved(
                subject_id=order.id,
                store_id=order.store_id,
                source_id=order.source_id,
                source_name=name,
                total_cents=order.total_cents,
                lines=order.line_count,
                by_rules=False,
                changes=changes,
                submitter_id=submitter,
                waited_s=order.waited_s,
            )
        )
    else:
        kind = OrderReturned if order.state is OrderState.RETURNED else OrderRefused
        tx.record(
            kind(
                subject_id=order.id,
                store_id=order.store_id,
                source_name=name,
                reason=order.reason,
                submitter_id=submitter,
                waited_s=order.waited_s,
            )
        )
    await tx.flush()
