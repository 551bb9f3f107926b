"""What is new to the people of a warehouse when an order was approved that it is to send."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import Tx
from storewalk.ordering.permissions import FULFIL_ORDER
from storewalk.ordering.queries.fulfil_locks import nearest

NEWS: Final = """
SELECT s.warehouse_id, h.name AS warehouse_name, w.name AS store_name, n.day, o.urgent, o.line_count AS lines,
       (SELECT count(*) FROM store_order x
        JOIN order_source y ON y.org_id = x.org_id AND y.id = x.source_id AND y.warehouse_id = s.warehouse_id
        WHERE x.org_id = $1 AND x.state = 'approved' AND coalesce(x.expected_on, x.day) = n.day) AS waiting
FROM store_order o
JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
JOIN store h ON h.org_id = s.org_id AND h.id = s.warehouse_id
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
CROSS JOIN LATERAL (SELECT coalesce(o.expected_on, o.day) AS day) n
WHERE o.org_id = $1 AND o.id = $2 AND o.state = 'approved'"""


class WarehouseNews(Struct, frozen=True):
    """An order that a warehouse has not accepted yet, among so many `waiting` for the same day, and who is to know."""

    warehouse_id: UUID
    warehouse_name: str
    store_name: str
    day: date
    urgent: bool
    lines: int
    waiting: int
    keeper_ids: list[UUID]


async def warehouse_news(tx: Tx, order_id: UUID) -> WarehouseNews | None:
    """Return what is new, if it still is; an order from a supplier is none of a warehouse's."""
    row = await tx.fetchrow(NEWS, tx.org_id, order_id)
    if row is None:
        return None
    keepers = await nearest(tx, FULFIL_ORDER, row["warehouse_id"])
    return WarehouseNews(**dict[str, Any](row), keeper_ids=keepers)
