"""Send goods to another store for a document of another room, and end their way, in parts if need be.

They leave the sender's book as a transfer's do, are in transit in neither store, and leave transit at the value that
they were sent at. What was lost on the way is the receiver's variance.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

import asyncpg
from sqlalchemy import select

from storewalk.core.ids import new_id
from storewalk.core.money import round_half_up
from storewalk.core.tx import Tx
from storewalk.stock.consigned import Consigned, Dispatched, Ending, Fate, Load
from storewalk.stock.consignment_models import StockConsignment
from storewalk.stock.models import Cause
from storewalk.stock.service.post import move, post
from storewalk.stock.wanted import Posted, Wanted, Way

LOTS: Final = "SELECT id, code, expires_on FROM stock_lot WHERE org_id = $1 AND id = ANY ($2)"
ZERO: Final = Decimal(0)


async def dispatch(tx: Tx, document_id: UUID, ends: tuple[UUID, UUID], loads: Sequence[Load]) -> Dispatched:
    """Send goods from the first store to the second. Raises WrongState when the document was sent before."""
    source, target = ends
    wanted = [
        Wanted(
            store_id=source,
            product_id=load.product_id,
            quantity=load.quantity,
            cause=Cause.TRANSFER_OUT,
            way=Way.OUT,
            cause_id=document_id,
            cause_line=load.line,
            occurred_at=tx.occurred_at,
            receiver_id=target,
            lot_id=load.lot_id,
        )
        for load in loads
    ]
    posted, missing = await post(tx, wanted)
    if missing:
        return Dispatched([], missing)
    rows = _rows(tx, document_id, ends, posted)
    tx.session.add_all(rows)
    lots = {each["id"]: each for each in await tx.fetch(LOTS, tx.org_id, [row.lot_id for row in rows if row.lot_id])}
    return Dispatched([_told(row, lots) for row in rows], [])


async def land(tx: Tx, document_id: UUID, fates: Sequence[Fate], place_id: UUID | None = None) -> list[int]:
    """End the way of goods, and return the value of each part; what came lies at `place_id`, or on the shelf.

    Raises WrongState when the document was posted before. More than is left is a caller's fault.
    """
    locked = await _lock(tx, {fate.consignment_id for fate in fates})
    values = [_share(locked[fate.consignment_id], fate.quantity) for fate in fates]
    await move(
        tx,
        [
            _ended(tx, (document_id, number, value), fate, locked[fate.consignment_id], place_id)
            for number, (fate, value) in enumerate(zip(fates, values, strict=True))
        ],
    )
    return values


def _rows(tx: Tx, document_id: UUID, ends: tuple[UUID, UUID], posted: Sequence[Posted]) -> list[StockConsignment]:
    """Return what was sent of each lot of a line, from whichever places of the store it came."""
    rows: dict[tuple[int, UUID | None], StockConsignment] = {}
    for each in posted:
        for portion in each.portions:
            row = rows.setdefault(
                (each.wanted.cause_line, portion.lot_id),
                StockConsignment(
                    org_id=tx.org_id,
                    id=new_id(),
                    document_id=document_id,
                    document_line=each.wanted.cause_line,
                    from_store_id=ends[0],
                    to_store_id=ends[1],
                    product_id=each.wanted.product_id,
                    lot_id=portion.lot_id,
                    quantity=ZERO,
                    value_cents=0,
                    sent_at=tx.occurred_at,
                ),
            )
            row.quantity += portion.quantity
            row.value_cents += portion.value_cents
    for row in rows.values():
        row.left_quantity, row.left_cents = row.quantity, row.value_cents
    return list(rows.values())


def _told(row: StockConsignment, lots: Mapping[UUID, asyncpg.Record]) -> Consigned:
    lot = lots.get(row.lot_id) if row.lot_id is not None else None
    return Consigned(
        id=row.id,
        line=row.document_line,
        product_id=row.product_id,
        lot_id=row.lot_id,
        lot_code=lot["code"] if lot else "",
        expires_on=lot["expires_on"] if lot else None,
        quantity=row.quantity,
        value_cents=row.value_cents,
    )


async def _lock(tx: Tx, ids: set[UUID]) -> dict[UUID, StockConsignment]:
    found = select(StockConsignment).where(StockConsignment.org_id == tx.org_id, StockConsignment.id.in_(ids))
    ordered = found.order_by(StockConsignment.id).with_for_update().execution_options(populate_existing=True)
    await tx.flush()
    return {row.id: row for row in await tx.session.scalars(ordered)}


def _share(row: StockConsignment, quantity: Decimal) -> int:
    """Take a part off what is left of a consignment, and return its value; the last part takes what remains."""
    value = int(round_half_up(row.left_cents * quantity / row.left_quantity))
    row.left_quantity -= quantity
    row.left_cents -= value
    return value


def _ended(tx: Tx, line: tuple[UUID, int, int], fate: Fate, row: StockConsignment, place_id: UUID | None) -> Wanted:
    """Return the move that ends a way. What never left was at the sender's all the time, where a count has seen it."""
    document_id, number, value = line
    came, never_left = fate.ending is Ending.CAME, fate.ending is Ending.NEVER_LEFT
    return Wanted(
        store_id=row.from_store_id if never_left else row.to_store_id,
        product_id=row.product_id,
        quantity=fate.quantity,
        cause=Cause.TRANSFER_IN,
        way=Way.WITHIN if fate.ending is Ending.LOST else Way.IN,
        cause_id=document_id,
        cause_line=number,
        occurred_at=row.sent_at if never_left else tx.occurred_at,
        place_id=place_id if came else None,
        receiver_id=row.to_store_id,
        lot_id=row.lot_id,
        value_cents=value,
    )
