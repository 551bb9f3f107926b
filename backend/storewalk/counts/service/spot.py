"""Open a spot count where something speaks against the book."""

from collections.abc import Callable, Collection
from typing import Final
from uuid import UUID

from storewalk.catalog.api import products_below
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.counts.models import CountKind
from storewalk.counts.schemas.open import CountScope
from storewalk.counts.service.open import open_at

UNDER_WAY: Final = """
SELECT category_ids, product_ids FROM stock_count
WHERE org_id = $1 AND store_id = $2 AND status IN ('open', 'recount', 'submitted')
  AND (window_from IS NULL OR window_from <= $3)"""


async def open_spot(
    tx: Tx, store_id: UUID, product_ids: Collection[UUID], titled: Callable[[Collection[UUID]], str]
) -> UUID | None:
    """Open a count of the products that no count at the store is about already; None where that leaves nothing.

    `titled` names it by what it is about. A count is under way until it is approved. Safe to run twice and at once: the
    second finds the first's.
    """
    await lock_names(tx, "spot", [store_id])
    doubtful = dict.fromkeys(product_ids)
    for row in await tx.fetch(UNDER_WAY, tx.org_id, store_id, tx.now):
        if not row["product_ids"] and not row["category_ids"]:
            return None
        counted = {*row["product_ids"], *(await products_below(tx, row["category_ids"]))}
        doubtful = {product_id: None for product_id in doubtful if product_id not in counted}
    if not doubtful:
        return None
    scope = CountScope(kind=CountKind.SPOT, title=titled(doubtful), product_ids=list(doubtful))
    return await open_at(tx, new_id(), store_id, scope)
