"""Take a transfer in. What arrived is the receiver's, what never left is the sender's again, the rest is lost.

Whatever was sent leaves the transit place at the value it was sent at, so that nothing is made or lost in between:
the receiver's variance bears what was damaged or lost on the way.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain
from uuid import UUID

from storewalk.core.errors import FieldError, WrongState
from storewalk.core.money import round_half_up
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.stock.events import TransferReceived
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import HAND_OVER
from storewalk.stock.places import standard_place
from storewalk.stock.queries.transfer_locks import lines, parts
from storewalk.stock.service.post import move
from storewalk.stock.service.transfer import extras
from storewalk.stock.service.transfer.steps import At, lock, names, nearest, refuse, tell_other_end
from storewalk.stock.transfer_models import (
    RETURNED,
    DifferenceReason,
    StockTransfer,
    StockTransferPart,
    TransferStatus,
)
from storewalk.stock.transfer_schemas import PartDifference, ReceiveTransfer
from storewalk.stock.wanted import Posted, Wanted, Way


async def receive(tx: Tx, transfer_id: UUID, form: ReceiveTransfer) -> None:
    """Receive a transfer; what no difference names arrived as it was sent.

    Raises:
        NotFound: its receiver lies outside the actor's scope.
        Conflict: it has changed since the receiver saw it.
        WrongState: it has not been shipped, or was received already.
        Invalid: a difference cannot be so (`differences.N`): more than was sent, or less without a reason;
            or an extra (`extras.N`) is nothing that can be told.

    """
    transfer = await lock(tx, transfer_id, HAND_OVER, At.RECEIVER, if_version=form.if_version)
    if transfer.status is not TransferStatus.SHIPPED:
        raise WrongState("stock.transfer_not_shipped")
    sent = await parts(tx, transfer.id)
    _note_differences({part.id: part for part in sent}, form.differences)
    tx.session.add_all(await extras.kept(tx, transfer, form.extras))
    place = standard_place(transfer.to_store_id, PlaceKind(form.place.value))
    shipped = {line.id: line for line in await lines(tx, transfer.id)}
    moves = [_moves(tx, transfer, part, shipped[part.line_id].product_id, place) for part in sent]
    posted = await move(tx, list(chain.from_iterable(moves)))
    for line in shipped.values():
        line.received = Decimal(0)
    for part in sent:
        arrived, line = _arrived(part), shipped[part.line_id]
        part.received, line.received = arrived, (line.received or Decimal(0)) + arrived
    transfer.status = TransferStatus.RECEIVED
    transfer.received_by, transfer.received_at = tx.actor.account_id, tx.occurred_at
    await _tell(tx, transfer, sent, posted, len(form.extras))


def _note_differences(sent: Mapping[UUID, StockTransferPart], differences: Sequence[PartDifference]) -> None:
    seen, faults = set[UUID](), list[FieldError]()
    for number, each in enumerate(differences):
        part = sent.get(each.part_id)
        if part is None or part.id in seen:
            key = "stock.transfer_no_line" if part is None else "stock.transfer_line_twice"
            faults.append(FieldError(f"differences.{number}.partId", key))
            continue
        seen.add(part.id)
        fault = _fault(number, each, part.shipped)
        if fault is not None:
            faults.append(fault)
            continue
        part.received, part.note, part.photo_ids = each.received, each.note.strip(), each.photo_ids
        part.reason = each.reason if each.received < part.shipped else None
    refuse(faults)


def _fault(number: int, each: PartDifference, shipped: Decimal) -> FieldError | None:
    most: dict[str, object] = {"most": plain(shipped)}
    if each.received > shipped:
        return FieldError(f"differences.{number}.received", "stock.transfer_surplus", most)
    if not is_quantity(each.received, zero=True):
        return FieldError(f"differences.{number}.received", "stock.transfer_quantity", most)
    if each.received < shipped and each.reason is None:
        return FieldError(f"differences.{number}.reason", "stock.difference_needs_reason")
    if each.reason is DifferenceReason.OTHER and not each.note.strip():
        return FieldError(f"differences.{number}.note", "stock.difference_needs_note")
    return None


def _arrived(part: StockTransferPart) -> Decimal:
    return part.shipped if part.received is None else part.received


def _moves(tx: Tx, transfer: StockTransfer, part: StockTransferPart, product_id: UUID, place: UUID) -> list[Wanted]:
    """Return what becomes of what was sent of one lot; the values of both add up to the value that it left at.

    What never left was at the sender's since the shipment, so that a count between then and now has seen it.
    """
    arrived = _arrived(part)
    worth = int(round_half_up(part.value_cents * arrived / part.shipped))
    returned = part.reason in RETURNED
    since = transfer.shipped_at if returned and transfer.shipped_at else tx.occurred_at
    shares = (
        (transfer.to_store_id, Way.IN, arrived, worth, place, tx.occurred_at),
        (
            transfer.from_store_id if returned else transfer.to_store_id,
            Way.IN if returned else Way.WITHIN,
            part.shipped - arrived,
            part.value_cents - worth,
            None,
            since,
        ),
    )
    return [
        Wanted(
            store_id=store_id,
            product_id=product_id,
            quantity=quantity,
            cause=Cause.TRANSFER_IN,
            way=way,
            cause_id=transfer.id,
            cause_line=part.position,
            occurred_at=at,
            place_id=place_id,
            receiver_id=transfer.to_store_id,
            lot_id=part.lot_id,
            value_cents=value_cents,
        )
        for store_id, way, quantity, value_cents, place_id, at in shares
        if quantity
    ]


async def _tell(
    tx: Tx, transfer: StockTransfer, sent: Sequence[StockTransferPart], posted: Sequence[Posted], extra: int
) -> None:
    from_name, to_name = await names(tx, transfer)
    differing = {part.line_id for part in sent if part.reason is not None}
    lost = sum(each.value_cents for each in posted if each.wanted.way is Way.WITHIN)
    returned = sum(each.value_cents for each in posted if each.wanted.store_id == transfer.from_store_id)
    tx.record(
        TransferReceived(
            subject_id=transfer.id,
            store_id=transfer.from_store_id,
            from_name=from_name,
            to_name=to_name,
            received_cents=sum(each.value_cents for each in posted) - lost - returned,
            lost_cents=lost,
            returned_cents=returned,
            differing=len(differing),
            extra=extra,
            sender_ids=await nearest(tx, HAND_OVER, transfer.from_store_id),
        )
    )
    tell_other_end(tx, transfer, transfer.to_store_id)
    await tx.flush()
