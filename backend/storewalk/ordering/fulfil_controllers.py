"""Orders after their approval over HTTP: what sources and stores do with them."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.fulfil_models import ClaimKind, ClaimState
from storewalk.ordering.fulfil_outputs import ClaimOut, FulfilmentOut, ReceivingRuleOut
from storewalk.ordering.fulfil_schemas import (
    AcceptOrder,
    CloseOrder,
    DecideClaim,
    OpenClaim,
    ReceiveOrder,
    SetReceivingRule,
    ShareStock,
    ShipOrder,
)
from storewalk.ordering.fulfil_wave_schemas import DeliveriesDue, WaveOut, WavePicks, WaveSharesOut
from storewalk.ordering.permissions import (
    CANCEL_ORDER,
    FULFIL_ORDER,
    READ_ORDERS,
    RECEIVE_ORDER,
    SET_ORDER_RULES,
)
from storewalk.ordering.queries.fulfil_claims import list_claims, read_claim
from storewalk.ordering.queries.fulfil_due import deliveries_due
from storewalk.ordering.queries.fulfil_read import read_fulfilment
from storewalk.ordering.queries.fulfil_rule import receiving_rule
from storewalk.ordering.queries.fulfil_shares import read_shares
from storewalk.ordering.queries.fulfil_wave import order_picks, read_wave, wave_picks, which
from storewalk.ordering.service.fulfil import accept, claim, close, decide_claim, receive, set_rule, share_stock, ship


@query("/orders/{order_id:uuid}/fulfilment", operation_id="getOrderFulfilment", permission=READ_ORDERS)
async def get_fulfilment(tx: ReadTx, order_id: FromPath[UUID]) -> FulfilmentOut:
    """Return what became of an order after its approval."""
    return await read_fulfilment(tx, order_id)


@query("/orders/{order_id:uuid}/picks", operation_id="listPicksOfOrder", permission=FULFIL_ORDER)
async def get_order_picks(tx: ReadTx, order_id: FromPath[UUID]) -> WavePicks:
    """Return what to take from where for what is left of an order."""
    return WavePicks(picks=await order_picks(tx, order_id))


@command("/orders/{order_id:uuid}/acceptance", operation_id="acceptOrder", permission=FULFIL_ORDER)
async def accept_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[AcceptOrder]) -> FulfilmentOut:
    """Accept an order for its source."""
    return await read_fulfilment(tx, await accept.accept(tx, order_id, data))


@command("/orders/{order_id:uuid}/shipments", operation_id="shipOrder", permission=FULFIL_ORDER)
async def ship_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[ShipOrder]) -> FulfilmentOut:
    """Send a delivery of an order."""
    return await read_fulfilment(tx, await ship.ship(tx, order_id, data))


@command("/orders/{order_id:uuid}/receipts", operation_id="receiveOrder", permission=RECEIVE_ORDER)
async def receive_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[ReceiveOrder]) -> FulfilmentOut:
    """Take goods of an order in."""
    return await read_fulfilment(tx, await receive.receive(tx, order_id, data))


@command("/orders/{order_id:uuid}/closure", operation_id="closeOrder", permission=CANCEL_ORDER)
async def close_order(tx: Tx, order_id: FromPath[UUID], data: JSONBody[CloseOrder]) -> FulfilmentOut:
    """Say that nothing more of an order will come but what is on its way."""
    return await read_fulfilment(tx, await close.close(tx, order_id, data))


@query("/order-claims", operation_id="listOrderClaims", permission=READ_ORDERS)
async def get_claims(
    tx: ReadTx,
    *,
    at_state: Annotated[ClaimState | None, QueryParameter(name="state")] = None,
    kind: FromQuery[ClaimKind | None] = None,
    store: FromQuery[UUID | None] = None,
    source: FromQuery[UUID | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ClaimOut]:
    """List claims of the reader's stores, or against their warehouses, the newest first."""
    return await list_claims(tx, state=at_state, kind=kind, store=store, source=source, limit=limit, cursor=cursor)


