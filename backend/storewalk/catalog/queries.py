"""What the services and other rooms read of the catalogue."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute

from storewalk.catalog.models import Category, Product, ProductBarcode, ProductPack, Unit
from storewalk.catalog.records import Names, ProductRecord
from storewalk.catalog.schemas import CategoryOut, UnitOut
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx

Row = TypeVar("Row", ProductPack, ProductBarcode)

product_ref = select(Product.org_id, Product.id, Product.code, Product.name, Product.price_cents, Product.status)
"""A product's names, for other rooms to join: `ref = product_ref.subquery()`, on `org_id` and `id`."""

product_label = (
    select(
        Product.org_id,
        Product.id,
        Product.code,
        Product.name,
        Product.category_id,
        Product.price_cents,
        Category.name.label("category_name"),
        Unit.code.label("unit"),
        Unit.name.label("unit_name"),
    )
    .join(Category, (Category.org_id == Product.org_id) & (Category.id == Product.category_id))
    .join(Unit, (Unit.org_id == Product.org_id) & (Unit.id == Product.unit_id))
)
"""A product as lists name it, with its category and its unit; joined as `product_ref` is."""


category_ref = select(Category.org_id, Category.id, Category.code, Category.name)
"""A category's names, for other rooms to join."""


async def categories_below(tx: AnyTx, category_id: UUID) -> list[UUID]:
    """Return a category's id and those of all below it."""
    below = select(Category.id).where(Category.id == category_id).cte(recursive=True)
    below = below.union(select(Category.id).where(Category.parent_id == below.c.id))
    return await tx.scalars(select(below.c.id))


async def products_below(tx: AnyTx, category_ids: Sequence[UUID]) -> set[UUID]:
    """Return the products in categories and in those below them."""
    below = select(Category.id).where(Category.id.in_(category_ids)).cte(recursive=True)
    below = below.union(select(Category.id).where(Category.parent_id == below.c.id))
    return set(await tx.scalars(select(Product.id).where(Product.category_id.in_(select(below.c.id)))))


async def product_categories(tx: AnyTx) -> dict[UUID, UUID]:
    """Return the category of every product, in the order in which products came."""
    rows = await tx.fetch("SELECT id, category_id FROM product WHERE org_id = $1 ORDER BY recorded_at, id", tx.org_id)
    return {row["id"]: row["category_id"] for row in rows}


async def known_products(tx: AnyTx, product_ids: Iterable[UUID]) -> set[UUID]:
    """Return those of some ids that are products."""
    rows = await tx.fetch("SELECT id FROM product WHERE org_id = $1 AND id = ANY ($2)", tx.org_id, list(product_ids))
    return {row["id"] for row in rows}


async def list_categories(tx: AnyTx) -> list[CategoryOut]:
    """Return all categories by code."""
    statement = select(Category.id, Category.parent_id, Category.code, Category.name).order_by(Category.code)
    return await tx.all(statement, CategoryOut)


async def list_units(tx: AnyTx) -> list[UnitOut]:
    """Return all units by code."""
    return await tx.all(select(Unit.id, Unit.code, Unit.name).order_by(Unit.code), UnitOut)


async def names(tx: AnyTx) -> Names:
    """Return what a product's form may refer to."""
    categories = await tx.scalars(select(Category.id))
    return Names(frozenset(categories), {unit.code: unit.id for unit in await list_units(tx)})


async def product_with_code(tx: AnyTx, code: str) -> UUID | None:
    """Return the product with that code."""
    return next(iter(await tx.scalars(select(Product.id).where(Product.code == code))), None)


class Bearer(Struct, frozen=True):
    """Which product bears a barcode."""

    gtin: str
    product_id: UUID
    product_code: str


async def bearers(tx: AnyTx, gtins: list[str] | None = None) -> list[Bearer]:
    """Return who bears these barcodes, or all of them."""
    statement = select(ProductBarcode.gtin, ProductBarcode.product_id, Product.code.label("product_code")).join(
        Product, (Product.org_id == ProductBarcode.org_id) & (Product.id == ProductBarcode.product_id)
    )
    if gtins is not None:
        statement = statement.where(ProductBarcode.gtin.in_(gtins))
    return await tx.all(statement, Bearer)


async def lock_record(tx: Tx, product_id: UUID) -> ProductRecord:
    """Lock a product and return it with its packs and barcodes. Raises NotFound."""
    records = await _records(tx, select(Product).where(Product.id == product_id))
    if not records:
        raise NotFound("catalog.no_product")
    return records[0]


async def lock_records(tx: Tx) -> list[ProductRecord]:
    """Lock all products, in the order of their ids, and return them with their packs and barcodes."""
    return await _records(tx, select(Product))


async def _records(tx: Tx, products: Select[Product]) -> list[ProductRecord]:
    locked = products.order_by(Product.id).with_for_update().execution_options(populate_existing=True)
    records = {product.id: ProductRecord(product) for product in await tx.session.scalars(locked)}
    chosen = list(records) if len(records) == 1 else None
    for pack in await tx.session.scalars(_of(select(ProductPack), ProductPack.product_id, chosen)):
        records[pack.product_id].packs.append(pack)
    for barcode in await tx.session.scalars(_of(select(ProductBarcode), ProductBarcode.product_id, chosen)):
        records[barcode.product_id].barcodes.append(barcode)
    return list(records.values())


def _of(statement: Select[Row], column: InstrumentedAttribute[UUID], chosen: list[UUID] | None) -> Select[Row]:
    return statement if chosen is None else statement.where(column.in_(chosen))
