"""What has to be counted again, and by whom it must not be."""

from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx

AGAIN: Final = "SELECT product_id FROM count_result WHERE org_id = $1 AND count_id = $2 AND recount"
FIRST: Final = """
SELECT product_id, array_agg(DISTINCT counted_by) AS people FROM count_line
WHERE org_id = $1 AND count_id = $2 AND round = 1 AND NOT voided AND product_id IS NOT NULL GROUP BY product_id"""
RECOUNTED: Final = """
SELECT DISTINCT product_id FROM count_line
WHERE org_id = $1 AND count_id = $2 AND round = 2 AND NOT voided AND product_id IS NOT NULL"""
COUNTERS: Final = "SELECT DISTINCT counted_by FROM count_line WHERE org_id = $1 AND count_id = $2 AND NOT voided"


async def recount_ids(tx: AnyTx, count_id: UUID) -> set[UUID]:
    """Return the products of a count that somebody else has to count again."""
    return {row["product_id"] for row in await tx.fetch(AGAIN, tx.org_id, count_id)}


async def first_counters(tx: AnyTx, count_id: UUID) -> dict[UUID, set[UUID]]:
    """Return by product who counted it first."""
    return {row["product_id"]: set(row["people"]) for row in await tx.fetch(FIRST, tx.org_id, count_id)}


async def recounted(tx: AnyTx, count_id: UUID) -> set[UUID]:
    """Return the products that were counted again."""
    return {row["product_id"] for row in await tx.fetch(RECOUNTED, tx.org_id, count_id)}


async def counters(tx: AnyTx, count_id: UUID) -> set[UUID]:
    """Return everybody who counted anything in either round; none of them may approve."""
    return {row["counted_by"] for row in await tx.fetch(COUNTERS, tx.org_id, count_id)}
