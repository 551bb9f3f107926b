"""Take goods of an order in: what came goes on the store's book once, what is not right becomes a claim."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import OrderReceived
from storewalk.ordering.fulfil_models import OrderReceipt, OrderReceiptLine, OrderShipment, OrderShipmentLine
from storewalk.ordering.fulfil_schemas import ReceiveOrder, ShipOrder
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState, Step, next_state, require_step
from storewalk.ordering.permissions import RECEIVE_ORDER
from storewalk.ordering.queries.fulfil_lines import FulfilledLine, add_received, fulfilled_lines
from storewalk.ordering.queries.fulfil_locks import Origin, origin_of, receipt_of, shipment_lines, shipment_of
from storewalk.ordering.queries.fulfil_rule import receiving_rule
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.service.fulfil.accept import accept_in_full
from storewalk.ordering.service.fulfil.arrivals import Arrival, Incoming, arrivals
from storewalk.ordering.service.fulfil.book import Booked, book
from storewalk.ordering.service.fulfil.claim import claims_of
from storewalk.ordering.service.fulfil.close import close_if_done
from storewalk.ordering.service.fulfil.ship import send
from storewalk.ordering.service.order.lines import refuse
from storewalk.stock import api as stock


async def receive(tx: Tx, order_id: UUID, form: ReceiveOrder) -> UUID:
    """Receive a delivery, all or part of it, and return the order's id. A receipt that was taken stays as it is.

    Raises:
        NotFound: its store lies outside the actor's scope, or there is no such delivery.
        WrongState: nothing of it is on its way, or the delivery has been received already.
        Invalid: a line cannot have arrived so, or nothing would have.

    """
    order = await lock_order(tx, order_id, RECEIVE_ORDER)
    known = await receipt_of(tx, form.id)
    if known is not None and known.order_id == order.id:
        return order.id  # sent twice, by whatever way
    if known is not None:
        raise Invalid("ordering.id_taken", field="id")
    origin = await origin_of(tx, order.source_id)
    shipment = await _shipment(tx, order, origin, form)
    require_step(order.state, Step.RECEIVE)
    lines = await shipment_lines(tx, shipment.id)
    arrived = await _arrived(tx, form, lines, origin)
    ordered = {line.product_id: line for line in await fulfilled_lines(tx, order.id)}
    incoming = Incoming(form.id, order, origin, arrived, ordered)
    booked = await book(tx, incoming, stock.PlaceKind(form.place.value))
    await _keep(tx, form, shipment, arrived, booked)
    claims = await claims_of(tx, incoming, booked)
    await _go_on(tx, order, shipment, lines, arrived)
    await _tell(tx, incoming, shipment, sum(each.received for each in booked), claims)
    await close_if_done(tx, order, origin)
    return order.id


async def _shipment(tx: Tx, order: StoreOrder, origin: Origin, form: ReceiveOrder) -> OrderShipment:
    """Return the delivery that came; a supplier's that nobody announced is made now, and by its goods it accepts."""
    if form.shipment_id is None:
        if origin.warehouse_id is not None:
            raise Invalid("ordering.which_shipment", field="shipmentId")
        if order.state is OrderState.APPROVED:
            await accept_in_full(tx, order, origin)
        require_step(order.state, Step.SHIP)
        if not any(line.to_ship for line in await fulfilled_lines(tx, order.id)):
            raise WrongState("ordering.order_received_before")
        return await send(tx, order, origin, ShipOrder(id=new_id()), announced=False)
    shipment = await shipment_of(tx, form.shipment_id)
    if shipment is None or shipment.order_id != order.id:
        raise NotFound("ordering.no_shipment")
    if shipment.received_at is not None:
        raise WrongState("ordering.shipment_received")
    return shipment


async def _arrived(tx: Tx, form: ReceiveOrder, lines: Sequence[OrderShipmentLine], origin: Origin) -> list[Arrival]:
    key = "product_id" if form.shipment_id is None else "id"
    names: Mapping[UUID, UUID] = {getattr(line, key): line.id for line in lines}
    over = origin.over_percent
    if over is None:
        over = (await receiving_rule(tx)).over_percent
    arrived, faults = arrivals(lines, form.lines, form.rest, names, over)
    refuse(faults)
    if not arrived:
        raise Invalid("ordering.nothing_received", field="lines")
    return arrived


async def _keep(
    tx: Tx, form: ReceiveOrder, shipment: OrderShipment, arrived: Sequence[Arrival], booked: Sequence[Booked]
) -> None:
    receipt = OrderReceipt(
        org_id=tx.org_id,
        id=form.id,
        order_id=shipment.order_id,
        shipment_id=shipment.id,
        received_by=tx.actor.account_id,
        received_at=tx.occurred_at,
        note=form.note.strip(),
        value_cents=sum(each.received for each in booked),
    )
    tx.session.add(receipt)
    await tx.flush()
    tx.session.add_all(
        _line(receipt, number, each, value) for number, (each, value) in enumerate(zip(arrived, booked, strict=True))
    )


def _line(receipt: OrderReceipt, position: int, each: Arrival, value: Booked) -> OrderReceiptLine:
    said, line = each.said, each.line
    return OrderReceiptLine(
        org_id=receipt.org_id,
        id=new_id(),
        receipt_id=receipt.id,
        shipment_line_id=line.id,
        product_id=line.product_id,
        position=position,
        received=said.received,
        damaged=said.damaged,
        missing=said.missing,
        missing_why=said.missing_why if said.missing else None,
        lot_code=said.lot.code if said.lot else line.lot_code,
        expires_on=(said.lot.expires_on if said.lot else None) or line.expires_on,
        temperature=said.temperature,
        note=said.note.strip(),
        photo_ids=said.photo_ids,
        value_cents=value.received,
    )


async def _go_on(
    tx: Tx,
    order: StoreOrder,
    shipment: OrderShipment,
    lines: Sequence[OrderShipmentLine],
    arrived: Sequence[Arrival],
) -> None:
    came: dict[UUID, Decimal] = {}
    for each in arrived:
        each.line.received += each.said.received
        each.line.damaged += each.said.damaged
        each.line.missing += each.said.missing
        came[each.line.product_id] = came.get(each.line.product_id, Decimal(0)) + each.said.received
    if all(line.received + line.damaged + line.missing >= line.shipped for line in lines):
        shipment.received_at = tx.occurred_at
    await add_received(tx, order.id, came)
    to = OrderState.PARTLY_RECEIVED
    if not _open(await fulfilled_lines(tx, order.id)):
        to, order.received_at = OrderState.RECEIVED, tx.occurred_at
    order.state = next_state(order.state, Step.RECEIVE, to)


def _open(lines: Sequence[FulfilledLine]) -> int:
    return sum(line.open > 0 for line in lines)


async def _tell(tx: Tx, incoming: Incoming, shipment: OrderShipment, value_cents: int, claims: int) -> None:
    order, origin = incoming.order, incoming.origin
    tx.record(
        OrderReceived(
            subject_id=order.id,
            store_id=order.store_id,
            receipt_id=incoming.receipt_id,
            shipment_id=shipment.id,
            source_name=origin.name,
            from_warehouse=origin.warehouse_id is not None,
            lines=len(incoming.arrived),
            value_cents=value_cents,
            claims=claims,
            open_lines=_open(await fulfilled_lines(tx, order.id)),
        )
    )
    await tx.flush()
