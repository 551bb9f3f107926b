"""Remember what a count found out, so that facts from before it explain its variance instead of undoing it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.stock.queries.since import Point

MARK: Final = """
INSERT INTO stock_mark (org_id, store_id, product_id, place_id, counted_at, count_id, number)
SELECT $1, $2, n.product_id, n.place_id, n.counted_at, $3, n.number
FROM unnest($4::uuid[], $5::uuid[], $6::timestamptz[]) WITH ORDINALITY
    AS n (product_id, place_id, counted_at, number)"""


async def mark_counted(tx: Tx, store_id: UUID, count_id: UUID, points: Sequence[Point]) -> None:
    """Take note of when products were counted at a store; call it after the count's own moves are posted."""
    await tx.fetch(
        MARK,
        tx.org_id,
        store_id,
        count_id,
        [point.product_id for point in points],
        [point.place_id for point in points],
        [point.at for point in points],
    )
