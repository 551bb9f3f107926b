"""An order waits too long for its approval: level by level the people above hear of it, each level once."""

from datetime import timedelta
from typing import Final

from sqlalchemy import update

from storewalk.core.tx import Tx
from storewalk.ordering.events import OrderEscalated
from storewalk.ordering.order_levels import approvers
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.order_work import EscalateOrder
from storewalk.ordering.queries.order_locks import known_order, waiting_since
from storewalk.ordering.queries.order_names import source_name
from storewalk.ordering.queries.order_rules import setting_of

LEVELS: Final = 3


async def escalate(tx: Tx, job: EscalateOrder) -> bool:
    """Tell a level of people if the order still waits as it did; return whether it did.

    The row lock and the level make it once: a second run, also a simultaneous one, finds the level told. The first
    level are those who were asked, again; then come those above them.
    """
    order = await known_order(tx, job.order_id)
    if order is None or order.state is not OrderState.WAITING or order.waits_since != job.waits_since:
        return False
    if order.level is None or order.told_levels != job.told - 1:
        return False
    step = timedelta(minutes=(await setting_of(tx)).escalate_minutes)
    if tx.now < job.waits_since + job.told * step:
        return False
    rungs = await approvers(tx, order.store_id, order.level, but=order.submitted_by)
    if len(rungs) < job.told:
        return False
    # No step of a person: the version stays, so that a decision on its way from a phone is still welcome.
    await tx.session.execute(
        update(StoreOrder)
        .where(StoreOrder.org_id == tx.org_id, StoreOrder.id == order.id)
        .values(told_levels=job.told, changed_at=tx.now)
    )
    tx.record(
        OrderEscalated(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=await source_name(tx, order.source_id),
            told=job.told,
            waits_since=job.waits_since,
            total_cents=order.total_cents,
            told_ids=rungs[job.told - 1],
        )
    )
    if job.told < LEVELS:
        look = EscalateOrder(order_id=order.id, waits_since=job.waits_since, told=job.told + 1)
        await tx.enqueue(look, at=job.waits_since + (job.told + 1) * step)
    return True


async def watch_waiting(tx: Tx) -> None:
    """Have looks that are missing made good: of waiting orders whose next level was not told when it was time.

    A look can be lost with its job, put aside after too many failures. Said twice it changes nothing: see `escalate`.
    """
    step = timedelta(minutes=(await setting_of(tx)).escalate_minutes)
    for order in await waiting_since(tx, tx.now - step):
        told = order.told_levels + 1
        if order.waits_since is not None and told <= LEVELS and tx.now >= order.waits_since + told * step:
            look = EscalateOrder(order_id=order.id, waits_since=order.waits_since, told=told)
            await tx.enqueue(look, dedupe=f"{order.id}:{told}")
