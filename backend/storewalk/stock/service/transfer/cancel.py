"""Give a transfer up before it is shipped; what was reserved is free again."""

from uuid import UUID

from storewalk.core.errors import WrongState
from storewalk.core.tx import Tx
from storewalk.stock.events import TransferCancelled
from storewalk.stock.permissions import HAND_OVER, REQUEST_TRANSFER
from storewalk.stock.service.transfer.steps import At, lock, names, nearest, tell_other_end
from storewalk.stock.transfer_models import TransferStatus
from storewalk.stock.transfer_schemas import CancelTransfer


async def cancel(tx: Tx, transfer_id: UUID, form: CancelTransfer) -> None:
    """Cancel a transfer, from either end. Raises NotFound, Conflict, WrongState once it is shipped or closed."""
    transfer = await lock(tx, transfer_id, REQUEST_TRANSFER, At.EITHER, if_version=form.if_version)
    if transfer.status not in (TransferStatus.REQUESTED, TransferStatus.APPROVED):
        raise WrongState("stock.transfer_left")
    reserved = transfer.status is TransferStatus.APPROVED
    transfer.status, transfer.reason = TransferStatus.CANCELLED, form.reason.strip()
    transfer.cancelled_by, transfer.cancelled_at = tx.actor.account_id, tx.occurred_at
    from_name, to_name = await names(tx, transfer)
    tx.record(
        TransferCancelled(
            subject_id=transfer.id,
            store_id=transfer.from_store_id,
            from_name=from_name,
            to_name=to_name,
            reason=transfer.reason,
            sender_ids=await nearest(tx, HAND_OVER, transfer.from_store_id) if reserved else [],
        )
    )
    tell_other_end(tx, transfer, transfer.to_store_id)
    await tx.flush()
