"""What customers paid for goods on a day in all, less what they got back."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx

# Receipts of the day by their index, lines by their receipt's, as in `paid`.
TAKEN: Final = """
SELECT l.product_id, sum(CASE WHEN l.returned THEN -l.amount_cents ELSE l.amount_cents END)::bigint AS cents
FROM sale s JOIN sale_line l ON l.org_id = $1 AND l.sale_id = s.id
WHERE s.org_id = $1 AND s.store_id = $2 AND s.business_date = $3 AND s.recorded_at >= $4 AND l.recorded_at >= $4
GROUP BY l.product_id"""


async def taken_on(tx: AnyTx, store_id: UUID, day: date, begins: datetime) -> dict[UUID, int]:
    """Return by product what a store took on a business day, in cents, discounts and returns taken off.

    `begins` is the instant at which the day begins at the store.
    """
    rows = await tx.fetch(TAKEN, tx.org_id, store_id, day, begins)
    return {row["product_id"]: row["cents"] for row in rows}
