"""The products that findings of tasks are about."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Text, and_, cast, func, select

from storewalk.catalog.api import NamedProduct, product_label
from storewalk.core.tx import AnyTx
from storewalk.tasks.models import TaskFindingProduct
from storewalk.tasks.records import ProductRow


async def products_of(tx: AnyTx, finding_ids: Sequence[UUID]) -> dict[UUID, list[NamedProduct]]:
    """Return the products of some findings by finding, in their order; one about none has no entry."""
    if not finding_ids:
        return {}
    label, seen = product_label.subquery("label"), TaskFindingProduct
    found = (
        select(
            seen.finding_id.label("owner_id"),
            label.c.id,
            label.c.code,
            label.c.name,
            label.c.unit_name,
            cast(func.trim_scale(seen.quantity), Text).label("quantity"),
            seen.lot_code,
            seen.expires_on,
        )
        .join(label, and_(label.c.org_id == seen.org_id, label.c.id == seen.product_id))
        .where(seen.org_id == tx.org_id, seen.finding_id.in_(finding_ids))
        .order_by(seen.finding_id, seen.position)
    )
    products: dict[UUID, list[NamedProduct]] = {}
    for row in await tx.all(found, ProductRow):
        products.setdefault(row.owner_id, []).append(row.out())
    return products
