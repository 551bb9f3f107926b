"""Ask that goods go from one store to another; a store asks for what it lacks, or offers what it has too much of."""

from uuid import UUID

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, FieldError, Invalid
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.stock.events import TransferRequested
from storewalk.stock.permissions import APPROVE_TRANSFER, REQUEST_TRANSFER
from storewalk.stock.queries.transfer_locks import End
from storewalk.stock.queries.transfers import read_transfer
from storewalk.stock.service.transfer.steps import both_ends, nearest, refuse, require_either, tell_other_end
from storewalk.stock.transfer_models import StockTransfer, StockTransferLine, TransferStatus
from storewalk.stock.transfer_schemas import RequestTransfer


async def request(tx: Tx, form: RequestTransfer) -> UUID:
    """Request a transfer under the sender's id. Again changes nothing.

    Raises NotFound where the actor may ask at neither store, Invalid naming the field, Conflict for an id that is of
    a transfer between other stores.
    """
    pair = form.from_store_id, form.to_store_id
    await require_either(tx, REQUEST_TRANSFER, pair)
    if form.id is not None:
        await lock_names(tx, "transfer", [form.id])
        known = await tx.session.get(StockTransfer, (tx.org_id, form.id))
        if known is not None:
            if (known.from_store_id, known.to_store_id) != pair:
                await require_either(tx, REQUEST_TRANSFER, (known.from_store_id, known.to_store_id))
                raise Conflict("stock.transfer_other_stores", current=await read_transfer(tx, known.id), field="id")
            return known.id
    source, target = await _check(tx, form)
    transfer = StockTransfer(
        org_id=tx.org_id,
        id=form.id or new_id(),
        from_store_id=source.id,
        to_store_id=target.id,
        from_entity_id=source.entity_id,
        to_entity_id=target.entity_id,
        status=TransferStatus.REQUESTED,
        note=form.note.strip(),
        reason="",
        requested_by=tx.actor.account_id,
        requested_at=tx.occurred_at,
    )
    tx.session.add(transfer)
    await tx.flush()
    tx.session.add_all(
        StockTransferLine(
            org_id=tx.org_id, transfer_id=transfer.id, product_id=line.product_id, position=n, requested=line.quantity
        )
        for n, line in enumerate(form.lines)
    )
    tx.record(
        TransferRequested(
            subject_id=transfer.id,
            store_id=source.id,
            from_name=source.name,
            to_name=target.name,
            lines=len(form.lines),
            crosses_entities=crosses(source, target),
            approver_ids=await nearest(tx, APPROVE_TRANSFER, source.id, but=tx.actor.account_id),
        )
    )
    tell_other_end(tx, transfer, target.id)
    await tx.flush()
    return transfer.id


def crosses(source: End, target: End) -> bool:
    """Tell whether goods that go from one store to the other change their owner."""
    return None not in (source.entity_id, target.entity_id) and source.entity_id != target.entity_id


async def _check(tx: Tx, form: RequestTransfer) -> tuple[End, End]:
    if form.from_store_id == form.to_store_id:
        raise Invalid("stock.transfer_same_store", field="toStoreId")
    found = await both_ends(tx, [form.from_store_id, form.to_store_id])
    for field, store_id in (("fromStoreId", form.from_store_id), ("toStoreId", form.to_store_id)):
        if store_id not in found or found[store_id].status == "closed":
            raise Invalid("stock.transfer_no_store", field=field)
    known = await known_products(tx, {line.product_id for line in form.lines})
    seen, faults = set[UUID](), list[FieldError]()
    for number, line in enumerate(form.lines):
        if line.product_id not in known:
            faults.append(FieldError(f"lines.{number}.productId", "stock.unknown_product"))
        elif line.product_id in seen:
            faults.append(FieldError(f"lines.{number}.productId", "stock.transfer_product_twice"))
        if not is_quantity(line.quantity):
            faults.append(FieldError(f"lines.{number}.quantity", "stock.bad_quantity"))
        seen.add(line.product_id)
    refuse(faults)
    return found[form.from_store_id], found[form.to_store_id]
