"""Moves as they are written: many at once, straight to the driver, since a day of sales is many thousands."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.ids import new_ids
from storewalk.core.tx import Tx
from storewalk.stock.ledger import Portion
from storewalk.stock.models import Cause

WRITE: Final = """
INSERT INTO stock_move (org_id, recorded_at, actor_id, id, store_id, product_id, lot_id, from_id, to_id, quantity,
                        value_cents, direction, cause, cause_id, cause_line, occurred_at, business_date, below_zero)
SELECT $1, $2, $3, n.* FROM unnest(
    $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::numeric[], $11::bigint[],
    $12::smallint[], $13::text[], $14::uuid[], $15::bigint[], $16::timestamptz[], $17::date[], $18::boolean[]) AS n"""


class Moved(Struct, frozen=True, gc=False):
    """Why and when."""

    cause: Cause
    cause_id: UUID
    cause_line: int
    occurred_at: datetime
    business_date: date


class Written(Struct, frozen=True, gc=False):
    """A move about to be written."""

    store_id: UUID
    product_id: UUID
    portion: Portion
    from_id: UUID
    to_id: UUID
    moved: Moved


async def write_moves(tx: Tx, written: Sequence[Written]) -> None:
    """Add moves to the ledger; nothing ever changes them."""
    if not written:
        return
    await tx.fetch(
        WRITE,
        tx.org_id,
        tx.now,
        tx.actor.account_id,
        new_ids(len(written)),
        [w.store_id for w in written],
        [w.product_id for w in written],
        [w.portion.lot_id for w in written],
        [w.from_id for w in written],
        [w.to_id for w in written],
        [w.portion.quantity for w in written],
        [w.portion.value_cents for w in written],
        [w.portion.direction for w in written],
        [w.moved.cause for w in written],
        [w.moved.cause_id for w in written],
        [w.moved.cause_line for w in written],
        [w.moved.occurred_at for w in written],
        [w.moved.business_date for w in written],
        [w.portion.below_zero for w in written],
    )
