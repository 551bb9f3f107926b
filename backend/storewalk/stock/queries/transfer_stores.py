"""The stores that goods can be asked from or sent to: all of the chain's, since a store's neighbour is not its own."""

from typing import Any, Final

from storewalk.core.tx import AnyTx
from storewalk.stock.queries.on_hand import Condition, filled
from storewalk.stock.transfer_schemas import TransferStore

STORES: Final = """
SELECT s.id, s.code, s.name, r.name AS region_name FROM store s
JOIN region r ON r.org_id = s.org_id AND r.id = s.region_id
WHERE s.org_id = $1 AND s.status <> 'closed'"""
BEGINS: Final = """
AND (s.search_code >= ${0} AND s.search_code < ${0} || U&'\\+10FFFF'
  OR s.search_name >= ${0} AND s.search_name < ${0} || U&'\\+10FFFF'
  OR s.search_pinyin >= ${0} AND s.search_pinyin < ${0} || U&'\\+10FFFF')"""
ORDER: Final = "ORDER BY s.search_code, s.id LIMIT ${0}"


async def transfer_stores(tx: AnyTx, q: str | None, limit: int) -> list[TransferStore]:
    """Return open stores of the chain by code; `q` begins a code, a name or its pinyin."""
    begins: list[Condition] = [(BEGINS, (q.strip().lower(),))] if q and q.strip() else []
    sql, arguments = filled(STORES, tx.org_id, [*begins, (ORDER, (limit,))])
    return [TransferStore(**dict[str, Any](row)) for row in await tx.fetch(sql, *arguments)]
