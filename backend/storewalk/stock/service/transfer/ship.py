"""Send a transfer: its goods leave the sender's book by the lots that expire first, and are in neither store."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import FieldError, WrongState
from storewalk.core.ids import new_id
from storewalk.core.quantities import plain
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within
from storewalk.stock.events import TransferShipped
from storewalk.stock.models import Cause
from storewalk.stock.permissions import HAND_OVER, SEE_WHILE_COUNTED
from storewalk.stock.queries.transfer_locks import closed_products, lines, product_codes
from storewalk.stock.service.post import post
from storewalk.stock.service.transfer.request import crosses
from storewalk.stock.service.transfer.steps import At, both_ends, lock, nearest, quantities, refuse, tell_other_end
from storewalk.stock.transfer_models import StockTransfer, StockTransferLine, StockTransferPart, TransferStatus
from storewalk.stock.transfer_schemas import ShipTransfer
from storewalk.stock.wanted import NotEnough, Posted, Wanted, Way


async def ship(tx: Tx, transfer_id: UUID, form: ShipTransfer) -> None:
    """Ship what was approved, or less of it; goods past their last day do not go.

    Raises:
        NotFound: its sender lies outside the actor's scope.
        Conflict: it has changed since the sender saw it.
        WrongState: it is not approved, or has left already.
        Invalid: a line cannot be so, or the book does not have it; it is named by its place in the transfer.

    """
    transfer = await lock(tx, transfer_id, HAND_OVER, At.SENDER, if_version=form.if_version)
    if transfer.status is not TransferStatus.APPROVED:
        raise WrongState("stock.transfer_not_approved")
    approved = await lines(tx, transfer.id)
    sent = quantities(approved, [line.approved or Decimal(0) for line in approved], form.lines)
    wanted = [
        Wanted(
            store_id=transfer.from_store_id,
            product_id=line.product_id,
            quantity=quantity,
            cause=Cause.TRANSFER_OUT,
            way=Way.OUT,
            cause_id=transfer.id,
            cause_line=number,
            occurred_at=tx.occurred_at,
            receiver_id=transfer.to_store_id,
        )
        for number, (line, quantity) in enumerate(zip(approved, sent, strict=True))
        if quantity
    ]
    posted, missing = await post(tx, wanted)
    refuse(await _short(tx, transfer, missing))
    for line in approved:
        line.shipped, line.shipped_value_cents = Decimal(0), 0
    for each in posted:
        line = approved[each.wanted.cause_line]
        line.shipped, line.shipped_value_cents = each.wanted.quantity, each.value_cents
    tx.session.add_all(_parts(tx, approved, posted))
    transfer.status = TransferStatus.SHIPPED
    transfer.shipped_by, transfer.shipped_at = tx.actor.account_id, tx.occurred_at
    await _tell(tx, transfer, posted)


def _parts(tx: Tx, approved: Sequence[StockTransferLine], posted: Sequence[Posted]) -> list[StockTransferPart]:
    """Return what was sent of each lot of a line, from whichever places of the store it came."""
    parts: dict[tuple[int, UUID | None], StockTransferPart] = {}
    for each in posted:
        line = approved[each.wanted.cause_line]
        for portion in each.portions:
            part = parts.setdefault(
                (line.position, portion.lot_id),
                StockTransferPart(
                    org_id=tx.org_id,
                    id=new_id(),
                    transfer_id=line.transfer_id,
                    line_id=line.id,
                    position=len(parts),
                    lot_id=portion.lot_id,
                    shipped=Decimal(0),
                    value_cents=0,
                    note="",
                    photo_ids=[],
                ),
            )
            part.shipped += portion.quantity
            part.value_cents += portion.value_cents
    return list(parts.values())


async def _short(tx: Tx, transfer: StockTransfer, missing: Sequence[NotEnough]) -> list[FieldError]:
    if not missing:
        return []
    products = [each.wanted.product_id for each in missing]
    hidden = set[UUID]()
    if not await is_within(tx, SEE_WHILE_COUNTED, transfer.from_store_id):
        hidden = await closed_products(tx, transfer.from_store_id, products)
    codes = await product_codes(tx, products)
    faults: list[FieldError] = []
    for each in missing:
        code = codes[each.wanted.product_id]
        blind = each.wanted.product_id in hidden
        key = "stock.transfer_not_there_blind" if blind else "stock.transfer_not_there"
        params: dict[str, object] = {"code": code} if blind else {"code": code, "there": plain(each.there)}
        faults.append(FieldError(f"lines.{each.wanted.cause_line}", key, params))
    return faults


async def _tell(tx: Tx, transfer: StockTransfer, posted: Sequence[Posted]) -> None:
    found = await both_ends(tx, [transfer.from_store_id, transfer.to_store_id])
    source, target = found[transfer.from_store_id], found[transfer.to_store_id]
    transfer.from_entity_id, transfer.to_entity_id = source.entity_id, target.entity_id
    tx.record(
        TransferShipped(
            subject_id=transfer.id,
            store_id=target.id,
            from_name=source.name,
            to_name=target.name,
            lines=len(posted),
            value_cents=sum(each.value_cents for each in posted),
            crosses_entities=crosses(source, target),
            receiver_ids=await nearest(tx, HAND_OVER, target.id),
        )
    )
    tell_other_end(tx, transfer, source.id)
    await tx.flush()
