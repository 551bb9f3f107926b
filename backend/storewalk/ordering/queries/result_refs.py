"""Orders, deliveries, claims and sources, for other rooms to join: `ref = order_ref.subquery()`, on `org_id` and id."""

from sqlalchemy import select

from storewalk.ordering.fulfil_models import OrderClaim, OrderShipment
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.supply_models import OrderSource

order_ref = select(
    StoreOrder.org_id,
    StoreOrder.id,
    StoreOrder.store_id,
    StoreOrder.source_id,
    StoreOrder.day,
    StoreOrder.state,
    StoreOrder.expected_on,
    StoreOrder.submitted_at,
    StoreOrder.decided_at,
    StoreOrder.decided_by,
    StoreOrder.waited_s,
    StoreOrder.told_levels,
    StoreOrder.total_cents,
)
shipment_ref = select(
    OrderShipment.org_id,
    OrderShipment.id,
    OrderShipment.order_id,
    OrderShipment.number,
    OrderShipment.shipped_at,
    OrderShipment.received_at,
)
claim_ref = select(
    OrderClaim.org_id,
    OrderClaim.id,
    OrderClaim.order_id,
    OrderClaim.product_id,
    OrderClaim.kind,
    OrderClaim.state,
    OrderClaim.quantity,
    OrderClaim.value_cents,
    OrderClaim.settled_cents,
    OrderClaim.opened_at,
)
source_ref = select(OrderSource.org_id, OrderSource.id, OrderSource.code, OrderSource.name)
