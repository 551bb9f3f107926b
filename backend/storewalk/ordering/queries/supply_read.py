"""All of a chain's supply at once, as the plan of orders needs it: one statement a table, rows into flat structs.

Quantities are thousandths of a base unit, levels of service thousandths, so that they go into arrays as they are.
"""

from collections.abc import Sequence
from datetime import date, time
from typing import Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.tx import AnyTx

SERVES: Final = """s.status = 'active' AND NOT EXISTS (
    SELECT 1 FROM supplier e WHERE e.org_id = s.org_id AND e.id = s.supplier_id AND e.status = 'ended')
  AND NOT EXISTS (SELECT 1 FROM store w WHERE w.org_id = s.org_id AND w.id = s.warehouse_id AND w.status = 'closed')"""
SOURCES: Final = f"""
SELECT s.id, s.warehouse_id, s.lead_days, s.sold_same_day, s.cut_off, s.least_cents FROM order_source s
WHERE s.org_id = $1 AND {SERVES} ORDER BY s.code"""
ACTIVE: Final = f"JOIN order_source s ON s.org_id = d.org_id AND s.id = d.source_id AND {SERVES}"
DELIVERIES: Final = f"""
SELECT d.source_id, d.store_id, d.weekdays, d.budget_cents FROM order_delivery d {ACTIVE}
WHERE d.org_id = $1 AND ($2::uuid[] IS NULL OR d.store_id = ANY ($2)) ORDER BY d.store_id, s.code"""
DAYS: Final = f"""
SELECT d.source_id, d.day, d.delivers FROM order_delivery_day d {ACTIVE}
WHERE d.org_id = $1 AND d.day >= $2 ORDER BY s.code, d.day"""
OFFERS: Final = f"""
SELECT d.source_id, d.product_id, (d.pack_quantity * 1000)::bigint, d.pack_cents, (d.least * 1000)::bigint,
       (d.most * 1000)::bigint, d.life_days, d.service_class, d.rank
FROM order_offer d {ACTIVE}
JOIN product p ON p.org_id = d.org_id AND p.id = d.product_id AND p.status = 'active'
WHERE d.org_id = $1 ORDER BY d.product_id, d.rank, s.code"""
LEVELS: Final = """
SELECT (level_a * 1000)::bigint, (level_b * 1000)::bigint, (level_c * 1000)::bigint FROM order_rule WHERE org_id = $1"""
TERMS: Final = """
SELECT store_id, product_id, carried, must_order, (capacity * 1000)::bigint, (keep_at_least * 1000)::bigint
FROM order_store_terms WHERE org_id = $1 AND store_id = ANY ($2) ORDER BY store_id, product_id"""


class Source(Struct, frozen=True):
    """A source from which orders are taken: it has not ended, nor its supplier, nor is its warehouse closed.

    `warehouse_id` is the chain's own warehouse that it is, if it is one.
    """

    id: UUID
    warehouse_id: UUID | None
    lead_days: int
    sold_same_day: bool
    cut_off: time
    least_cents: int


class Delivery(Struct, frozen=True, gc=False):
    """On which weekdays (bit 0 is Monday) a source delivers to a store, and what an order may cost."""

    source_id: UUID
    store_id: UUID
    weekdays: int
    budget_cents: int | None


class DeliveryDay(Struct, frozen=True, gc=False):
    """A day on which a source delivers, or does not, whatever its weekday says."""

    source_id: UUID
    day: date
    delivers: bool


class Offer(Struct, frozen=True, gc=False):
    """What an active source sells of an active product."""

    source_id: UUID
    product_id: UUID
    pack: int
    pack_cents: int
    least: int
    most: int | None
    life_days: int | None
    service_class: str
    rank: int


class Levels(Struct, frozen=True):
    """The levels of service of the classes, in thousandths; these where the organization has set none."""

    a: int = 970
    b: int = 950
    c: int = 900


class Supply(Struct, frozen=True):
    """Where goods come from. The offers of a product stand together, the best first: lowest rank, then code."""

    sources: list[Source]
    deliveries: list[Delivery]
    days: list[DeliveryDay]
    offers: list[Offer]
    levels: Levels


class StoreTerms(Struct, frozen=True, gc=False):
    """What differs at a store for a product."""

    store_id: UUID
    product_id: UUID
    carried: bool
    must_order: bool
    capacity: int | None
    keep_at_least: int


async def supply_of(tx: AnyTx, first: date, store_ids: Sequence[UUID] | None = None) -> Supply:
    """Return the active sources with all that plans need of them: deliveries to some stores or to all, dated days.

    Dated days are those from `first` on. In five statements, whatever the chain's size.
    """
    stores = None if store_ids is None else list(store_ids)
    return Supply(
        [Source(*row) for row in await tx.fetch(SOURCES, tx.org_id)],
        [Delivery(*row) for row in await tx.fetch(DELIVERIES, tx.org_id, stores)],
        [DeliveryDay(*row) for row in await tx.fetch(DAYS, tx.org_id, first)],
        [Offer(*row) for row in await tx.fetch(OFFERS, tx.org_id)],
        levels_of(await tx.fetchrow(LEVELS, tx.org_id)),
    )


def levels_of(row: asyncpg.Record | None) -> Levels:
    """Read the levels of service, or what holds without any."""
    return Levels() if row is None else Levels(*row)


async def store_terms(tx: AnyTx, store_ids: Sequence[UUID]) -> list[StoreTerms]:
    """Return what differs at some stores, by store and product."""
    return [StoreTerms(*row) for row in await tx.fetch(TERMS, tx.org_id, list(store_ids))]
