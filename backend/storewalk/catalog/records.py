"""A product with its packs and barcodes, and how a form changes them; the same for one product and for thousands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.barcode import gtin, kind_of
from storewalk.catalog.models import Product, ProductBarcode, ProductPack
from storewalk.catalog.schemas import ProductForm
from storewalk.core.errors import FieldError
from storewalk.core.pinyin import initials
from storewalk.core.quantities import is_quantity


class Names(Struct, frozen=True):
    """What a form may refer to: categories by id, and the ids of units by code."""

    categories: frozenset[UUID]
    units: Mapping[str, UUID]


@dataclass
class ProductRecord:
    """A product's row and the rows of its packs and barcodes."""

    product: Product
    packs: list[ProductPack] = field(default_factory=list[ProductPack])
    barcodes: list[ProductBarcode] = field(default_factory=list[ProductBarcode])


@dataclass
class Edits:
    """Rows to delete before, and to add after, what was changed is flushed."""

    gone: list[ProductPack | ProductBarcode] = field(default_factory=list["ProductPack | ProductBarcode"])
    added: list[ProductPack | ProductBarcode] = field(default_factory=list["ProductPack | ProductBarcode"])


def faults(form: ProductForm, names: Names) -> Iterable[FieldError]:
    """Yield what is wrong with a form beyond its shape."""
    if form.category_id not in names.categories:
        yield FieldError("categoryId", "catalog.no_category")
    if form.unit not in names.units:
        yield FieldError("unit", "catalog.no_unit", {"unit": form.unit})
    seen = {form.unit}
    for pack in form.packs:
        if pack.unit not in names.units:
            yield FieldError("packs", "catalog.no_unit", {"unit": pack.unit})
        elif pack.unit in seen:
            yield FieldError("packs", "catalog.unit_twice", {"unit": pack.unit})
        if not is_quantity(pack.quantity):
            yield FieldError("packs", "catalog.bad_quantity", {"unit": pack.unit})
        seen.add(pack.unit)
    numbers: set[str] = set()
    for code in form.barcodes:
        if kind_of(code) is None:
            yield FieldError("barcodes", "catalog.bad_barcode", {"barcode": code})
        elif gtin(code) in numbers:
            yield FieldError("barcodes", "catalog.barcode_twice", {"barcode": code})
        numbers.add(gtin(code))


def new_record(org_id: UUID, product_id: UUID, form: ProductForm, names: Names) -> tuple[ProductRecord, Edits]:
    """Make the rows of a new product."""
    record = ProductRecord(Product(org_id=org_id, id=product_id))
    _describe(record.product, form, names)
    edits = Edits()
    _settle_packs(record, form, names, edits)
    _settle_barcodes(record, form, edits)
    return record, edits


def change(record: ProductRecord, form: ProductForm, names: Names, edits: Edits) -> bool:
    """Make the rows say what the form says, collecting in `edits` what comes and goes; tell whether anything did."""
    before = len(edits.gone) + len(edits.added)
    _describe(record.product, form, names)
    repacked = _settle_packs(record, form, names, edits)
    _settle_barcodes(record, form, edits)
    return repacked or len(edits.gone) + len(edits.added) > before


def _describe(product: Product, form: ProductForm, names: Names) -> None:
    product.category_id, product.unit_id = form.category_id, names.units[form.unit]
    product.code, product.name = form.code, form.name
    product.pinyin = form.pinyin or initials(form.name.zh)
    product.search_code = form.code.lower()
    product.search_zh, product.search_en = form.name.zh.lower(), form.name.en.lower()
    product.price_cents, product.status = form.price_cents, form.status


def _settle_packs(record: ProductRecord, form: ProductForm, names: Names, edits: Edits) -> bool:
    wanted = {names.units[pack.unit]: pack.quantity for pack in form.packs}
    resized = False
    for row in list(record.packs):
        quantity = wanted.pop(row.unit_id, None)
        if quantity is None:
            record.packs.remove(row)
            edits.gone.append(row)
        elif row.quantity != quantity:
            row.quantity, resized = quantity, True
    for unit_id, quantity in wanted.items():
        product = record.product
        record.packs.append(
            ProductPack(org_id=product.org_id, product_id=product.id, unit_id=unit_id, quantity=quantity)
        )
        edits.added.append(record.packs[-1])
    return resized


def _settle_barcodes(record: ProductRecord, form: ProductForm, edits: Edits) -> None:
    held = {row.code for row in record.barcodes}
    for row in list(record.barcodes):
        if row.code not in form.barcodes:
            record.barcodes.remove(row)
            edits.gone.append(row)
    for code in form.barcodes:
        if code not in held:
            product = record.product
            record.barcodes.append(
                ProductBarcode(org_id=product.org_id, product_id=product.id, code=code, gtin=gtin(code))
            )
            edits.added.append(record.barcodes[-1])
