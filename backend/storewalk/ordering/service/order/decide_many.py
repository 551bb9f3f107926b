"""One decision on many orders, each of which takes it or says why not; none stands in the way of another."""

from collections.abc import Sequence
from uuid import UUID

from storewalk.core.errors import DomainError, Invalid, NotFound
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_schemas import DecidedOrder, DecideOrder, DecideOrders, Decision, OrdersDecided
from storewalk.ordering.order_words import said
from storewalk.ordering.permissions import APPROVE_ORDER
from storewalk.ordering.queries.order_locks import lock_orders
from storewalk.ordering.service.order.decide import decide_on


async def decide_many(tx: Tx, form: DecideOrders) -> OrdersDecided:
    """Decide on orders, and return what became of each, in the order of their ids in the form.

    Raises Invalid for a decision without the reason that it needs.
    """
    if form.decision is not Decision.APPROVE and not form.reason.strip():
        raise Invalid("ordering.decision_needs_reason", field="reason")
    ids = list(dict.fromkeys(form.ids))
    found = await lock_orders(tx, ids)
    outcomes = await _outcomes(tx, ids, found, DecideOrder(decision=form.decision, reason=form.reason))
    return OrdersDecided(decided=sum(each.decided for each in outcomes), orders=outcomes)


async def _outcomes(
    tx: Tx, ids: Sequence[UUID], found: dict[UUID, StoreOrder], form: DecideOrder
) -> list[DecidedOrder]:
    outcomes: list[DecidedOrder] = []
    for order_id in ids:
        order = found.get(order_id)
        seen = order is not None and await is_within(tx, APPROVE_ORDER, order.store_id)
        try:
            if order is None or not seen:
                raise NotFound("ordering.no_order")
            await decide_on(tx, order, form)
            outcomes.append(DecidedOrder(id=order_id, decided=True, state=order.state, code=None, message=None))
        except DomainError as fault:
            state = order.state if order is not None and seen else None
            told = said(fault, tx.actor.locale)
            outcomes.append(DecidedOrder(id=order_id, decided=False, state=state, code=fault.code, message=told))
    return outcomes
