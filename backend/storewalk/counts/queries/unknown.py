"""Codes that were scanned and that no product bears."""

from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx

UNKNOWN: Final = """
SELECT count(*) FROM count_line WHERE org_id = $1 AND count_id = $2 AND NOT voided AND product_id IS NULL"""


async def unknown_lines(tx: AnyTx, count_id: UUID) -> int:
    """Return how many lines of a count still want their product."""
    return await tx.raw.fetchval(UNKNOWN, tx.org_id, count_id) or 0
