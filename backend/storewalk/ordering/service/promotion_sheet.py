"""Promotions as rows of a sheet, one for each product: names and codes instead of ids."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct, convert, structs

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import PLAN_PROMOTION, READ_PROMOTIONS
from storewalk.ordering.promotion_models import PromotionKind
from storewalk.ordering.promotion_schemas import (
    AddPromotion,
    ChangePromotion,
    PromotedProduct,
    PromotionDetail,
    PromotionForm,
)
from storewalk.ordering.queries.promotion_list import read_promotion
from storewalk.ordering.service.promotion_plan import ROOT, add_promotion, change_promotion, faults

NOTHING: Final = UUID(int=0)
PRODUCTS: Final = "SELECT code, id FROM product WHERE org_id = $1 AND code = ANY ($2)"
PLACES: Final = f"""
SELECT n.id, n.name, s.code FROM scope_node n LEFT JOIN store s ON s.org_id = n.org_id AND s.id = n.id
WHERE n.org_id = $1 AND (n.name = ANY ($3) OR s.code = ANY ($3)) AND {lies_below("n", "n.id", "$2")}"""
KNOWN: Final = """
SELECT p.id, p.name, p.first_day FROM promotion p
WHERE p.org_id = $1 AND p.status = 'planned' AND p.name = ANY ($2) FOR UPDATE"""
EVERY: Final = f"""
SELECT p.name AS promotion, p.first_day, p.last_day, p.kind, g.code AS product, g.name ->> 'zh' AS name,
       coalesce(t.discount, p.discount)::float8 AS discount, p.uplift::float8,
       ARRAY(SELECT coalesce(s.code, n.name) FROM promotion_place o
             JOIN scope_node n ON n.org_id = o.org_id AND n.id = o.place_id
             LEFT JOIN store s ON s.org_id = n.org_id AND s.id = n.id
             WHERE o.org_id = $1 AND o.promotion_id = p.id ORDER BY n.path) AS places
FROM promotion p JOIN promotion_product t ON t.org_id = p.org_id AND t.promotion_id = p.id
JOIN product g ON g.org_id = t.org_id AND g.id = t.product_id
WHERE p.org_id = $1 AND p.status = 'planned' AND ('/' = ANY ($2::text[]) OR EXISTS (
    SELECT 1 FROM promotion_place o WHERE o.org_id = $1 AND o.promotion_id = p.id
      AND {lies_below("o", "o.place_id", "$2")}))
