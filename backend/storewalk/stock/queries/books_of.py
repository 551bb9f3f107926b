"""What the book of a store says now, without a lock: for counts and suggestions."""

from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx

BOOKS: Final = """
SELECT product_id, quantity, value_cents, unit_cost FROM stock_item WHERE org_id = $1 AND store_id = $2"""


class BookLine(Struct, frozen=True, gc=False):
    """What the book says of one product: base units, cents, and the last cost of a unit in cents."""

    quantity: Decimal
    value_cents: int
    unit_cost: Decimal


async def book_of(tx: AnyTx, store_id: UUID) -> dict[UUID, BookLine]:
    """Return a store's book by product; products that it never had are not in it."""
    rows = await tx.fetch(BOOKS, tx.org_id, store_id)
    return {row["product_id"]: BookLine(row["quantity"], row["value_cents"], row["unit_cost"]) for row in rows}
