"""Add categories, units and products, and change a product."""

from typing import Any
from uuid import UUID

from storewalk.catalog import hot, queries
from storewalk.catalog.barcode import gtin
from storewalk.catalog.events import CategoryAdded, ProductAdded, ProductChanged, UnitAdded
from storewalk.catalog.models import Category, Product, Unit
from storewalk.catalog.records import Edits, Names, change, faults, new_record
from storewalk.catalog.schemas import AddCategory, AddProduct, AddUnit, ChangeProduct, ProductForm
from storewalk.core.errors import Conflict, FieldError, Invalid
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx


async def add_category(tx: Tx, form: AddCategory) -> Category:
    """Add a category. Raises Invalid for a code that is taken or a parent that is not there."""
    categories = {category.id: category.code for category in await queries.list_categories(tx)}
    if form.code in categories.values():
        raise Invalid("catalog.category_taken", field="code", code=form.code)
    if form.parent_id is not None and form.parent_id not in categories:
        raise Invalid("catalog.no_category", field="parentId")
    category = Category(
        org_id=tx.org_id, id=form.id or new_id(), parent_id=form.parent_id, code=form.code, name=form.name
    )
    tx.session.add(category)
    tx.record(CategoryAdded(subject_id=category.id))
    await tx.flush()
    return category


async def add_unit(tx: Tx, form: AddUnit) -> Unit:
    """Add a unit. Raises Invalid for a code that is taken."""
    if any(unit.code == form.code for unit in await queries.list_units(tx)):
        raise Invalid("catalog.unit_taken", field="code", unit=form.code)
    unit = Unit(org_id=tx.org_id, id=form.id or new_id(), code=form.code, name=form.name)
    tx.session.add(unit)
    tx.record(UnitAdded(subject_id=unit.id))
    await tx.flush()
    return unit


async def add_product(tx: Tx, form: AddProduct) -> Product:
    """Add a product with its packs and barcodes. Raises Invalid naming the fields that break a rule."""
    names = await queries.names(tx)
    await _check(tx, form, names, None)
    record, edits = new_record(tx.org_id, form.id or new_id(), form, names)
    tx.session.add(record.product)
    await tx.flush()
    tx.session.add_all(edits.added)
    tx.record(ProductAdded(subject_id=record.product.id, code=form.code))
    await tx.flush()
    return record.product


async def change_product(tx: Tx, product_id: UUID, form: ChangeProduct) -> Product:
    """Make a product what the form says.

    Raises NotFound, Conflict when somebody changed it meanwhile, Invalid naming the fields that break a rule.
    """
    record = await queries.lock_record(tx, product_id)
    product = record.product
    if product.version != form.if_version:
        raise Conflict("catalog.changed_meanwhile", current=await hot.get_product(tx, product_id))
    names = await queries.names(tx)
    await _check(tx, form, names, product_id)
    edits = Edits()
    if change(record, form, names, edits):
        product.changed_at = tx.now  # packs and barcodes are part of the product: its version counts
    await write(tx, edits)
    tx.record(ProductChanged(subject_id=product_id))
    await tx.flush()
    return product


async def write(tx: Tx, edits: Edits) -> None:
    """Delete what goes before adding what comes, so that a barcode may pass from one product to another."""
    for row in edits.gone:
        await tx.session.delete(row)
    await tx.flush()
    tx.session.add_all(edits.added)
    await tx.flush()


async def _check(tx: Tx, form: ProductForm, names: Names, own_id: UUID | None) -> None:
    found = list(faults(form, names))
    if await queries.product_with_code(tx, form.code) not in (None, own_id):
        found.append(FieldError("code", "catalog.code_taken", {"code": form.code}))
    numbers = {gtin(code): code for code in form.barcodes}
    for bearer in await queries.bearers(tx, list(numbers)):
        if bearer.product_id != own_id:
            params: dict[str, object] = {"barcode": numbers[bearer.gtin], "code": bearer.product_code}
            found.append(FieldError("barcodes", "catalog.barcode_taken", params))
    if found:
        first: dict[str, Any] = found[0].params
        raise Invalid(found[0].message_key, errors=found, **first)
