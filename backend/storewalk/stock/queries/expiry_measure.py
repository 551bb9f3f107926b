"""How well a chain deals with goods before they expire."""

from datetime import date
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.stock.permissions import READ_WASTE
from storewalk.stock.waste_schemas import ExpiryMeasure

# A lot that a store took in ends on its last day. It was handled if something was done about it until then, or if
# nothing of it was left the day after.
MEASURE: Final = """
WITH lot AS (
    SELECT DISTINCT m.store_id, m.product_id, l.id, l.expires_on
    FROM stock_lot l JOIN stock_move m ON m.org_id = l.org_id AND m.lot_id = l.id AND m.direction = 1
    WHERE l.org_id = $1 AND l.expires_on BETWEEN $2 AND $3 AND ($4::uuid IS NULL OR m.store_id = $4)
      AND EXISTS (SELECT 1 FROM scope_node n, unnest($5::text[]) AS held (path)
                  WHERE n.org_id = $1 AND n.id = m.store_id AND n.path >= held.path AND n.path < held.path || '~')
), left_over AS (
    SELECT lot.store_id, lot.id, sum(m.direction * m.quantity) AS quantity
    FROM lot JOIN stock_move m ON m.org_id = $1 AND m.store_id = lot.store_id AND m.product_id = lot.product_id
        AND m.lot_id = lot.id AND m.business_date <= lot.expires_on
    GROUP BY lot.store_id, lot.id
), dealt AS (
    SELECT lot.store_id, lot.id, EXISTS (
        SELECT 1 FROM lot_step s WHERE s.org_id = $1 AND s.store_id = lot.store_id AND s.lot_id = lot.id
        AND s.taken_at < lot.expires_on + interval '1 day') AS stepped
    FROM lot
)
SELECT count(*) AS lots, count(*) FILTER (WHERE dealt.stepped OR left_over.quantity <= 0) AS handled
FROM dealt JOIN left_over USING (store_id, id)"""
WASTED: Final = """
SELECT coalesce(sum(m.value_cents), 0)::bigint FROM stock_move m
WHERE m.org_id = $1 AND m.cause = 'waste' AND m.business_date BETWEEN $2 AND $3
  AND ($4::uuid IS NULL OR m.store_id = $4)
  AND EXISTS (SELECT 1 FROM scope_node n, unnest($5::text[]) AS held (path)
              WHERE n.org_id = $1 AND n.id = m.store_id AND n.path >= held.path AND n.path < held.path || '~')"""


async def expiry_measure(tx: AnyTx, store_id: UUID | None, first: date, last: date) -> ExpiryMeasure:
    """Measure the lots whose last day lies between two days, both counted. Raises NotFound for a store out of scope."""
    if store_id is not None:
        await require_within(tx, READ_WASTE, store_id)
    arguments = (tx.org_id, first, last, store_id, list(tx.actor.paths(READ_WASTE)))
    row = (await tx.fetch(MEASURE, *arguments))[0]
    wasted = (await tx.fetch(WASTED, *arguments))[0][0]
    lots, handled = row["lots"], row["handled"]
    return ExpiryMeasure(lots=lots, handled=handled, expired=lots - handled, wasted_cents=wasted)
