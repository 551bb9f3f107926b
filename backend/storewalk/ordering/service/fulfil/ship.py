"""Send a delivery of an order: a warehouse's goods leave its book and are on their way, a supplier's are announced."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.ids import new_id
from storewalk.core.quantities import plain
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import OrderShipped
from storewalk.ordering.fulfil_models import OrderShipment, OrderShipmentLine
from storewalk.ordering.fulfil_schemas import ShipOrder, ShippedLine
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState, Step, next_state, require_step
from storewalk.ordering.permissions import RECEIVE_ORDER
from storewalk.ordering.queries.fulfil_lines import FulfilledLine, add_shipped, fulfilled_lines
from storewalk.ordering.queries.fulfil_locks import Origin, lock_for_source, nearest, shipment_of
from storewalk.ordering.service.fulfil.accept import chosen
from storewalk.ordering.service.order.lines import refuse
from storewalk.stock import api as stock

ZERO = Decimal(0)


async def ship(tx: Tx, order_id: UUID, form: ShipOrder) -> UUID:
    """Send a delivery, and return the order's id. A delivery that was sent already stays as it is.

    Raises:
        NotFound: the actor does not act for its source.
        WrongState: it has not been accepted, or all of it has been sent.
        Invalid: a line cannot be sent so, or the warehouse has it not, or keeps it for others; nothing would be sent.

    """
    order, origin = await lock_for_source(tx, order_id)
    known = await shipment_of(tx, form.id)
    if known is not None and known.order_id == order.id:
        return order.id  # sent twice, by whatever way
    if known is not None:
        raise Invalid("ordering.id_taken", field="id")
    require_step(order.state, Step.SHIP)
    await send(tx, order, origin, form)
    return order.id


async def send(tx: Tx, order: StoreOrder, origin: Origin, form: ShipOrder, *, announced: bool = True) -> OrderShipment:
    """Send a delivery of a locked order whose state allows it; nobody is told of one that is there already."""
    lines = await fulfilled_lines(tx, order.id)
    sent = _sent(lines, form.lines)
    shipment = OrderShipment(
        org_id=tx.org_id,
        id=form.id,
        order_id=order.id,
        number=await _next_number(tx, order.id),
        expected_at=form.expected_at,
        note=form.note.strip(),
        shipped_by=tx.actor.account_id,
        shipped_at=tx.occurred_at,
    )
    tx.session.add(shipment)
    await tx.flush()
    if origin.warehouse_id is None:
        tx.session.add_all(_announced(shipment, sent))
    else:
        tx.session.add_all(await _dispatched(tx, shipment, (origin.warehouse_id, order.store_id), lines, sent))
    await add_shipped(tx, order.id, {line.product_id: line.quantity for line in sent})
    await _go_on(tx, order, origin)
    tx.record(
        OrderShipped(
            subject_id=order.id,
            store_id=order.store_id,
            shipment_id=shipment.id,
            number=shipment.number,
            source_name=origin.name,
            lines=len(sent),
            expected_at=shipment.expected_at,
            receiver_ids=await _receivers(tx, order) if announced else [],
        )
    )
    await tx.flush()
    return shipment


def _sent(lines: Sequence[FulfilledLine], wanted: Sequence[ShippedLine]) -> list[ShippedLine]:
    left = {line.product_id: line.to_ship for line in lines}
    if not wanted:
        wanted = [ShippedLine(product_id=product_id, quantity=quantity) for product_id, quantity in left.items()]
    chosen(lines, [(line.product_id, line.quantity) for line in wanted], left)
    sent = [line for line in wanted if line.quantity]
    if not sent:
        raise Invalid("ordering.nothing_to_ship", field="lines")
    return sent


def _announced(shipment: OrderShipment, sent: Sequence[ShippedLine]) -> list[OrderShipmentLine]:
    return [
        _line(
            shipment, number, line.product_id, line.quantity, lot_code=line.lot_code or "", expires_on=line.expires_on
        )
        for number, line in enumerate(sent)
    ]


async def _dispatched(
    tx: Tx,
    shipment: OrderShipment,
    ends: tuple[UUID, UUID],
    lines: Sequence[FulfilledLine],
    sent: Sequence[ShippedLine],
) -> list[OrderShipmentLine]:
    kept = await stock.kept_for(tx, shipment.order_id)
    loads = [stock.Load(number, line.product_id, line.quantity) for number, line in enumerate(sent)]
    done = await stock.dispatch(tx, shipment.id, ends, loads)
    short = {each.wanted.product_id: each.there for each in done.missing}
    free = await _free(tx, ends[0], loads, done, kept)
    codes = {line.product_id: line.code for line in lines}
    refuse(
        [
            FieldError(
                f"lines.{load.line}.quantity",
                "ordering.not_in_warehouse",
                {"code": codes[load.product_id], "there": plain(there)},
            )
            for load in loads
            if (there := min(free[load.product_id], short.get(load.product_id, load.quantity))) < load.quantity
        ]
    )
    return [
        _line(
            shipment,
            number,
            each.product_id,
            each.quantity,
            lot_code=each.lot_code,
            expires_on=each.expires_on,
            consignment_id=each.id,
        )
        for number, each in enumerate(done.sent)
    ]


async def _free(
    tx: Tx, warehouse_id: UUID, loads: Sequence[stock.Load], done: stock.Dispatched, kept: Mapping[UUID, Decimal]
) -> dict[UUID, Decimal]:
    """Return what may go to an order of each product: what is kept for it, and what is kept for nobody.

    Its books are locked by the postings; what those took is counted as if it were still there.
    """
    free = await stock.free_of(tx, warehouse_id, [load.product_id for load in loads])
    for each in done.sent:
        free[each.product_id] += each.quantity
    return {product_id: max(quantity, ZERO) + kept.get(product_id, ZERO) for product_id, quantity in free.items()}


def _line(
    shipment: OrderShipment, position: int, product_id: UUID, quantity: Decimal, **lot: object
) -> OrderShipmentLine:
    return OrderShipmentLine(
        org_id=shipment.org_id,
        id=new_id(),
        shipment_id=shipment.id,
        order_id=shipment.order_id,
        product_id=product_id,
        position=position,
        shipped=quantity,
        received=ZERO,
        damaged=ZERO,
        missing=ZERO,
        **lot,
    )


async def _next_number(tx: Tx, order_id: UUID) -> int:
    mine = (OrderShipment.org_id == tx.org_id) & (OrderShipment.order_id == order_id)
    return (await tx.session.scalar(select(func.coalesce(func.max(OrderShipment.number), 0)).where(mine)) or 0) + 1


async def _go_on(tx: Tx, order: StoreOrder, origin: Origin) -> None:
    lines = await fulfilled_lines(tx, order.id)
    to = OrderState.PARTLY_SHIPPED if any(line.to_ship for line in lines) else OrderState.SHIPPED
    if order.state is OrderState.PARTLY_RECEIVED:
        to = OrderState.PARTLY_RECEIVED
    order.state = next_state(order.state, Step.SHIP, to)
    order.shipped_at = order.shipped_at or tx.occurred_at
    if origin.warehouse_id is not None:
        left = {line.product_id: line.to_ship for line in lines}
        await stock.reserve(tx, order.id, origin.warehouse_id, left)


async def _receivers(tx: Tx, order: StoreOrder) -> list[UUID]:
    """Return who takes goods in at the store of an order, the actor left out."""
    return [each for each in await nearest(tx, RECEIVE_ORDER, order.store_id) if each != tx.actor.account_id]
