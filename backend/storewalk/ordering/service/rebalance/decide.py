"""Ask for a transfer that is suggested, or say why its goods do not move; from either store, or above them."""

from collections.abc import Sequence
from uuid import UUID

from storewalk.core.errors import DomainError, WrongState
from storewalk.core.tx import Tx
from storewalk.ordering.order_words import said
from storewalk.ordering.queries.rebalance_locks import lines_of, lock_rebalance
from storewalk.ordering.rebalance_events import RebalanceAccepted, RebalanceRefused
from storewalk.ordering.rebalance_models import OrderRebalance, RebalanceState
from storewalk.ordering.rebalance_schemas import (
    AcceptRebalances,
    RebalanceOutcome,
    RebalancesAccepted,
    RefuseRebalance,
)
from storewalk.ordering.service.suggestion_plan import PlanStore
from storewalk.stock import api as stock
from storewalk.stores.api import store_clock


async def accept(tx: Tx, rebalance_id: UUID) -> UUID:
    """Ask for the transfer, and return its id; what was asked for already stays as it is.

    From here on the taker's suggestions count the goods as coming: they are computed anew.

    Raises:
        NotFound: neither of its stores lies within the actor's scope.
        WrongState: it was refused, or its day is over.

    """
    found = await lock_rebalance(tx, rebalance_id)
    if found.transfer_id is not None:
        return found.transfer_id
    await _require_open(tx, found)
    lines = [
        stock.RequestedLine(product_id=each.product_id, quantity=each.quantity) for each in await lines_of(tx, found.id)
    ]
    form = stock.RequestTransfer(from_store_id=found.from_store_id, to_store_id=found.to_store_id, lines=lines)
    found.transfer_id = transfer_id = await stock.request_transfer(tx, form)
    _decide(tx, found, RebalanceState.ACCEPTED)
    await tx.enqueue(PlanStore(store_id=found.to_store_id, asked_at=tx.now))
    tx.record(
        RebalanceAccepted(
            subject_id=found.id,
            store_id=found.to_store_id,
            from_store_id=found.from_store_id,
            to_store_id=found.to_store_id,
            transfer_id=transfer_id,
            total_cents=found.total_cents,
        )
    )
    await tx.flush()
    return transfer_id


async def refuse(tx: Tx, rebalance_id: UUID, form: RefuseRebalance) -> None:
    """Refuse a suggestion; again for the same reason changes nothing.

    Raises NotFound outside the actor's scope, WrongState where it was asked for or is over.
    """
    found = await lock_rebalance(tx, rebalance_id)
    if found.state is RebalanceState.REFUSED and found.reason is form.reason:
        return
    await _require_open(tx, found)
    found.reason = form.reason
    _decide(tx, found, RebalanceState.REFUSED)
    tx.record(
        RebalanceRefused(
            subject_id=found.id,
            store_id=found.to_store_id,
            from_store_id=found.from_store_id,
            to_store_id=found.to_store_id,
            reason=form.reason,
        )
    )
    await tx.flush()


async def accept_many(tx: Tx, form: AcceptRebalances) -> RebalancesAccepted:
    """Ask for many, each of which is taken or says why not; none stands in the way of another."""
    outcomes = [await _outcome(tx, each) for each in _in_order(form.ids)]
    told = {each.id: each for each in outcomes}
    shown = [told[each] for each in dict.fromkeys(form.ids)]
    return RebalancesAccepted(accepted=sum(each.accepted for each in shown), outcomes=shown)


def _in_order(ids: Sequence[UUID]) -> list[UUID]:
    """Return ids in the order in which everybody locks them."""
    return sorted(set(ids))


async def _outcome(tx: Tx, rebalance_id: UUID) -> RebalanceOutcome:
    try:
        transfer_id = await accept(tx, rebalance_id)
    except DomainError as fault:
        told = said(fault, tx.actor.locale)
        return RebalanceOutcome(id=rebalance_id, accepted=False, transfer_id=None, code=fault.code, message=told)
    return RebalanceOutcome(id=rebalance_id, accepted=True, transfer_id=transfer_id, code=None, message=None)


async def _require_open(tx: Tx, found: OrderRebalance) -> None:
    clock = await store_clock(tx, found.to_store_id)
    if found.state is not RebalanceState.OPEN or clock.business_date(tx.now) != found.day:
        raise WrongState("ordering.rebalance_over")


def _decide(tx: Tx, found: OrderRebalance, state: RebalanceState) -> None:
    found.state, found.decided_by, found.decided_at = state, tx.actor.account_id, tx.now
