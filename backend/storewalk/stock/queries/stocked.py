"""What stores can still sell and what is on its way to them, in rows of fixed width: a night takes millions."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.stock.queries.blocked import recalled_sql

# Without a last day goods never perish, which is the date 'infinity'.
STOCKED: Final = f"""
SELECT b.store_id, b.product_id, coalesce(l.expires_on, 'infinity') AS last_day, (b.quantity * 1000)::bigint
FROM stock_balance b
LEFT JOIN stock_lot l ON l.org_id = b.org_id AND l.id = b.lot_id
LEFT JOIN stock_hold h ON h.org_id = b.org_id AND h.store_id = b.store_id AND h.lot_id = b.lot_id
WHERE b.org_id = $1 AND b.store_id = ANY ($2) AND h.lot_id IS NULL AND NOT {recalled_sql("b")}"""
COMING: Final = """
SELECT t.store_id, t.product_id, 'infinity'::date, (t.quantity * 1000)::bigint
FROM stock_transit t WHERE t.org_id = $1 AND t.store_id = ANY ($2)
UNION ALL
SELECT t.to_store_id, l.product_id, 'infinity', (coalesce(l.approved, l.requested) * 1000)::bigint
FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
WHERE t.org_id = $1 AND t.to_store_id = ANY ($2) AND t.status IN ('requested', 'approved')"""


async def copy_stocked(tx: Tx, store_ids: Sequence[UUID]) -> bytes:
    """Return what lies in stores and may be sold, a row for each product, lot and place.

    In PostgreSQL's binary COPY format: store and product as `uuid`, the last day as `date`, thousandths of a base unit
    as `int8`, none of them null. What was withdrawn or called back is left out; a quantity may be negative.
    """
    return await _copy(tx, STOCKED, store_ids)


async def copy_coming(tx: Tx, store_ids: Sequence[UUID]) -> bytes:
    """Return what is in transit to stores, and what they asked others for, in rows like those of `copy_stocked`."""
    return await _copy(tx, COMING, store_ids)


async def _copy(tx: Tx, query: str, store_ids: Sequence[UUID]) -> bytes:
    parts: list[bytes] = []

    async def keep(data: bytes) -> None:
        parts.append(data)

    await tx.raw.copy_from_query(query, tx.org_id, list(store_ids), output=keep, format="binary")
    return b"".join(parts)
