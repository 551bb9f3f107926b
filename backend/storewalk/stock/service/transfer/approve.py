"""Agree to a transfer: from here on its goods are reserved at the sender."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import FieldError, Forbidden, WrongState
from storewalk.core.quantities import plain
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within
from storewalk.stock.events import TransferApproved
from storewalk.stock.permissions import APPROVE_TRANSFER, HAND_OVER, SEE_WHILE_COUNTED
from storewalk.stock.queries.books import Key
from storewalk.stock.queries.transfer_locks import closed_products, lines, lock_available, product_codes
from storewalk.stock.service.transfer.steps import At, lock, names, nearest, quantities, refuse, tell_other_end
from storewalk.stock.transfer_models import StockTransfer, StockTransferLine, TransferStatus
from storewalk.stock.transfer_schemas import ApproveTransfer


async def approve(tx: Tx, transfer_id: UUID, form: ApproveTransfer) -> None:
    """Approve a transfer, some of it or all.

    Raises:
        NotFound: its sender lies outside the actor's scope.
        Conflict: it has changed since the approver saw it.
        WrongState: it was decided on already.
        Forbidden: the actor requested it.
        Invalid: a line cannot be so, or the sender has not enough; it is named by its place in the transfer.

    """
    transfer = await lock(tx, transfer_id, APPROVE_TRANSFER, At.SENDER, if_version=form.if_version)
    may_decide(tx, transfer)
    wanted = await lines(tx, transfer.id)
    agreed = quantities(wanted, [line.requested for line in wanted], form.lines)
    free = await lock_available(tx, [(transfer.from_store_id, line.product_id) for line in wanted])
    refuse(await short(tx, transfer, wanted, agreed, free))
    await agree(tx, transfer, wanted, agreed)


def may_decide(tx: Tx, transfer: StockTransfer) -> None:
    """Raise WrongState or Forbidden unless the transfer waits for a decision of somebody like the actor."""
    if transfer.status is not TransferStatus.REQUESTED:
        raise WrongState("stock.transfer_not_requested")
    if transfer.requested_by == tx.actor.account_id:
        raise Forbidden("stock.transfer_own")


async def short(
    tx: Tx,
    transfer: StockTransfer,
    wanted: Sequence[StockTransferLine],
    agreed: Sequence[Decimal],
    free: dict[Key, Decimal],
) -> list[FieldError]:
    """Return the lines of which the sender has not enough left, and take the others off what is `free`."""
    found: list[tuple[int, StockTransferLine, Decimal]] = []
    for number, (line, quantity) in enumerate(zip(wanted, agreed, strict=True)):
        key = transfer.from_store_id, line.product_id
        if quantity > max(free[key], 0):
            found.append((number, line, free[key]))
        else:
            free[key] -= quantity
    missing = [line.product_id for _, line, _ in found]
    hidden = set[UUID]()
    if missing and not await is_within(tx, SEE_WHILE_COUNTED, transfer.from_store_id):
        hidden = await closed_products(tx, transfer.from_store_id, missing)
    codes = await product_codes(tx, missing)
    return [
        FieldError(f"lines.{number}", "stock.transfer_not_available_blind", {"code": codes[line.product_id]})
        if line.product_id in hidden
        else FieldError(
            f"lines.{number}",
            "stock.transfer_not_available",
            {"code": codes[line.product_id], "there": plain(max(there, Decimal(0)))},
        )
        for number, line, there in found
    ]


async def agree(
    tx: Tx, transfer: StockTransfer, wanted: Sequence[StockTransferLine], agreed: Sequence[Decimal]
) -> None:
    """Write the approval of a transfer that was found to be possible."""
    for line, quantity in zip(wanted, agreed, strict=True):
        line.approved = quantity
    transfer.status = TransferStatus.APPROVED
    transfer.decided_by, transfer.decided_at = tx.actor.account_id, tx.occurred_at
    from_name, to_name = await names(tx, transfer)
    tx.record(
        TransferApproved(
            subject_id=transfer.id,
            store_id=transfer.from_store_id,
            from_name=from_name,
            to_name=to_name,
            lines=sum(quantity > 0 for quantity in agreed),
            sender_ids=await nearest(tx, HAND_OVER, transfer.from_store_id),
        )
    )
    tell_other_end(tx, transfer, transfer.to_store_id)
    await tx.flush()
