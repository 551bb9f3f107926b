"""Begin a store's order of the day, or go on with the one that was begun."""

from uuid import UUID

from storewalk.core.errors import Conflict, Invalid
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.ordering.events import OrderOpened
from storewalk.ordering.order_models import StoreOrder, StoreOrderAlias
from storewalk.ordering.order_schemas import OpenOrder
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import PLACE_ORDER
from storewalk.ordering.queries.order_fill import fill
from storewalk.ordering.queries.order_locks import is_known, known_order, lock_open
from storewalk.ordering.queries.order_read import read_order
from storewalk.ordering.queries.order_window import OrderWindow, window_of
from storewalk.stores.api import StoreClock, store_clock


async def open_order(tx: Tx, form: OpenOrder) -> UUID:
    """Open the store's order of today, and return its id. Again, or where it is open already, changes nothing.

    Where another phone has opened it, the sender's id means that order from now on.

    Raises:
        NotFound: the store lies outside the actor's scope.
        Invalid: the source does not deliver there, or the order was filled in for another day.
        Conflict: the id is that of an order of another store or source.

    """
    await require_within(tx, PLACE_ORDER, form.store_id)
    await lock_draft(tx, form.store_id, form.source_id)
    if form.id is not None and await is_known(tx, form.id):
        known = await known_order(tx, form.id)
        if known is not None:
            if (known.store_id, known.source_id) != (form.store_id, form.source_id):
                await require_within(tx, PLACE_ORDER, known.store_id)
                raise Conflict("ordering.order_of_another", current=await read_order(tx, known.id), field="id")
            return known.id
    clock = await store_clock(tx, form.store_id)
    if form.day is not None and form.day != clock.business_date(tx.now):
        raise Invalid("ordering.day_over", field="day", day=form.day.isoformat())
    window = await window_of(tx, form.source_id, clock, clock.business_date(tx.now))
    if window is None:
        raise Invalid("ordering.not_delivered", field="sourceId")
    there = await lock_open(tx, form.store_id, form.source_id, clock.business_date(tx.now))
    if there is not None:
        if form.id is not None:
            tx.session.add(StoreOrderAlias(org_id=tx.org_id, id=form.id, order_id=there.id))
            await tx.flush()
        return there.id
    return (await _begin(tx, form, clock, window)).id


async def lock_draft(tx: Tx, store_id: UUID, source_id: UUID) -> None:
    """Make everybody else wait who is about to have an open order of a store from a source."""
    await lock_names(tx, "order_draft", [f"{store_id}:{source_id}"])


async def _begin(tx: Tx, form: OpenOrder, clock: StoreClock, window: OrderWindow) -> StoreOrder:
    order = StoreOrder(
        org_id=tx.org_id,
        id=form.id or new_id(),
        store_id=form.store_id,
        source_id=form.source_id,
        day=clock.business_date(tx.now),
        state=OrderState.DRAFT,
        cut_off_at=window.cut_off_at,
        budget_cents=window.budget_cents,
        expected_on=window.expected_on,
        urgent=False,
        note="",
        reason="",
        opened_by=tx.actor.account_id,
        waited_s=0,
        told_levels=0,
        missing_ids=[],
        total_cents=0,
        line_count=0,
        changed_count=0,
        recorded_at=tx.now,
    )
    tx.session.add(order)
    await tx.flush()
    await fill(tx, order)
    tx.record(
        OrderOpened(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=window.source_name,
            day=order.day,
            lines=order.line_count,
        )
    )
    await tx.flush()
    return order
