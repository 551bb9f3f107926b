"""Keep goods of a store for a document of another room until it sends them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx, Tx
from storewalk.stock.queries.transfer_locks import available, lock_available

FORGET: Final = "DELETE FROM stock_reservation WHERE org_id = $1 AND document_id = ANY ($2)"
KEEP: Final = """
INSERT INTO stock_reservation (org_id, document_id, store_id, product_id, quantity)
SELECT $1, $2, $3, n.* FROM unnest($4::uuid[], $5::numeric[]) AS n"""


KEPT: Final = "SELECT product_id, quantity FROM stock_reservation WHERE org_id = $1 AND document_id = $2"


async def reserve(tx: Tx, document_id: UUID, store_id: UUID, quantities: Mapping[UUID, Decimal]) -> None:
    """Keep these quantities for a document, as far as they are free, in place of what was kept for it."""
    await release(tx, [document_id])
    free = await lock_free(tx, store_id, quantities)
    kept = {product_id: min(quantity, free[product_id]) for product_id, quantity in quantities.items()}
    kept = {product_id: quantity for product_id, quantity in kept.items() if quantity > 0}
    await tx.fetch(KEEP, tx.org_id, document_id, store_id, list(kept), list(kept.values()))


async def kept_for(tx: AnyTx, document_id: UUID) -> dict[UUID, Decimal]:
    """Return what is kept for a document, by product."""
    return {row["product_id"]: row["quantity"] for row in await tx.fetch(KEPT, tx.org_id, document_id)}


async def release(tx: Tx, document_ids: Iterable[UUID]) -> None:
    """Keep nothing for documents any more."""
    await tx.fetch(FORGET, tx.org_id, list(document_ids))


async def lock_free(tx: Tx, store_id: UUID, product_ids: Iterable[UUID]) -> dict[UUID, Decimal]:
    """Lock the books of products at a store; return what each offers and has not promised, also below zero.

    What is past its last day, withdrawn, called back or reserved is left out.
    """
    free = await lock_available(tx, [(store_id, product_id) for product_id in product_ids])
    return {product_id: quantity for (_, product_id), quantity in free.items()}


async def free_of(tx: AnyTx, store_id: UUID, product_ids: Iterable[UUID]) -> dict[UUID, Decimal]:
    """Return what `lock_free` does, without a lock."""
    free = await available(tx, [(store_id, product_id) for product_id in product_ids])
    return {product_id: quantity for (_, product_id), quantity in free.items()}
