"""Offers as rows of a sheet: codes instead of ids; what a sheet leaves out stays as it is."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType, structs

from storewalk.catalog.api import goods_with_codes
from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.ids import new_id
from storewalk.core.tx import AnyTx, Tx
from storewalk.ordering.permissions import EDIT_SUPPLY
from storewalk.ordering.queries.supply_parts import words
from storewalk.ordering.service.supply.offers import FIELDS, faults, offers_of, write_offer
from storewalk.ordering.service.supply.sources import lock_sources
from storewalk.ordering.supply_events import OffersImported
from storewalk.ordering.supply_models import OrderOffer, ServiceClass
from storewalk.ordering.supply_schemas import OfferForm

NOTHING: Final = UUID(int=0)
NEEDED: Final = {"pack_quantity": "packQuantity", "pack_cents": "packCents"}
OFFERS: Final = """
SELECT s.code AS source, p.code AS product, p.name::text AS name, f.pack_quantity, f.pack_cents, f.least, f.most,
       f.life_days, f.service_class, f.rank
FROM order_offer f
JOIN order_source s ON s.org_id = f.org_id AND s.id = f.source_id
JOIN product p ON p.org_id = f.org_id AND p.id = f.product_id
WHERE f.org_id = $1 AND ($2::uuid IS NULL OR f.source_id = $2) ORDER BY s.code, p.search_code"""


class OfferLine(Struct, frozen=True, kw_only=True):
    """An offer in a sheet; the product's name is there for people, and is not read."""

    source: str
    product: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    pack_quantity: Decimal | UnsetType = UNSET
    pack_cents: int | UnsetType = UNSET
    least: Decimal | UnsetType = UNSET
    most: Decimal | UnsetType | None = UNSET
    life_days: int | UnsetType | None = UNSET
    service_class: ServiceClass | UnsetType = UNSET
    rank: int | UnsetType = UNSET


class _Plan(Struct):
    source_id: UUID
    form: OfferForm
    row: OrderOffer | None


async def give_out_offers(tx: AnyTx, source_id: UUID | None = None) -> list[OfferLine]:
    """Return the offers of a source, or of all, as rows."""
    locale = tx.actor.locale
    lines: list[OfferLine] = []
    for row in await tx.fetch(OFFERS, tx.org_id, source_id):
        fields: dict[str, Any] = dict(row)
        kind = ServiceClass(fields.pop("service_class"))
        name = words(fields.pop("name")).in_locale(locale)
        lines.append(OfferLine(name=name, service_class=kind, **fields))
    return lines


async def take_in_offers(tx: Tx, lines: Sequence[tuple[int, OfferLine]], *, dry_run: bool) -> Outcome:
    """Add the offers that are new by source and product and change those that differ, all or, with any fault, none."""
    tx.require(EDIT_SUPPLY)
    locked = await lock_sources(tx, {line.source for _, line in lines})
    sources = {code: source.id for code, source in locked.items()}
    codes = {line.product for _, line in lines if line.product is not UNSET}
    products = {code: goods.product_id for code, goods in (await goods_with_codes(tx, codes)).items()}
    rows = {
        (source_id, row.product_id): row
        for source_id in sources.values()
        for row in await offers_of(tx, source_id, list(products.values()))
    }
    found: list[LineFault] = []
    plans: dict[tuple[UUID, UUID], _Plan] = {}
    for number, line in lines:
        key, wrong = _key(line, sources, products)
        row = rows.get(key)
        form = _form(line, key[1], row)
        wrong += [FieldError(NEEDED[each], "ordering.new_needs") for each in NEEDED if _lacks(line, row, each)]
        wrong += [] if wrong else faults(form)
        if not wrong and key in plans:
            wrong.append(FieldError("product", "ordering.product_twice"))
        found += [LineFault(number, each) for each in wrong]
        plans[key] = _Plan(key[0], form, row)
    if found:
        return Outcome(faults=found)
    return _outcome(tx, list(plans.values()), dry_run=dry_run)


def _outcome(tx: Tx, plans: Sequence[_Plan], *, dry_run: bool) -> Outcome:
    created = sum(plan.row is None for plan in plans)
    changed = [plan for plan in plans if plan.row is None or _differs(plan.row, plan.form)]
    if changed and not dry_run:
        for plan in changed:
            write_offer(tx, plan.source_id, plan.row, plan.form)
        tx.record(OffersImported(subject_id=new_id(), created=created, updated=len(changed) - created))
    return Outcome(created=created, updated=len(changed) - created, unchanged=len(plans) - len(changed))


def _key(
    line: OfferLine, sources: Mapping[str, UUID], products: Mapping[str, UUID]
) -> tuple[tuple[UUID, UUID], list[FieldError]]:
    source_id = sources.get(line.source, NOTHING)
    product_id = NOTHING if line.product is UNSET else products.get(line.product, NOTHING)
    wrong: list[FieldError] = []
    if source_id == NOTHING:
        wrong.append(FieldError("source", "ordering.no_source"))
    if product_id == NOTHING:
        wrong.append(FieldError("product", "catalog.no_product"))
    return (source_id, product_id), wrong


def _lacks(line: OfferLine, row: OrderOffer | None, field: str) -> bool:
    return row is None and getattr(line, field) is UNSET


def _differs(row: OrderOffer, form: OfferForm) -> bool:
    return any(getattr(row, each) != getattr(form, each) for each in FIELDS)


def _form(line: OfferLine, product_id: UUID, row: OrderOffer | None) -> OfferForm:
    form = OfferForm(product_id=product_id, pack_quantity=Decimal(1), pack_cents=0)
    if row is not None:
        form = structs.replace(form, **{each: getattr(row, each) for each in FIELDS})
    given = {each: value for each in FIELDS if (value := getattr(line, each)) is not UNSET}
    return structs.replace(form, **given)
