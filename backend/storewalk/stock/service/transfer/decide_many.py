"""One decision on many transfers: all of them take it, or none does and each that cannot is named."""

from collections.abc import Sequence
from decimal import Decimal

from storewalk.core.errors import DomainError, FieldError, Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.stock.permissions import APPROVE_TRANSFER
from storewalk.stock.queries.transfer_locks import lines, lock_available, lock_transfers
from storewalk.stock.service.transfer.approve import agree, may_decide, short
from storewalk.stock.service.transfer.refuse import disagree
from storewalk.stock.service.transfer.steps import At, require_either
from storewalk.stock.transfer_models import StockTransfer, StockTransferLine
from storewalk.stock.transfer_schemas import DecideTransfers, TransferVersion


async def decide_many(tx: Tx, form: DecideTransfers) -> int:
    """Approve transfers as they were requested, or refuse them; return how many.

    Raises Invalid for a refusal without a reason, and naming each transfer (`transfers.N`) that cannot be decided so.
    """
    if not form.approved and not form.reason.strip():
        raise Invalid("stock.refusal_needs_reason", field="reason")
    chosen = await _locked(tx, form.transfers)
    if not form.approved:
        for transfer in chosen:
            await disagree(tx, transfer, form.reason)
        return len(chosen)
    wanted = [(transfer, await lines(tx, transfer.id)) for transfer in chosen]
    await _require_enough(tx, wanted)
    for transfer, theirs in wanted:
        await agree(tx, transfer, theirs, _requested(theirs))
    return len(chosen)


async def _locked(tx: Tx, named: Sequence[TransferVersion]) -> list[StockTransfer]:
    if len({each.id for each in named}) < len(named):
        raise Invalid("stock.transfer_twice", field="transfers")
    found = await lock_transfers(tx, [each.id for each in named])
    faults: list[FieldError] = []
    for number, each in enumerate(named):
        try:
            transfer = found.get(each.id)
            if transfer is None:
                raise NotFound("stock.no_transfer")
            await require_either(tx, APPROVE_TRANSFER, At.SENDER.of(transfer))
            may_decide(tx, transfer)
            if transfer.version != each.if_version:
                raise WrongState("stock.transfer_changed")
        except DomainError as fault:
            faults.append(FieldError(f"transfers.{number}", fault.message_key, fault.params))
    _refuse(faults)
    return [found[each.id] for each in named]


async def _require_enough(tx: Tx, wanted: Sequence[tuple[StockTransfer, list[StockTransferLine]]]) -> None:
    keys = [(transfer.from_store_id, line.product_id) for transfer, theirs in wanted for line in theirs]
    free = await lock_available(tx, keys)
    faults: list[FieldError] = []
    for number, (transfer, theirs) in enumerate(wanted):
        missing = await short(tx, transfer, theirs, _requested(theirs), free)
        faults += [FieldError(f"transfers.{number}", fault.message_key, fault.params) for fault in missing[:1]]
    _refuse(faults)


def _requested(theirs: Sequence[StockTransferLine]) -> list[Decimal]:
    return [line.requested for line in theirs]


def _refuse(faults: list[FieldError]) -> None:
    if faults:
        raise Invalid("stock.transfers_some_refused", errors=faults, count=len(faults))
