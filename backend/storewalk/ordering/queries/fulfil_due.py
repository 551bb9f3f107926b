"""What a store expects to be delivered."""

from datetime import date
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import Invalid
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.ordering.fulfil_wave_schemas import DeliveriesDue, DeliveryDueOut
from storewalk.ordering.order_states import UNDER_WAY, OrderState
from storewalk.ordering.permissions import READ_ORDERS
from storewalk.stores.api import store_clock

STATES: Final = ", ".join(f"'{state}'" for state in sorted(UNDER_WAY))
DUE: Final = f"""
SELECT * FROM (
    SELECT o.id AS order_id, h.id AS shipment_id, h.number, s.name AS source_name,
           s.warehouse_id IS NOT NULL AS from_warehouse, o.state,
           coalesce((h.expected_at AT TIME ZONE $4)::date, o.expected_on, o.day) AS expected_on, h.expected_at,
           (SELECT count(*) FROM order_shipment_line l WHERE l.org_id = h.org_id AND l.shipment_id = h.id
            AND l.received + l.damaged + l.missing < l.shipped) AS lines
    FROM store_order o
    JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
    JOIN order_shipment h ON h.org_id = o.org_id AND h.order_id = o.id AND h.received_at IS NULL
    WHERE o.org_id = $1 AND o.store_id = $2 AND o.state IN ({STATES})
    UNION ALL
    SELECT o.id, NULL, NULL, s.name, s.warehouse_id IS NOT NULL, o.state, coalesce(o.expected_on, o.day), NULL,
           count(*)
    FROM store_order o
    JOIN order_source s ON s.org_id = o.org_id AND s.id = o.source_id
    JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id
        AND coalesce(l.confirmed, l.quantity) > l.shipped
    WHERE o.org_id = $1 AND o.store_id = $2 AND o.state IN ({STATES})
    GROUP BY o.org_id, o.id, s.name, s.warehouse_id, o.state, o.expected_on, o.day
) d WHERE d.expected_on <= $3 ORDER BY d.expected_on, d.expected_at NULLS LAST, d.order_id, d.number NULLS LAST"""


async def deliveries_due(tx: AnyTx, store_id: UUID | None, day: date | None) -> DeliveriesDue:
    """Return what a store expects until a day, by default today. Raises NotFound outside the actor's scope."""
    if store_id is None:
        raise Invalid("ordering.which_store", field="store")
    await require_within(tx, READ_ORDERS, store_id)
    clock = await store_clock(tx, store_id)
    until = day or clock.business_date(tx.now)
    rows = await tx.fetch(DUE, tx.org_id, store_id, until, str(clock.zone))
    return DeliveriesDue(items=[_due(row) for row in rows])


def _due(row: asyncpg.Record) -> DeliveryDueOut:
    columns = dict[str, Any](row)
    columns["state"] = OrderState(columns["state"])
    return DeliveryDueOut(**columns)
