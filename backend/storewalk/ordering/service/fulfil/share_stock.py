"""Share what a warehouse has between its orders for a day, and accept them with what each gets."""

from storewalk.core.errors import Conflict, Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import StockShared
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.fulfil_schemas import ShareStock
from storewalk.ordering.fulfil_shares import adjust, seen_as, share_wave
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.queries.fulfil_locks import origin_of
from storewalk.ordering.queries.fulfil_shares import tell_shares
from storewalk.ordering.queries.fulfil_wave import orders_to_share, require_warehouse
from storewalk.ordering.queries.fulfil_wave_lines import wave_lines
from storewalk.ordering.queries.order_locks import lock_orders
from storewalk.ordering.service.fulfil.accept import confirm
from storewalk.ordering.service.order.lines import refuse
from storewalk.stock import api as stock

SHAREABLE = frozenset({OrderState.APPROVED, OrderState.ACCEPTED})


async def share_stock(tx: Tx, form: ShareStock) -> None:
    """Share stock between the orders of a warehouse for a day of which nothing was sent yet; once more shares anew.

    Raises:
        NotFound: the actor does not answer for the warehouse.
        WrongState: it has no order to share for.
        Conflict: what each would get is not what the actor has seen.
        Invalid: an order that shall come first is not one of them, or a share that was set by hand cannot be so.

    """
    await require_warehouse(tx, form.warehouse_id)
    locked = await lock_orders(tx, await orders_to_share(tx, form.warehouse_id, form.day))
    orders = [order for order in locked.values() if order.state in SHAREABLE]
    if not orders:
        raise WrongState("ordering.nothing_to_share")
    first = set(form.first_ids)
    if not first <= {order.id for order in orders}:
        raise Invalid("ordering.not_in_wave", field="firstIds")
    lines = await wave_lines(tx, [order.id for order in orders])
    await stock.release(tx, [order.id for order in orders])
    free = await stock.lock_free(tx, form.warehouse_id, {line.product_id for line in lines})
    freed = {(each.order_id, each.product_id) for each in form.adjusted if each.quantity is None}
    if form.seen is not None and form.seen != seen_as(seen := share_wave(lines, free, first, set())):
        current = await tell_shares(tx, (form.warehouse_id, form.day), seen, first)
        raise Conflict("ordering.shares_changed", current=current, field="seen")
    shares = share_wave(lines, free, first, freed)
    confirmed, faults = adjust(shares, form.adjusted)
    refuse(faults)
    changed = [await confirm(tx, order, await origin_of(tx, order.source_id), confirmed[order.id]) for order in orders]
    if any(changed):
        tx.record(
            StockShared(
                subject_id=form.warehouse_id,
                store_id=form.warehouse_id,
                day=form.day,
                orders=len(orders),
                short=sum(each.short for each in shares.values()),
                adjusted=sum(got.why is ConfirmedWhy.ADJUSTED for each in confirmed.values() for got in each),
            )
        )
    await tx.flush()
