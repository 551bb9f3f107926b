"""What is read of how suppliers get their orders."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.partners.models import OrderWay, SupplierWay
from storewalk.partners.way_schemas import SupplierWayOut

WAY: Final = """
SELECT s.id AS supplier_id, coalesce(y.way, 'file') AS way, coalesce(y.address, '') AS address,
       coalesce(y.language, 'zh') AS language, coalesce(y.automatic, false) AS automatic,
       y.test_asked_at, y.tested_at, coalesce(y.test_fault, '') AS test_fault, coalesce(y.version, 0) AS version
FROM supplier s LEFT JOIN supplier_way y ON y.org_id = s.org_id AND y.supplier_id = s.id
WHERE s.org_id = $1 AND s.id = $2"""


async def supplier_way(tx: AnyTx, supplier_id: UUID) -> SupplierWayOut:
    """Return how a supplier gets its orders. Raises NotFound."""
    row = await tx.fetchrow(WAY, tx.org_id, supplier_id)
    if row is None:
        raise NotFound("partners.no_supplier")
    columns = dict[str, Any](row)
    columns["way"] = OrderWay(columns["way"])
    return SupplierWayOut(**columns)


async def lock_way(tx: Tx, supplier_id: UUID) -> SupplierWay | None:
    """Lock what was set for a supplier."""
    mine = (SupplierWay.org_id == tx.org_id) & (SupplierWay.supplier_id == supplier_id)
    found = select(SupplierWay).where(mine).with_for_update().execution_options(populate_existing=True)
    return (await tx.session.scalars(found)).one_or_none()


async def sealed_secret(tx: AnyTx, supplier_id: UUID) -> str | None:
    """Return the encrypted secret of a supplier's receiver."""
    row = await tx.fetchrow(
        "SELECT secret FROM supplier_way WHERE org_id = $1 AND supplier_id = $2", tx.org_id, supplier_id
    )
    return row["secret"] if row else None
