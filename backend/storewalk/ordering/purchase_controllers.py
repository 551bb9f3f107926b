"""What is ordered of suppliers, for head office, over HTTP."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Response, Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import HttpRequest, command, platform_of, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.counts.api import Form
from storewalk.ordering.permissions import READ_PURCHASES, SEND_PURCHASE
from storewalk.ordering.purchase_letter import Outgoing, file_of
from storewalk.ordering.purchase_link import links_of
from storewalk.ordering.purchase_models import PurchaseState
from storewalk.ordering.purchase_need_schemas import PurchaseNeedOut, PurchaseNeeds, WarehouseNeeds
from storewalk.ordering.purchase_schemas import (
    OrderForWarehouse,
    PurchaseItem,
    PurchaseLinkOut,
    PurchaseOut,
    SendAgain,
    SendPurchase,
    WarehouseOrderOut,
)
from storewalk.ordering.queries.purchase_needs import purchase_need, purchase_needs
from storewalk.ordering.queries.purchase_outgoing import outgoing
from storewalk.ordering.queries.purchase_read import PurchaseFilter, list_purchases, read_purchase
from storewalk.ordering.queries.purchase_warehouse import warehouse_needs
from storewalk.ordering.service.purchase.again import send_again, take
from storewalk.ordering.service.purchase.send import send
from storewalk.ordering.service.purchase.stock_up import order_for_warehouse


async def as_workbook(out: Outgoing) -> Response[bytes]:
    """Write an order as a workbook."""
    return await _file(out, Form.XLSX)


async def as_print(out: Outgoing) -> Response[bytes]:
    """Write an order to print."""
    return await _file(out, Form.PDF)


async def _file(out: Outgoing, form: Form) -> Response[bytes]:
    file = await file_of(out, form)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "X-Content-Type-Options": "nosniff"}
    return Response(file.content, media_type=file.kind, headers=headers)


@query("/purchase-needs", operation_id="listPurchaseNeeds", permission=READ_PURCHASES)
async def get_needs(tx: ReadTx) -> PurchaseNeeds:
    """Return what stores ordered of suppliers and nobody has sent to them yet."""
    return await purchase_needs(tx)


@query("/purchase-needs/{source_id:uuid}", operation_id="getPurchaseNeed", permission=READ_PURCHASES)
async def get_need(tx: ReadTx, source_id: FromPath[UUID], day: FromQuery[date | None] = None) -> PurchaseNeedOut:
    """Return what stores want of a source on a day, who is missing, and what was sent."""
    return await purchase_need(tx, source_id, day)


@query("/warehouse-needs", operation_id="listWarehouseNeeds", permission=READ_PURCHASES)
async def get_warehouse_needs(tx: ReadTx) -> WarehouseNeeds:
    """Return what warehouses lack for the orders of their stores."""
    return await warehouse_needs(tx)


@command("/warehouse-needs/orders", operation_id="orderForWarehouse", permission=SEND_PURCHASE, status=201)
async def post_warehouse_order(tx: Tx, data: JSONBody[OrderForWarehouse]) -> WarehouseOrderOut:
    """Order for a warehouse what it lacks."""
    return await order_for_warehouse(tx, data)


@query("/purchases", operation_id="listPurchases", permission=READ_PURCHASES)
async def get_purchases(
    tx: ReadTx,
    *,
    source: FromQuery[UUID | None] = None,
    supplier: FromQuery[UUID | None] = None,
    states: Annotated[list[PurchaseState] | None, QueryParameter(name="state")] = None,
    day: FromQuery[date | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[PurchaseItem]:
    """List orders to suppliers, the newest first."""
    wanted = PurchaseFilter(source=source, supplier=supplier, states=states or (), day=day)
    return await list_purchases(tx, wanted, limit=limit, cursor=cursor)


@query("/purchases/{purchase_id:uuid}", operation_id="getPurchase", permission=READ_PURCHASES)
async def get_purchase(tx: ReadTx, purchase_id: FromPath[UUID]) -> PurchaseOut:
    """Return an order to a supplier."""
    return await read_purchase(tx, purchase_id)


@command("/purchases", operation_id="sendPurchase", permission=SEND_PURCHASE, status=201)
async def send_purchase(tx: Tx, request: HttpRequest, data: JSONBody[SendPurchase]) -> PurchaseOut:
    """Send a supplier what stores ordered of it."""
    purchase_id = await send(tx, data, links_of(platform_of(request).settings))
    return await read_purchase(tx, purchase_id)


@command("/purchases/{purchase_id:uuid}/sendings", operation_id="sendPurchaseAgain", permission=SEND_PURCHASE)
async def post_sending(
    tx: Tx, request: HttpRequest, purchase_id: FromPath[UUID], data: JSONBody[SendAgain]
) -> PurchaseOut:
    """Send an order to its supplier again."""
    await send_again(tx, purchase_id, data, links_of(platform_of(request).settings))
    return await read_purchase(tx, purchase_id)


@query("/purchases/{purchase_id:uuid}/link", operation_id="getPurchaseLink", permission=SEND_PURCHASE, recorded=True)
async def get_link(tx: Tx, request: HttpRequest, purchase_id: FromPath[UUID]) -> PurchaseLinkOut:
    """Return the link under which the supplier answers, to be handed over by other means."""
    links = links_of(platform_of(request).settings)
    purchase = await take(tx, purchase_id, links)
    return PurchaseLinkOut(url=links.url(tx.org_id, purchase_id), ends_at=purchase.link_ends_at)


@query(
    "/purchases/{purchase_id:uuid}/order.xlsx",
    operation_id="takePurchaseWorkbook",
    permission=SEND_PURCHASE,
    recorded=True,
    write=as_workbook,
)
async def get_workbook(tx: Tx, request: HttpRequest, purchase_id: FromPath[UUID]) -> Outgoing:
    """Take an order as a workbook, to hand it to its supplier."""
    return await _taken(tx, request, purchase_id)


@query(
    "/purchases/{purchase_id:uuid}/order.pdf",
    operation_id="takePurchasePrint",
    permission=SEND_PURCHASE,
    recorded=True,
    write=as_print,
)
async def get_print(tx: Tx, request: HttpRequest, purchase_id: FromPath[UUID]) -> Outgoing:
    """Take an order to print, to hand it to its supplier."""
    return await _taken(tx, request, purchase_id)


async def _taken(tx: Tx, request: HttpRequest, purchase_id: UUID) -> Outgoing:
    links = links_of(platform_of(request).settings)
    await take(tx, purchase_id, links)
    return await outgoing(tx, purchase_id, links)


PURCHASE_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        get_needs,
        get_need,
        get_warehouse_needs,
        post_warehouse_order,
        get_purchases,
        get_purchase,
        send_purchase,
        post_sending,
        get_link,
        get_workbook,
        get_print,
    ],
)
