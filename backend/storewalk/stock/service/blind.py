"""Close the book to a store's own people while they count it, and open it again."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete

from storewalk.core.tx import Tx
from storewalk.stock.models import StockBlind


def close_book(
    tx: Tx, store_id: UUID, count_id: UUID, *, since: datetime, product_ids: Collection[UUID] | None
) -> None:
    """Show a store's own people no more of its book from `since` on: of some products, or (None) of all."""
    products = None if product_ids is None else sorted(product_ids)
    tx.session.add(
        StockBlind(org_id=tx.org_id, store_id=store_id, count_id=count_id, product_ids=products, since=since)
    )


async def open_book(tx: Tx, count_id: UUID) -> None:
    """Show the book again, as far as no other count is under way. Again changes nothing."""
    await tx.session.execute(delete(StockBlind).where(StockBlind.org_id == tx.org_id, StockBlind.count_id == count_id))
