"""What customers paid for goods on a day."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx

# Receipts of the day by their index, lines by their receipt's: lines are recorded after they were sold, which spares
# the partitions from before.
PAID: Final = """
SELECT l.product_id, sum(l.amount_cents)::float8 / sum(l.quantity)::float8 AS cents
FROM sale s JOIN sale_line l ON l.org_id = $1 AND l.sale_id = s.id
WHERE s.org_id = $1 AND s.store_id = $2 AND s.business_date = $3 AND s.recorded_at >= $4 AND l.recorded_at >= $4
  AND NOT l.returned
GROUP BY l.product_id"""


async def paid_on(tx: AnyTx, store_id: UUID, day: date, begins: datetime) -> dict[UUID, float]:
    """Return by product what was paid on a business day for a base unit, in cents and on average, discounts taken off.

    Products that were not sold are left out, and so is what was brought back. `begins` is the instant at which the day
    begins at the store.
    """
    rows = await tx.fetch(PAID, tx.org_id, store_id, day, begins)
    return {row["product_id"]: row["cents"] for row in rows}
