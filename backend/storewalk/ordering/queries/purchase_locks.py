"""What a step of an order to a supplier locks, and who may take it."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import SEND_PURCHASE
from storewalk.ordering.purchase_models import PurchaseOrder, PurchasePart
from storewalk.ordering.queries.fulfil_locks import nearest
from storewalk.partners.api import OrderWay

WAY: Final = """
SELECT s.name, s.supplier_id, p.name AS supplier_name, s.least_cents, coalesce(y.way, 'file') AS way,
       coalesce(y.address, '') AS address, coalesce(y.language, 'zh') AS language
FROM order_source s JOIN supplier p ON p.org_id = s.org_id AND p.id = s.supplier_id
LEFT JOIN supplier_way y ON y.org_id = p.org_id AND y.supplier_id = p.id
WHERE s.org_id = $1 AND s.id = $2"""
ALL_WITHIN: Final = f"""NOT EXISTS (
    SELECT 1 FROM purchase_part t JOIN store_order o ON o.org_id = t.org_id AND o.id = t.order_id
    WHERE t.org_id = d.org_id AND t.purchase_id = d.id AND NOT {lies_below("o", "o.store_id", "$2")})"""
"""For an order to a supplier `d`: all stores behind it lie below the paths $2."""
SEEN: Final = f"SELECT d.id FROM purchase_order d WHERE d.org_id = $1 AND d.id = $3 AND {ALL_WITHIN}"


A_STORE: Final = """
SELECT o.store_id FROM purchase_part t JOIN store_order o ON o.org_id = t.org_id AND o.id = t.order_id
WHERE t.org_id = $1 AND t.purchase_id = $2 ORDER BY o.store_id LIMIT 1"""
SUPPLIER: Final = "SELECT name FROM supplier WHERE org_id = $1 AND id = $2"


class SupplyWay(Struct, frozen=True):
    """A supplier's source, and how the supplier gets its orders."""

    name: str
    supplier_id: UUID
    supplier_name: str
    least_cents: int
    way: OrderWay
    address: str
    language: str


async def way_of(tx: AnyTx, source_id: UUID) -> SupplyWay | None:
    """Return how a source's supplier gets its orders; None for a warehouse and for what is no source."""
    row = await tx.fetchrow(WAY, tx.org_id, source_id)
    if row is None:
        return None
    columns = dict[str, Any](row)
    columns["way"] = OrderWay(columns["way"])
    return SupplyWay(**columns)


async def lock_purchase(tx: Tx, purchase_id: UUID) -> PurchaseOrder | None:
    """Lock an order to a supplier, whoever asks. Stores' orders behind it are locked after it."""
    mine = (PurchaseOrder.org_id == tx.org_id) & (PurchaseOrder.id == purchase_id)
    await tx.flush()
    found = select(PurchaseOrder).where(mine).with_for_update().execution_options(populate_existing=True)
    return (await tx.session.scalars(found)).one_or_none()


async def lock_within(tx: Tx, purchase_id: UUID, permission: Permission) -> PurchaseOrder:
    """Lock an order to a supplier. Raises NotFound unless the actor holds `permission` at all stores behind it."""
    tx.require(permission)
    await require_seen(tx, purchase_id, permission)
    purchase = await lock_purchase(tx, purchase_id)
    if purchase is None:
        raise NotFound("ordering.no_purchase")
    return purchase


async def require_seen(tx: AnyTx, purchase_id: UUID, permission: Permission) -> None:
    """Raise NotFound unless the actor holds `permission` at all stores behind an order to a supplier."""
    if await tx.fetchrow(SEEN, tx.org_id, list(tx.actor.paths(permission)), purchase_id) is None:
        raise NotFound("ordering.no_purchase")


async def parts_of(tx: Tx, purchase_id: UUID) -> Sequence[PurchasePart]:
    """Return the parts of a locked order to a supplier."""
    mine = (PurchasePart.org_id == tx.org_id) & (PurchasePart.purchase_id == purchase_id)
    found = select(PurchasePart).where(mine).order_by(PurchasePart.order_id)
    return list(await tx.session.scalars(found.execution_options(populate_existing=True)))


async def people_behind(tx: Tx, purchase: PurchaseOrder) -> list[UUID]:
    """Return who sent an order to a supplier; of one that left by itself, who could have at one of its stores."""
    if purchase.sent_by is not None:
        return [purchase.sent_by]
    row = await tx.fetchrow(A_STORE, tx.org_id, purchase.id)
    return await nearest(tx, SEND_PURCHASE, row["store_id"]) if row else []


async def supplier_name(tx: Tx, purchase: PurchaseOrder) -> str:
    """Return the name of the supplier that an order goes to."""
    return await tx.raw.fetchval(SUPPLIER, tx.org_id, purchase.supplier_id) or ""
