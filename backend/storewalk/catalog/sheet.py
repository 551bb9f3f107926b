"""Products as rows of a sheet: names and codes instead of ids; what a sheet leaves out stays as it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType, structs

from storewalk.catalog import hot, queries
from storewalk.catalog.barcode import gtin
from storewalk.catalog.events import ProductsImported
from storewalk.catalog.models import ProductStatus
from storewalk.catalog.records import Edits, Names, ProductRecord, change, faults, new_record
from storewalk.catalog.schemas import CategoryOut, Pack, ProductForm
from storewalk.catalog.service import write
from storewalk.core.bulk import LineFault, Options, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.pinyin import initials
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx, Tx

NOWHERE = UUID(int=0)
UNNAMED = Words("-", "-")


class ProductLine(Struct, frozen=True, kw_only=True):
    """A product in a sheet; its category by code, or by its Chinese name where no other has it."""

    code: str
    name_zh: str | UnsetType = UNSET
    name_en: str | UnsetType | None = UNSET
    pinyin: str | UnsetType | None = UNSET
    category: str | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    packs: list[Pack] | UnsetType = UNSET
    barcodes: list[str] | UnsetType = UNSET
    price_cents: int | UnsetType = UNSET
    status: ProductStatus | UnsetType = UNSET


class _Plan(Struct):
    form: ProductForm
    record: ProductRecord | None


async def give_out(tx: AnyTx) -> list[ProductLine]:
    """Return all products as rows."""
    labels = _labels(await queries.list_categories(tx))
    return [
        ProductLine(
            code=out.code,
            name_zh=out.name.zh,
            name_en=out.name.en,
            pinyin=out.pinyin,
            category=labels[out.category_id],
            unit=out.unit,
            packs=[Pack(unit=pack.unit, quantity=Decimal(pack.quantity)) for pack in out.packs],
            barcodes=out.barcodes,
            price_cents=out.price_cents,
            status=out.status,
        )
        for out in await hot.every_product(tx)
    ]


async def options(tx: AnyTx) -> dict[str, Options]:
    """Return what a row may name: categories and units."""
    categories = await queries.list_categories(tx)
    return {
        "category": Options(list(_labels(categories).values()), frozenset(_by_label(categories))),
        "unit": Options([unit.code for unit in await queries.list_units(tx)]),
    }


async def take_in(tx: Tx, lines: Sequence[tuple[int, ProductLine]], *, dry_run: bool) -> Outcome:
    """Add the products that are new by their code and change those that differ, all or, with any fault, none.

    The numbers beside the lines are the rows that faults name. A dry run only tells what would happen. Of two
    sheets at once with a code in common the second finds what the first has made.
    """
    await lock_names(tx, "product_code", (line.code for _, line in lines))
    names, categories = await queries.names(tx), _by_label(await queries.list_categories(tx))
    units = {unit_id: code for code, unit_id in names.units.items()}
    records = {record.product.code: record for record in await queries.lock_records(tx)}
    listed = {line.code for _, line in lines}
    bearers = {b.gtin: code for code, r in records.items() if code not in listed for b in r.barcodes}
    found: list[LineFault] = []
    plans: list[_Plan] = []
    same, seen = 0, set[str]()
    for row, line in lines:
        record = records.get(line.code)
        before = _form(record, units) if record else None
        form = _merged(line, before, categories)
        wrong = [*_missing(line, before), *_twice(line, seen), *_taken(form, bearers), *faults(form, names)]
        found += [LineFault(row, _as_in_sheet(fault)) for fault in wrong]
        if form == before:
            same += 1
        else:
            plans.append(_Plan(form, record))
    if found:
        return Outcome(faults=_first_of_each(found))
    created = sum(plan.record is None for plan in plans)
    if plans and not dry_run:
        await _apply(tx, plans, names)
        tx.record(ProductsImported(subject_id=new_id(), created=created, updated=len(plans) - created))
    return Outcome(created=created, updated=len(plans) - created, unchanged=same)


async def _apply(tx: Tx, plans: Sequence[_Plan], names: Names) -> None:
    edits = Edits()
    for plan in plans:
        if plan.record is None:
            record, rows = new_record(tx.org_id, new_id(), plan.form, names)
            tx.session.add(record.product)
            edits.added += rows.added
        elif change(plan.record, plan.form, names, edits):
            plan.record.product.changed_at = tx.now
    await write(tx, edits)


def _form(record: ProductRecord, units: Mapping[UUID, str]) -> ProductForm:
    """Return what a product is, as the form that would leave it so."""
    product = record.product
    form = ProductForm(
        code=product.code,
        name=product.name,
        pinyin=None if product.pinyin == initials(product.name.zh) else product.pinyin,
        category_id=product.category_id,
        unit=units[product.unit_id],
        packs=[Pack(unit=units[pack.unit_id], quantity=pack.quantity) for pack in record.packs],
        barcodes=[barcode.code for barcode in record.barcodes],
        price_cents=product.price_cents,
        status=product.status,
    )
    return _in_order(form)


def _merged(line: ProductLine, before: ProductForm | None, categories: Mapping[str, UUID]) -> ProductForm:
    form = before or ProductForm(code=line.code, name=UNNAMED, category_id=NOWHERE, unit="", price_cents=0)
    given: dict[str, Any] = {
        name: value
        for name in ("pinyin", "unit", "packs", "barcodes", "price_cents", "status")
        if (value := getattr(line, name)) is not UNSET
    }
    zh = form.name.zh if line.name_zh is UNSET else line.name_zh
    en = form.name.en if line.name_en is UNSET and before else line.name_en or zh
    given["name"] = Words(zh, zh if en is UNSET else en)
    if line.category is not UNSET:
        given["category_id"] = categories.get(line.category, NOWHERE)
    if given.get("pinyin") == initials(zh):
        given["pinyin"] = None
    return _in_order(structs.replace(form, **given))


def _in_order(form: ProductForm) -> ProductForm:
    """Packs and barcodes are sets: in one order, equal ones compare equal."""
    packs = sorted(form.packs, key=lambda pack: (pack.quantity, pack.unit))
    return structs.replace(form, packs=packs, barcodes=sorted(form.barcodes))


def _missing(line: ProductLine, before: ProductForm | None) -> Iterable[FieldError]:
    if before is None:
        for name, field in (("name_zh", "nameZh"), ("price_cents", "price")):
            if getattr(line, name) is UNSET:
                yield FieldError(field, "catalog.new_needs")


def _twice(line: ProductLine, seen: set[str]) -> Iterable[FieldError]:
    if line.code in seen:
        yield FieldError("code", "catalog.code_twice", {"code": line.code})
    seen.add(line.code)


def _taken(form: ProductForm, bearers: dict[str, str]) -> Iterable[FieldError]:
    """Yield the barcodes that an earlier row or a product outside the file bears, and note those of this row."""
    for barcode in form.barcodes:
        holder = bearers.setdefault(gtin(barcode), form.code)
        if holder != form.code:
            yield FieldError("barcodes", "catalog.barcode_taken", {"barcode": barcode, "code": holder})


def _as_in_sheet(fault: FieldError) -> FieldError:
    return FieldError("category", fault.message_key, fault.params) if fault.field == "categoryId" else fault


def _first_of_each(found: list[LineFault]) -> list[LineFault]:
    """One fault for each row and field is enough to put it right."""
    return list({(each.row, each.fault.field): each for each in reversed(found)}.values())[::-1]


def _labels(categories: Sequence[CategoryOut]) -> dict[UUID, str]:
    bearers = Counter(label for each in categories for label in (each.name.zh, each.code))
    return {each.id: each.name.zh if bearers[each.name.zh] == 1 else each.code for each in categories}


def _by_label(categories: Sequence[CategoryOut]) -> dict[str, UUID]:
    return {label: each for each, label in _labels(categories).items()} | {each.code: each.id for each in categories}
