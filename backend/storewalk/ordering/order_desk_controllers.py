"""Orders of many stores, for head office, over HTTP."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, QueryParameter

from storewalk.core.http import query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx
from storewalk.ordering.order_desk_schemas import DeskOrder, OrderFigures, OrderHistory, UnorderedList
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import READ_ORDERS
from storewalk.ordering.queries.order_desk_figures import order_figures, unordered
from storewalk.ordering.queries.order_desk_history import order_history
from storewalk.ordering.queries.order_desk_list import DeskFilter, desk_orders


@query("/orders", operation_id="listDeskOrders", permission=READ_ORDERS)
async def get_orders(
    tx: ReadTx,
    *,
    place: FromQuery[UUID | None] = None,
    source: FromQuery[UUID | None] = None,
    states: Annotated[list[OrderState] | None, QueryParameter(name="state")] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
    q: FromQuery[str] = "",
    waiting: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[DeskOrder]:
    """List orders of a region or a store, the newest first, or only those that wait, the oldest first."""
    wanted = DeskFilter(place=place, source=source, states=states or (), first=first, last=last, q=q)
    return await desk_orders(tx, wanted, waiting=waiting, limit=limit, cursor=cursor)


@query("/figures", operation_id="getOrderFigures", permission=READ_ORDERS)
async def get_figures(
    tx: ReadTx, place: FromQuery[UUID | None] = None, source: FromQuery[UUID | None] = None
) -> OrderFigures:
    """Return how ordering stands."""
    return await order_figures(tx, place=place, source=source)


@query("/unordered", operation_id="listUnordered", permission=READ_ORDERS)
async def get_unordered(
    tx: ReadTx, place: FromQuery[UUID | None] = None, source: FromQuery[UUID | None] = None
) -> UnorderedList:
    """List what stores have not ordered yet today and still can."""
    return await unordered(tx, place=place, source=source)


@query("/orders/{order_id:uuid}/history", operation_id="getOrderHistory", permission=READ_ORDERS)
async def get_history(tx: ReadTx, order_id: FromPath[UUID]) -> OrderHistory:
    """Return what happened to an order."""
    return await order_history(tx, order_id)


ORDER_DESK_ROUTER: Final = Router(
    "/api/order-desk", route_handlers=[get_orders, get_figures, get_unordered, get_history]
)
