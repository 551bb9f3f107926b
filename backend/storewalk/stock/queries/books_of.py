"""What the book of a store says now, without a lock: for counts and suggestions."""

from collections.abc import Collection
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx


def book_sql(org: str, store: str) -> str:
    """Return SQL that selects a store's book by product, for other rooms' joins; the arguments are parameters ($1)."""
    return f"""
SELECT product_id, quantity, value_cents, unit_cost, changed_at FROM stock_item
WHERE org_id = {org} AND store_id = {store}"""


BOOK: Final = book_sql("$1", "$2")
CHOSEN: Final = f"{BOOK} AND product_id = ANY ($3)"


class BookLine(Struct, frozen=True, gc=False):
    """What the book says of one product: base units, cents, and the last cost of a unit in cents."""

    quantity: Decimal
    value_cents: int
    unit_cost: Decimal


async def book_of(tx: AnyTx, store_id: UUID, product_ids: Collection[UUID] | None = None) -> dict[UUID, BookLine]:
    """Return a store's book by product, all of it or of some; products that it never had are not in it."""
    if product_ids is None:
        rows = await tx.fetch(BOOK, tx.org_id, store_id)
    else:
        rows = await tx.fetch(CHOSEN, tx.org_id, store_id, list(product_ids))
    return {row["product_id"]: BookLine(row["quantity"], row["value_cents"], row["unit_cost"]) for row in rows}
