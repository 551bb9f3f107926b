"""Transfers between stores over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.stock.permissions import APPROVE_TRANSFER, HAND_OVER, READ_TRANSFERS, REQUEST_TRANSFER
from storewalk.stock.queries.picks import transfer_picks
from storewalk.stock.queries.transfer_stores import transfer_stores
from storewalk.stock.queries.transfers import list_transfers, read_transfer
from storewalk.stock.service.transfer import approve, cancel, decide_many, receive, refuse, request, ship
from storewalk.stock.transfer_models import TransferStatus
from storewalk.stock.transfer_schemas import (
    ApproveTransfer,
    CancelTransfer,
    DecideTransfers,
    ReceiveTransfer,
    RefuseTransfer,
    RequestTransfer,
    ShipTransfer,
    TransferItem,
    TransferOut,
    TransferPick,
    TransfersDecided,
    TransferStore,
)


@query("/", operation_id="listTransfers", permission=READ_TRANSFERS)
async def get_transfers(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    status: FromQuery[list[TransferStatus] | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[TransferItem]:
    """List transfers from or to the reader's stores, the newest first."""
    return await list_transfers(tx, store=store, status=status or (), limit=limit, cursor=cursor)


@command("/", operation_id="requestTransfer", permission=REQUEST_TRANSFER, status=201)
async def request_transfer(tx: Tx, data: JSONBody[RequestTransfer]) -> TransferOut:
    """Ask that goods go from one store to another."""
    return await read_transfer(tx, await request.request(tx, data))


@query("/stores", operation_id="listTransferStores", permission=REQUEST_TRANSFER)
async def get_stores(
    tx: ReadTx, q: FromQuery[str | None] = None, limit: FromQuery[int | None] = None
) -> list[TransferStore]:
    """List the chain's open stores, by the beginning of code, name or pinyin."""
    return await transfer_stores(tx, q, page_size(limit))


@command("/decisions", operation_id="decideTransfers", permission=APPROVE_TRANSFER)
async def decide_transfers(tx: Tx, data: JSONBody[DecideTransfers]) -> TransfersDecided:
    """Approve or refuse many transfers at once."""
    return TransfersDecided(transfers=await decide_many.decide_many(tx, data))


@query("/{transfer_id:uuid}", operation_id="getTransfer", permission=READ_TRANSFERS)
async def get_transfer(tx: ReadTx, transfer_id: FromPath[UUID]) -> TransferOut:
    """Return a transfer with its lines."""
    return await read_transfer(tx, transfer_id)


@query("/{transfer_id:uuid}/picks", operation_id="listTransferPicks", permission=HAND_OVER)
async def get_picks(tx: ReadTx, transfer_id: FromPath[UUID]) -> list[TransferPick]:
    """Say which lots to take for an approved transfer, and where they lie: what ends first goes first."""
    return await transfer_picks(tx, transfer_id)


@command("/{transfer_id:uuid}/approval", operation_id="approveTransfer", permission=APPROVE_TRANSFER)
async def approve_transfer(tx: Tx, transfer_id: FromPath[UUID], data: JSONBody[ApproveTransfer]) -> TransferOut:
    """Approve a transfer, which reserves its goods at the sender."""
    await approve.approve(tx, transfer_id, data)
    return await read_transfer(tx, transfer_id)


@command("/{transfer_id:uuid}/refusal", operation_id="refuseTransfer", permission=APPROVE_TRANSFER)
async def refuse_transfer(tx: Tx, transfer_id: FromPath[UUID], data: JSONBody[RefuseTransfer]) -> TransferOut:
    """Refuse a transfer."""
    await refuse.refuse(tx, transfer_id, data)
    return await read_transfer(tx, transfer_id)


@command("/{transfer_id:uuid}/shipment", operation_id="shipTransfer", permission=HAND_OVER)
async def ship_transfer(tx: Tx, transfer_id: FromPath[UUID], data: JSONBody[ShipTransfer]) -> TransferOut:
    """Send a transfer's goods."""
    await ship.ship(tx, transfer_id, data)
    return await read_transfer(tx, transfer_id)


@command("/{transfer_id:uuid}/receipt", operation_id="receiveTransfer", permission=HAND_OVER)
async def receive_transfer(tx: Tx, transfer_id: FromPath[UUID], data: JSONBody[ReceiveTransfer]) -> TransferOut:
    """Take a transfer's goods in."""
    await receive.receive(tx, transfer_id, data)
    return await read_transfer(tx, transfer_id)


@command("/{transfer_id:uuid}/cancellation", operation_id="cancelTransfer", permission=REQUEST_TRANSFER)
async def cancel_transfer(tx: Tx, transfer_id: FromPath[UUID], data: JSONBody[CancelTransfer]) -> TransferOut:
    """Give a transfer up."""
    await cancel.cancel(tx, transfer_id, data)
    return await read_transfer(tx, transfer_id)


TRANSFER_ROUTER: Final = Router(
    "/api/stock/transfers",
    route_handlers=[
        get_transfers,
        request_transfer,
        get_stores,
        decide_transfers,
        get_transfer,
        get_picks,
        approve_transfer,
        refuse_transfer,
        ship_transfer,
        receive_transfer,
        cancel_transfer,
    ],
)
