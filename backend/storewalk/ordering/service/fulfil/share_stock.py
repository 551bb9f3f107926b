"""Share what a warehouse has between its orders for a day, and accept them with what each gets."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import StockShared
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.fulfil_schemas import ShareStock
from storewalk.ordering.fulfil_share import Ask, needed, share
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.queries.fulfil_lines import Confirmed
from storewalk.ordering.queries.fulfil_locks import origin_of
from storewalk.ordering.queries.fulfil_wave import WaveLine, orders_to_share, require_warehouse, wave_lines
from storewalk.ordering.queries.order_locks import lock_orders
from storewalk.ordering.service.fulfil.accept import confirm
from storewalk.stock import api as stock

SHAREABLE = frozenset({OrderState.APPROVED, OrderState.ACCEPTED})


async def share_stock(tx: Tx, form: ShareStock) -> None:
    """Share stock between the orders of a warehouse for a day of which nothing was sent yet; once more shares anew.

    Raises:
        NotFound: the actor does not answer for the warehouse.
        WrongState: it has no order to share for.
        Invalid: an order that shall come first is not one of them.

    """
    await require_warehouse(tx, form.warehouse_id)
    locked = await lock_orders(tx, await orders_to_share(tx, form.warehouse_id, form.day))
    orders = [order for order in locked.values() if order.state in SHAREABLE]
    if not orders:
        raise WrongState("ordering.nothing_to_share")
    if not set(form.first_ids) <= {order.id for order in orders}:
        raise Invalid("ordering.not_in_wave", field="firstIds")
    lines = await wave_lines(tx, [order.id for order in orders])
    await stock.release(tx, [order.id for order in orders])
    free = await stock.lock_free(tx, form.warehouse_id, {line.product_id for line in lines})
    confirmed, short = _shared(lines, free, set(form.first_ids))
    changed = [await confirm(tx, order, await origin_of(tx, order.source_id), confirmed[order.id]) for order in orders]
    if any(changed):
        tx.record(
            StockShared(
                subject_id=form.warehouse_id,
                store_id=form.warehouse_id,
                day=form.day,
                orders=len(orders),
                short=short,
            )
        )
    await tx.flush()


def _shared(
    lines: Sequence[WaveLine], free: Mapping[UUID, Decimal], first: set[UUID]
) -> tuple[dict[UUID, list[Confirmed]], int]:
    """Return what each order gets, and of how many products there is not enough."""
    by_product: dict[UUID, list[WaveLine]] = {}
    confirmed: dict[UUID, list[Confirmed]] = {}
    for line in lines:
        by_product.setdefault(line.product_id, []).append(line)
        confirmed.setdefault(line.order_id, [])
    short = 0
    for product_id, group in by_product.items():
        there, asked = max(free[product_id], Decimal(0)), sum(line.wanted for line in group)
        if asked <= there:
            for line in group:
                why = ConfirmedWhy.SOURCE if line.cut else ConfirmedWhy.IN_FULL
                confirmed[line.order_id].append(Confirmed(product_id, line.wanted, why))
            continue
        short += 1
        asks = [
            Ask(
                line.order_id,
                line.wanted,
                line.pack_quantity,
                needed(line.arithmetic, line.wanted),
                line.order_id in first,
            )
            for line in group
        ]
        given = share(there, asks)
        for ask in asks:
            got = Confirmed(product_id, given[ask.order_id], ConfirmedWhy.SHARED, there, Decimal(asked), ask.need)
            confirmed[ask.order_id].append(got)
    return confirmed, short
