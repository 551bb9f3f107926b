"""What stores have ordered and not got yet, in rows of fixed width: a night takes millions."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.order_states import UNDER_WAY

LATE_DAYS: Final = 7
# What a warehouse of the chain has shipped is in transit in the stock ledger, and counted there.
STILL_OPEN: Final = """coalesce(l.confirmed, l.quantity)
    - CASE WHEN s.warehouse_id IS NULL THEN l.received ELSE greatest(l.shipped, l.received) END"""
ORDERED: Final = f"""
SELECT o.store_id, l.product_id, 'infinity'::date, (({STILL_OPEN}) * 1000)::bigint
FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
WHERE o.org_id = $1 AND o.store_id = ANY ($2) AND o.state IN ({", ".join(f"'{each}'" for each in sorted(UNDER_WAY))})
  AND coalesce(o.expected_on, o.day) >= $3 AND {STILL_OPEN} > 0"""
HEADER_BYTES: Final = 19
TRAILER_BYTES: Final = 2


async def copy_ordered(tx: Tx, store_ids: Sequence[UUID]) -> bytes:
    """Return what was ordered, approved and not received yet, in rows like those of `stock.api.copy_coming`.

    What is in transit from a warehouse is left out, since the ledger has it. What should have come a week ago and has
    not is not counted on any more.
    """
    parts: list[bytes] = []

    async def keep(data: bytes) -> None:
        parts.append(data)

    await tx.flush()
    since: date = tx.now.date() - timedelta(days=LATE_DAYS)
    await tx.raw.copy_from_query(ORDERED, tx.org_id, list(store_ids), since, output=keep, format="binary")
    return b"".join(parts)


def joined(first: bytes, second: bytes) -> bytes:
    """Return the rows of two copies as one."""
    return first[:-TRAILER_BYTES] + second[HEADER_BYTES:]
