"""Refuse a transfer; nothing was reserved yet."""

from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.stock.events import TransferRefused
from storewalk.stock.permissions import APPROVE_TRANSFER
from storewalk.stock.service.transfer.approve import may_decide
from storewalk.stock.service.transfer.steps import At, lock, names, tell_other_end
from storewalk.stock.transfer_models import StockTransfer, TransferStatus
from storewalk.stock.transfer_schemas import RefuseTransfer


async def refuse(tx: Tx, transfer_id: UUID, form: RefuseTransfer) -> None:
    """Refuse a transfer with a reason. Raises NotFound, Conflict, WrongState, Forbidden as an approval does."""
    transfer = await lock(tx, transfer_id, APPROVE_TRANSFER, At.SENDER, if_version=form.if_version)
    may_decide(tx, transfer)
    await disagree(tx, transfer, form.reason)


async def disagree(tx: Tx, transfer: StockTransfer, reason: str) -> None:
    """Write the refusal of a transfer."""
    transfer.status, transfer.reason = TransferStatus.REFUSED, reason.strip()
    transfer.decided_by, transfer.decided_at = tx.actor.account_id, tx.occurred_at
    from_name, to_name = await names(tx, transfer)
    tx.record(
        TransferRefused(
            subject_id=transfer.id,
            store_id=transfer.from_store_id,
            from_name=from_name,
            to_name=to_name,
            reason=transfer.reason,
            requester_id=transfer.requested_by,
        )
    )
    tell_other_end(tx, transfer, transfer.to_store_id)
    await tx.flush()
