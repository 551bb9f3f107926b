"""Products as notices speak of them."""

from collections.abc import Collection
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.catalog.api import product_label
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx


class Goods(Struct, frozen=True):
    """A product's name, and that of its unit."""

    id: UUID
    name: Words
    unit_name: Words


async def goods_of(tx: Tx, product_ids: Collection[UUID]) -> dict[UUID, Goods]:
    """Return products by id."""
    label = product_label.subquery("label")
    named = select(label.c.id, label.c.name, label.c.unit_name).where(
        label.c.org_id == tx.org_id, label.c.id.in_(product_ids)
    )
    return {product.id: product for product in await tx.all(named, Goods)}
