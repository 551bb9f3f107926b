"""Orders of stores over HTTP."""

from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.order_schemas import (
    CancelOrder,
    DecideOrder,
    LinesSet,
    OpenOrder,
    OrderItem,
    OrderOut,
    SetLines,
    SubmitOrder,
    WithdrawOrder,
)
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import APPROVE_ORDER, CANCEL_ORDER, PLACE_ORDER, READ_ORDERS
from storewalk.ordering.queries.order_read import list_orders, read_order
from storewalk.ordering.service.order import cancel, decide, lines, open, submit, withdraw  # noqa: A004 - the trade's


@query("/", operation_id="listOrders", permission=READ_ORDERS)
async def get_orders(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    source: FromQuery[UUID | None] = None,
    states: Annotated[list[OrderState] | None, QueryParameter(name="state")] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[OrderItem]:
    """List orders of the reader's stores, the newest first."""
    return await list_orders(tx, store=store, source=source, state=states or (), limit=limit, cursor=cursor)


@command("/", operation_id="openOrder", permission=PLACE_ORDER, status=201)
async def open_order(tx: Tx, data: JSONBody[OpenOrder]) -> OrderOut:
    """Begin today's order of a store from a source, or return the one that is open."""
    return await read_order(tx, await open.open_order(tx, data))


@query("/{order_id:uuid}", operation_id="getOrder", permission=READ_ORDERS)
async def get_order(tx: ReadTx, order_id: FromPath[UUID]) -> OrderOut:
    """Return an order with its lines."""
    return await read_order(tx, order_id)


@command("/{order_id:uuid}/lines", operation_id="setOrderLines", permission=PLACE_ORDER, method="PUT")
async def put_lines(tx: Tx, order_id: FromPath[UUID], data: JSONBody[SetLines]) -> LinesSet:
    """Set how much of products is ordered."""
    return await lines.set_lines(tx, order_id, data)


@command("/{order_id:uuid}/submission", operation_id="submitOrder", permission=PLACE_ORDER)
async def submit_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[SubmitOrder]) -> OrderOut:
    """Send an order off."""
    return await read_order(tx, await submit.submit(tx, order_id, data))


@command("/{order_id:uuid}/approval", operation_id="decideOrder", permission=APPROVE_ORDER)
async def decide_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[DecideOrder]) -> OrderOut:
    """Approve an order, return it to the store, or refuse it."""
    return await read_order(tx, await decide.decide(tx, order_id, data))


@command("/{order_id:uuid}/withdrawal", operation_id="withdrawOrder", permission=PLACE_ORDER)
async def withdraw_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[WithdrawOrder]) -> OrderOut:
    """Take an order back to change it."""
    return await read_order(tx, await withdraw.withdraw(tx, order_id, data))


@command("/{order_id:uuid}/cancellation", operation_id="cancelOrder", permission=CANCEL_ORDER)
async def cancel_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[CancelOrder]) -> OrderOut:
    """Give an order up."""
    return await read_order(tx, await cancel.cancel(tx, order_id, data))


ORDER_ROUTER: Final = Router(
    "/api/orders",
    route_handlers=[
        get_orders,
        open_order,
        get_order,
        put_lines,
        submit_order,
        decide_order,
        withdraw_order,
        cancel_order,
    ],
)