ORDER BY p.first_day, p.id, g.code"""


class PromotionLine(Struct, frozen=True, kw_only=True):
    """A product of a promotion in a sheet, by its code; the product's name is there for people, and is not read.

    Rows with one name and one first day are one promotion. Without places it runs in the whole chain.
    """

    promotion: str
    first_day: date
    last_day: date
    kind: PromotionKind = PromotionKind.PRICE
    product: str
    name: str | None = None
    discount: float | None = None
    uplift: float | None = None
    places: list[str] = []


Rows = list[tuple[int, PromotionLine]]
Key = tuple[str, date]
SHARED: Final = {"last_day": "lastDay", "kind": "kind", "uplift": "uplift", "places": "places"}
"""What all rows of a promotion say alike."""


async def give_out_promotions(tx: AnyTx) -> list[PromotionLine]:
    """Return the products of all planned promotions, past ones too, as rows."""
    rows = await tx.fetch(EVERY, tx.org_id, list(tx.actor.paths(READ_PROMOTIONS)))
    return [convert(dict(row), PromotionLine) for row in rows]


async def take_in_promotions(tx: Tx, lines: Sequence[tuple[int, PromotionLine]], *, dry_run: bool) -> Outcome:
    """Plan the promotions that are new by their name and first day, and change those that differ.

    All or, with any fault, none. What the sheet does not name stays as it is; the same sheet again does nothing. The
    numbers beside the lines are the rows that faults name; what is counted are rows, too.
    """
    tx.require(PLAN_PROMOTION)
    await lock_names(tx, "promotions", ["sheet"])
    groups: dict[Key, Rows] = defaultdict(list)
    for row, line in lines:
        groups[line.promotion.strip(), line.first_day].append((row, line))
    names = await _Names.read(tx, [line for _, line in lines])
    found: list[LineFault] = []
    plans: list[tuple[PromotionForm, PromotionDetail | None]] = []
    for key, rows in groups.items():
        form = _form(rows, names)
        found += [*_unlike(rows), *names.faults(rows), *_faults(form, rows, names, tx.now.date())]
        before = [await read_promotion(tx, each) for each in names.promotions.get(key, [])]
        found += [LineFault(rows[0][0], fault) for fault in _kept(form, before)]
        plans.append((form, before[0] if before else None))
    if found:
        return Outcome(faults=sorted(found, key=lambda each: each.row))
    return await _outcome(tx, plans, dry_run=dry_run)


class _Names(Struct):
    """The ids behind codes and names, several where a name is not one's alone, and whether the chain is the actor's."""

    products: Mapping[str, UUID]
    places: Mapping[str, set[UUID]]
    promotions: Mapping[Key, list[UUID]]
    all_stores: bool

    @classmethod
    async def read(cls, tx: Tx, lines: Sequence[PromotionLine]) -> "_Names":
        paths = list(tx.actor.paths(PLAN_PROMOTION))
        products = {
            row["code"]: row["id"] for row in await tx.fetch(PRODUCTS, tx.org_id, [line.product for line in lines])
        }
        places: dict[str, set[UUID]] = defaultdict(set)
        wanted = sorted({place for line in lines for place in line.places})
        for place_id, name, code in await tx.fetch(PLACES, tx.org_id, paths, wanted):
            for each in {name, code} & set(wanted):
                places[each].add(place_id)
        promotions: dict[Key, list[UUID]] = defaultdict(list)
        for row in await tx.fetch(KNOWN, tx.org_id, sorted({line.promotion.strip() for line in lines})):
            promotions[row["name"], row["first_day"]].append(row["id"])
        return cls(products, places, promotions, ROOT in paths)

    def faults(self, rows: Rows) -> Iterable[LineFault]:
        """Yield the first place of a promotion that nobody knows, or that several are called."""
        row, line = rows[0]
        if not line.places and not self.all_stores:
            yield LineFault(row, FieldError("places", "ordering.promotion_everywhere"))
        for place in line.places:
            if len(self.places.get(place, ())) != 1:
                key = "ordering.promotion_places" if place in self.places else "ordering.promotion_no_place"
                yield LineFault(row, FieldError("places", key, {"place": place}))
                return


def _form(rows: Rows, names: _Names) -> PromotionForm:
    """Return what the rows say: the price that most have is the promotion's, another one the product's own."""
    first = rows[0][1]
    usual = Counter(line.discount for _, line in rows).most_common(1)[0][0]
    return PromotionForm(
        name=first.promotion.strip(),
        kind=first.kind,
        first_day=first.first_day,
        last_day=first.last_day,
        discount=usual,
        uplift=first.uplift,
        place_ids=[each for place in first.places for each in names.places.get(place, ())],
        products=[
            PromotedProduct(
                product_id=names.products.get(line.product, NOTHING),
                discount=None if line.discount == usual else line.discount,
            )
            for _, line in rows
        ],
    )


def _unlike(rows: Rows) -> Iterable[LineFault]:
    """Yield the rows that say something else of their promotion than its first one."""
    first = rows[0][1]
    for row, line in rows[1:]:
        for name, field in SHARED.items():
            if getattr(line, name) != getattr(first, name):
                yield LineFault(row, FieldError(field, "ordering.promotion_unlike", {"row": rows[0][0]}))


def _kept(form: PromotionForm, before: Sequence[PromotionDetail]) -> Iterable[FieldError]:
    """Yield why the promotion that is there cannot become what the sheet says."""
    if len(before) > 1:
        yield FieldError("promotion", "ordering.promotion_same")
    for each in before:
        if not each.may_change:
            yield FieldError("promotion", "ordering.promotion_not_yours")
        elif each.reviewed_at is not None and each.uplift != form.uplift:
            yield FieldError("uplift", "ordering.promotion_measured")


def _faults(form: PromotionForm, rows: Rows, names: _Names, today: date) -> Iterable[LineFault]:
    for fault in faults(form, set(names.products.values()), today):
        parts = (fault.field or "").split(".")
        row = rows[int(parts[1])][0] if len(parts) > 1 else rows[0][0]
        field = {"productId": "product", "name": "promotion"}.get(parts[-1], parts[-1])
        yield LineFault(row, FieldError(field, fault.message_key, fault.params))


async def _outcome(tx: Tx, plans: Sequence[tuple[PromotionForm, PromotionDetail | None]], *, dry_run: bool) -> Outcome:
    created = updated = unchanged = 0
    for form, before in plans:
        rows = len(form.products)
        if before is None:
            created += rows
            if not dry_run:
                await add_promotion(tx, AddPromotion(**structs.asdict(form)))
        elif _same(form, before):
            unchanged += rows
        else:
            updated += rows
            if not dry_run:
                said = structs.asdict(structs.replace(form, note=before.note))
                await change_promotion(tx, before.id, ChangePromotion(**said, if_version=before.version))
    return Outcome(created=created, updated=updated, unchanged=unchanged)


def _same(form: PromotionForm, before: PromotionDetail) -> bool:
    """Tell whether a promotion is what the sheet says; products at the promotion's price are so in either way."""

    def prices(usual: float | None, products: Iterable[tuple[UUID, float | None]]) -> dict[UUID, float | None]:
        return {product: usual if own is None else own for product, own in products}

    said = [form.kind, form.last_day, form.uplift, set(form.place_ids)]
    is_so = [before.kind, before.last_day, before.uplift, {place.id for place in before.places}]
    return said == is_so and prices(form.discount, [(each.product_id, each.discount) for each in form.products]) == (
        prices(before.discount, [(each.id, each.discount) for each in before.products])
    )
