"""What a list of stock adds up to: the same conditions, so that figures and rows agree."""

from typing import Final

from storewalk.core.tx import AnyTx
from storewalk.stock.queries.on_hand import Asked, filled, narrowed
from storewalk.stock.schemas import StockTotals

TOTALS: Final = """
SELECT count(*) AS items, count(DISTINCT i.product_id) AS products, count(DISTINCT i.store_id) AS stores,
       coalesce(sum(i.value_cents), 0)::bigint AS value_cents, count(*) FILTER (WHERE i.quantity < 0) AS below_zero
FROM stock_item i
JOIN store s ON s.org_id = i.org_id AND s.id = i.store_id
JOIN product p ON p.org_id = i.org_id AND p.id = i.product_id
WHERE i.org_id = $1"""


async def totals(tx: AnyTx, asked: Asked) -> StockTotals:
    """Return what the rows of `on_hand` add up to over all pages. Raises NotFound for a store outside the scope."""
    sql, arguments = filled(TOTALS, tx.org_id, await narrowed(tx, asked))
    return StockTotals(**dict((await tx.fetch(sql, *arguments))[0]))
