"""How every step of a transfer begins and ends: lock, scope, version; quantities of lines; who hears of it."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from storewalk.core.access import Permission
from storewalk.core.errors import Conflict, FieldError, Invalid, NotFound
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.identity.api import is_within, rungs
from storewalk.stock.events import TransferStepped
from storewalk.stock.queries.transfer_locks import End, ends, lock_transfers
from storewalk.stock.queries.transfers import read_transfer
from storewalk.stock.transfer_models import StockTransfer, StockTransferLine
from storewalk.stock.transfer_schemas import ChangedLine
from storewalk.stores.api import store_clocks


class At(Enum):
    """The end of a transfer at which somebody has to have a say."""

    SENDER = "sender"
    RECEIVER = "receiver"
    EITHER = "either"

    def of(self, transfer: StockTransfer) -> Sequence[UUID]:
        """Return the stores that are meant."""
        pair = {At.SENDER: transfer.from_store_id, At.RECEIVER: transfer.to_store_id}
        return list(pair.values()) if self is At.EITHER else [pair[self]]


async def lock(tx: Tx, transfer_id: UUID, permission: Permission, at: At, *, if_version: int) -> StockTransfer:
    """Lock a transfer for a step of the actor.

    Raises:
        NotFound: there is none at whose end the actor holds `permission`.
        Conflict: it is not at `if_version` any more; carries the transfer as it is now.

    """
    transfer = (await lock_transfers(tx, [transfer_id])).get(transfer_id)
    if transfer is None:
        raise NotFound("stock.no_transfer")
    await require_either(tx, permission, at.of(transfer))
    if transfer.version != if_version:
        raise Conflict("stock.transfer_changed", field="ifVersion", current=await read_transfer(tx, transfer_id))
    return transfer


async def require_either(tx: Tx, permission: Permission, store_ids: Sequence[UUID]) -> None:
    """Raise NotFound unless the actor holds `permission` at one of these stores."""
    for store_id in store_ids:
        if await is_within(tx, permission, store_id):
            return
    raise NotFound("stock.no_transfer")


async def both_ends(tx: Tx, store_ids: Sequence[UUID]) -> dict[UUID, End]:
    """Return those of two stores that are there, with their legal entities on their own business day."""
    clocks = await store_clocks(tx, store_ids)
    return await ends(tx, {id_: clock.business_date(tx.occurred_at) for id_, clock in clocks.items()})


async def names(tx: Tx, transfer: StockTransfer) -> tuple[str, str]:
    """Return the names of the two stores."""
    found = await ends(tx, dict.fromkeys((transfer.from_store_id, transfer.to_store_id), tx.now.date()))
    return found[transfer.from_store_id].name, found[transfer.to_store_id].name


async def nearest(tx: Tx, permission: Permission, store_id: UUID, *, but: UUID | None = None) -> list[UUID]:
    """Return who holds `permission` nearest to a store, somebody left out."""
    found = ([each for each in rung if each != but] for rung in await rungs(tx, permission, store_id))
    return next(filter(None, found), [])


def tell_other_end(tx: Tx, transfer: StockTransfer, store_id: UUID) -> None:
    """Let the store that did not take the step see it in its own history, and open pages of it."""
    tx.record(TransferStepped(subject_id=transfer.id, store_id=store_id, status=transfer.status))


def quantities(
    lines: Sequence[StockTransferLine], most: Sequence[Decimal], changed: Sequence[ChangedLine]
) -> list[Decimal]:
    """Return the quantity of each line: `most`, or less where a line was changed.

    Raises Invalid naming the changes that cannot be, or where nothing would be left.
    """
    numbers = {line.id: number for number, line in enumerate(lines)}
    chosen, seen, faults = list(most), set[UUID](), list[FieldError]()
    for place, change in enumerate(changed):
        number = numbers.get(change.line_id)
        if number is None or change.line_id in seen:
            key = "stock.transfer_no_line" if number is None else "stock.transfer_line_twice"
            faults.append(FieldError(f"lines.{place}.lineId", key))
            continue
        seen.add(change.line_id)
        if not is_quantity(change.quantity, zero=True) or change.quantity > most[number]:
            params: dict[str, object] = {"most": plain(most[number])}
            faults.append(FieldError(f"lines.{place}.quantity", "stock.transfer_quantity", params))
            continue
        chosen[number] = change.quantity
    refuse(faults)
    if not any(chosen):
        raise Invalid("stock.transfer_nothing_left", field="lines")
    return chosen


def refuse(faults: list[FieldError]) -> None:
    """Raise Invalid for the faults, if there are any, in the words of the first."""
    if faults:
        params: dict[str, Any] = faults[0].params
        raise Invalid(faults[0].message_key, errors=faults, **params)
