"""A business day of a store as facts, by category: read from the ledger and the receipts, and written whole."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.analytics.result_models import COLUMNS
from storewalk.analytics.results.judging import HUNDRED, THOUSAND, Series, SoldDay
from storewalk.core.tx import Tx
from storewalk.sales import api as sales
from storewalk.stock import api as stock
from storewalk.stores.api import StoreClock

SUMS: Final = (
    "products", "out_days", "out_hundredths", "sales_cents", "cost_cents", "stock_cents", "perished_cents",
    "waste_cents",
)  # fmt: skip
ARRAYS: Final = tuple(f"{name}_of" for name in COLUMNS)
NAMES: Final = ("org_id", "store_id", "day", "category_id", *SUMS, "product_ids", *ARRAYS)
FORGET: Final = "DELETE FROM store_day_result WHERE org_id = $1 AND store_id = $2 AND day = $3"
KEEP: Final = f"""
INSERT INTO store_day_result ({", ".join(NAMES)}) VALUES ({", ".join(f"${n}" for n in range(1, len(NAMES) + 1))})"""
CARRIED: Final = """
SELECT DISTINCT p.id FROM store_day_result r CROSS JOIN unnest(r.product_ids, r.carried_of) AS p (id, carried)
WHERE r.org_id = $1 AND r.store_id = $2 AND p.carried AND r.day = (
    SELECT max(day) FROM store_day_result WHERE org_id = $1 AND store_id = $2 AND day < $3 AND products > 0)"""
SERIES: Final = """
SELECT r.day, p.id, p.sold, p.out
FROM store_day_result r CROSS JOIN unnest(r.product_ids, r.sold_of, r.out_of) AS p (id, sold, out)
WHERE r.org_id = $1 AND r.store_id = $2 AND r.day BETWEEN $3 AND $4 AND p.id = ANY ($5)"""


class Assortment(Struct, frozen=True):
    """What is known of products when a day is read: their categories, and those that are not to be had any more."""

    categories: Mapping[UUID, UUID]
    gone: Collection[UUID]


class ProductDay(Struct, frozen=True, kw_only=True, gc=False):
    """A product on a day, as it goes into the arrays."""

    product_id: UUID
    carried: bool
    sold: int
    out: int
    sales_cents: int
    cost_cents: int
    stock_cents: int
    perished_cents: int
    waste_cents: int


async def write_day(tx: Tx, clock: StoreClock, day: date, assortment: Assortment) -> None:
    """Write a day, in the place of what was known of it. A day on which the store was closed leaves nothing.

    What is carried goes on from the day before, so days are written in their order.
    """
    await tx.raw.execute(FORGET, tx.org_id, clock.store_id, day)
    products = await _products(tx, clock, day, assortment)
    by_category: defaultdict[UUID, list[ProductDay]] = defaultdict(list)
    for each in products:
        by_category[assortment.categories[each.product_id]].append(each)
    rows = [
        (tx.org_id, clock.store_id, day, category, *_sums(group), [each.product_id for each in group], *_arrays(group))
        for category, group in sorted(by_category.items())
    ]
    await tx.raw.executemany(KEEP, rows)


async def series_of(
    tx: Tx, store_id: UUID, days: tuple[date, date], product_ids: Collection[UUID]
) -> dict[UUID, Series]:
    """Return the days of products between two days, those included on which the store was open."""
    found: defaultdict[UUID, dict[date, SoldDay]] = defaultdict(dict)
    for day, product_id, sold, out in await tx.fetch(SERIES, tx.org_id, store_id, *days, list(product_ids)):
        found[product_id][day] = SoldDay(sold, out)
    return dict(found)


async def _products(tx: Tx, clock: StoreClock, day: date, assortment: Assortment) -> list[ProductDay]:
    span = clock.day(day)
    openings = clock.openings(day) if clock.hours else [span]
    facts = await stock.day_facts(tx, clock.store_id, day, span)
    if not openings and not any(each.sold for each in facts):
        return []
    begun = {row["id"] for row in await tx.fetch(CARRIED, tx.org_id, clock.store_id, day)}
    taken = await sales.taken_on(tx, clock.store_id, day, span[0])
    out = await stock.out_of_stock(tx, clock.store_id, openings)
    products: list[ProductDay] = []
    for each in sorted(facts, key=lambda fact: fact.product_id):
        share = round(out.get(each.product_id, 0.0) * HUNDRED)
        there = each.product_id in begun or share < HUNDRED or each.sold != 0 or each.left_quantity > 0
        carried = bool(openings) and there and each.product_id not in assortment.gone
        product = ProductDay(
            product_id=each.product_id,
            carried=carried,
            sold=int(each.sold * THOUSAND),
            out=share if carried and each.product_id in begun else 0,
            sales_cents=taken.get(each.product_id, 0),
            cost_cents=each.cost_cents,
            stock_cents=each.left_cents,
            perished_cents=each.perished_cents,
            waste_cents=each.waste_cents,
        )
        if carried or product.sold or product.sales_cents or product.stock_cents or product.waste_cents:
            products.append(product)
    return products


def _sums(group: Sequence[ProductDay]) -> list[int]:
    told = [sum(getattr(each, name) for each in group) for name in SUMS[3:]]
    carried = [each for each in group if each.carried]
    return [len(carried), sum(each.out > 0 for each in carried), sum(each.out for each in carried), *told]


def _arrays(group: Sequence[ProductDay]) -> list[list[int]]:
    return [[getattr(each, name) for each in group] for name in COLUMNS]