@query("/order-claims/{claim_id:uuid}", operation_id="getOrderClaim", permission=READ_ORDERS)
async def get_claim(tx: ReadTx, claim_id: FromPath[UUID]) -> ClaimOut:
    """Return a claim."""
    return await read_claim(tx, claim_id)


@command("/order-claims", operation_id="openOrderClaim", permission=RECEIVE_ORDER, status=201)
async def open_claim(tx: Tx, data: JSONBody[OpenClaim]) -> ClaimOut:
    """Claim that goods go back to their source."""
    return await read_claim(tx, await claim.give_back(tx, data))


@command("/order-claims/{claim_id:uuid}/decision", operation_id="decideOrderClaim", permission=FULFIL_ORDER)
async def decide_order_claim(tx: Tx, claim_id: FromPath[UUID], data: JSONBody[DecideClaim]) -> ClaimOut:
    """Settle a claim or refuse it."""
    await decide_claim.decide_claim(tx, claim_id, data)
    return await read_claim(tx, claim_id)


@query("/order-receiving-rule", operation_id="getOrderReceivingRule", permission=READ_ORDERS)
async def get_receiving_rule(tx: ReadTx) -> ReceivingRuleOut:
    """Return how much more suppliers may bring."""
    return await receiving_rule(tx)


@command("/order-receiving-rule", operation_id="setOrderReceivingRule", permission=SET_ORDER_RULES, method="PUT")
async def put_receiving_rule(tx: Tx, data: JSONBody[SetReceivingRule]) -> ReceivingRuleOut:
    """Change how much more suppliers may bring."""
    await set_rule.set_receiving_rule(tx, data)
    return await receiving_rule(tx)


@query("/order-waves", operation_id="getOrderWave", permission=FULFIL_ORDER)
async def get_wave(tx: ReadTx, warehouse: FromQuery[UUID | None] = None, day: FromQuery[date | None] = None) -> WaveOut:
    """Return what a warehouse sends on a day."""
    return await read_wave(tx, *which(warehouse, day))


@query("/order-waves/picks", operation_id="listOrderPicks", permission=FULFIL_ORDER)
async def get_picks(
    tx: ReadTx, warehouse: FromQuery[UUID | None] = None, day: FromQuery[date | None] = None
) -> WavePicks:
    """Return what to take from where for a day."""
    return WavePicks(picks=await wave_picks(tx, *which(warehouse, day)))


@query("/order-waves/shares", operation_id="getOrderWaveShares", permission=FULFIL_ORDER)
async def get_shares(
    tx: ReadTx,
    *,
    warehouse: FromQuery[UUID | None] = None,
    day: FromQuery[date | None] = None,
    first: FromQuery[list[UUID] | None] = None,
) -> WaveSharesOut:
    """Return what sharing out would give to each store, and why."""
    return await read_shares(tx, *which(warehouse, day), first or ())


@command("/order-waves", operation_id="shareStock", permission=FULFIL_ORDER)
async def share_out(tx: Tx, data: JSONBody[ShareStock]) -> WaveOut:
    """Share what a warehouse has between its orders for a day, and accept them."""
    await share_stock.share_stock(tx, data)
    return await read_wave(tx, data.warehouse_id, data.day)


@query("/order-deliveries", operation_id="listOrderDeliveriesDue", permission=READ_ORDERS)
async def get_due(
    tx: ReadTx, store: FromQuery[UUID | None] = None, day: FromQuery[date | None] = None
) -> DeliveriesDue:
    """Return what a store expects to be delivered until a day."""
    return await deliveries_due(tx, store, day)


FULFIL_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        get_fulfilment,
        get_order_picks,
        accept_order,
        ship_order,
        receive_order,
        close_order,
        get_claims,
        get_claim,
        open_claim,
        decide_order_claim,
        get_wave,
        get_picks,
        get_shares,
        share_out,
        get_due,
        get_receiving_rule,
        put_receiving_rule,
    ],
)
