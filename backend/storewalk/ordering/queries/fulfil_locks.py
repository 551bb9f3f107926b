"""What a step after the approval locks, and who may take it: the source's people or the store's."""

from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import is_within, rungs
from storewalk.ordering.fulfil_models import OrderClaim, OrderReceipt, OrderShipment, OrderShipmentLine
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.permissions import EDIT_SUPPLY, FULFIL_ORDER
from storewalk.ordering.queries.order_locks import known_order

SOURCE: Final = """
SELECT id, name, warehouse_id, least_cents, over_percent FROM order_source WHERE org_id = $1 AND id = $2"""

OPEN_CLAIMS: Final = "SELECT count(*) FROM order_claim WHERE org_id = $1 AND order_id = $2 AND state = 'open'"


class Origin(Struct, frozen=True):
    """Where an order's goods come from: a warehouse of the chain, or (None) a supplier; and what the source asks.

    It takes orders from `least_cents` on, and may bring `over_percent` too much where the chain's rule is not its own.
    """

    id: UUID
    name: str
    warehouse_id: UUID | None
    least_cents: int = 0
    over_percent: int | None = None


async def origin_of(tx: AnyTx, source_id: UUID) -> Origin:
    """Return a source."""
    row = await tx.fetchrow(SOURCE, tx.org_id, source_id)
    return Origin(**dict[str, Any](row or {}))


async def answers_for(tx: AnyTx, origin: Origin, store_id: UUID, permission: Permission = FULFIL_ORDER) -> bool:
    """Tell whether the actor acts for a source towards a store: at the warehouse, or as who keeps the supplier."""
    if origin.warehouse_id is not None:
        return await is_within(tx, permission, origin.warehouse_id)
    return await is_within(tx, EDIT_SUPPLY, store_id)


async def lock_for_source(tx: Tx, order_id: UUID) -> tuple[StoreOrder, Origin]:
    """Lock an order for a step of its source. Raises NotFound unless the actor acts for that."""
    order = await known_order(tx, order_id)
    if order is None:
        raise NotFound("ordering.no_order")
    origin = await origin_of(tx, order.source_id)
    if not await answers_for(tx, origin, order.store_id):
        raise NotFound("ordering.no_order")
    return order, origin


async def people_of(tx: AnyTx, origin: Origin, store_id: UUID) -> list[UUID]:
    """Return who answers for a source, the nearest."""
    if origin.warehouse_id is not None:
        return await nearest(tx, FULFIL_ORDER, origin.warehouse_id)
    return await nearest(tx, EDIT_SUPPLY, store_id)


async def nearest(tx: AnyTx, permission: Permission, node_id: UUID) -> list[UUID]:
    """Return who holds a permission nearest to a place."""
    return next(filter(None, await rungs(tx, permission, node_id)), [])


async def shipment_lines(tx: Tx, shipment_id: UUID) -> list[OrderShipmentLine]:
    """Return the lines of a delivery whose order is locked."""
    mine = (OrderShipmentLine.org_id == tx.org_id) & (OrderShipmentLine.shipment_id == shipment_id)
    await tx.flush()
    found = select(OrderShipmentLine).where(mine).order_by(OrderShipmentLine.position)
    return list(await tx.session.scalars(found.execution_options(populate_existing=True)))


async def shipment_of(tx: Tx, shipment_id: UUID) -> OrderShipment | None:
    """Return a delivery; whoever changes it has locked its order."""
    mine = (OrderShipment.org_id == tx.org_id) & (OrderShipment.id == shipment_id)
    await tx.flush()
    return (await tx.session.scalars(select(OrderShipment).where(mine))).one_or_none()


async def receipt_of(tx: Tx, receipt_id: UUID) -> OrderReceipt | None:
    """Return a receipt, if it was taken before."""
    mine = (OrderReceipt.org_id == tx.org_id) & (OrderReceipt.id == receipt_id)
    return (await tx.session.scalars(select(OrderReceipt).where(mine))).one_or_none()


async def open_claims(tx: Tx, order_id: UUID) -> int:
    """Return how many claims of an order are open."""
    await tx.flush()
    return int(await tx.raw.fetchval(OPEN_CLAIMS, tx.org_id, order_id) or 0)


async def lock_claim(tx: Tx, claim_id: UUID) -> OrderClaim | None:
    """Lock a claim."""
    mine = (OrderClaim.org_id == tx.org_id) & (OrderClaim.id == claim_id)
    found = select(OrderClaim).where(mine).with_for_update().execution_options(populate_existing=True)
    return (await tx.session.scalars(found)).one_or_none()
