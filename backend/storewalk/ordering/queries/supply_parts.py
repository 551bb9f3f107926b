"""What belongs to a source, as lists show it: deliveries by store, dated days, offers."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.core.schemas import Page, Words, decode_after, encode_after
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import READ_SUPPLY
from storewalk.ordering.queries.supply_sources import require_source
from storewalk.ordering.supply_models import ServiceClass
from storewalk.ordering.supply_schemas import DeliveryDayOut, OfferOut, StoreDeliveryOut

DELIVERIES: Final = f"""
SELECT s.id, s.code, s.name, r.name AS region_name, coalesce(d.weekdays, 0) AS weekdays, d.budget_cents,
       coalesce(d.version, 0) AS version, s.search_code
FROM store s JOIN region r ON r.org_id = s.org_id AND r.id = s.region_id
LEFT JOIN order_delivery d ON d.org_id = s.org_id AND d.store_id = s.id AND d.source_id = $3
WHERE s.org_id = $1 AND {lies_below("s", "s.id", "$2")}
  AND (d.store_id IS NOT NULL OR $4 AND s.status <> 'closed' AND s.kind = 'store')
  AND ($5::text IS NULL OR starts_with(s.search_code, $5) OR strpos(s.search_name, $5) > 0
       OR starts_with(s.search_pinyin, $5))
  AND ($6::text IS NULL OR (s.search_code, s.id) > ($6, $7))
ORDER BY s.search_code, s.id LIMIT $8"""
DAYS: Final = """
SELECT day, delivers FROM order_delivery_day WHERE org_id = $1 AND source_id = $2 AND day >= $3
ORDER BY day LIMIT 400"""
OFFERS: Final = """
SELECT p.id, p.code, p.name::text AS name, u.name::text AS unit_name, p.status = 'active' AS active, p.price_cents,
       trim_scale(f.pack_quantity)::text AS pack_quantity, f.pack_cents, trim_scale(f.least)::text AS least,
       trim_scale(f.most)::text AS most, f.life_days, f.service_class, f.rank, f.version,
       p.search_code
FROM order_offer f
JOIN product p ON p.org_id = f.org_id AND p.id = f.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE f.org_id = $1 AND f.source_id = $2
  AND ($3::text IS NULL OR starts_with(p.search_code, $3) OR strpos(p.search_zh, $3) > 0
       OR strpos(p.search_en, $3) > 0 OR starts_with(p.pinyin, $3))
  AND ($4::text IS NULL OR (p.search_code, p.id) > ($4, $5))
ORDER BY p.search_code, p.id LIMIT $6"""
ONE_DELIVERY: Final = DELIVERIES.replace("ORDER BY", "AND s.id = $9 ORDER BY")
ONE_OFFER: Final = OFFERS.replace("ORDER BY", "AND p.id = $7 ORDER BY")
SHOWN_BEFORE: Final = timedelta(days=7)
WEEK: Final = range(7)


class After(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended: code and id of its last store or product."""

    code: str
    id: UUID


async def deliveries_of(
    tx: AnyTx, source_id: UUID, *, every: bool, q: str | None, limit: int, cursor: str | None
) -> Page[StoreDeliveryOut]:
    """Return the stores in the reader's scope that a source delivers to, by code; `every`: the others as well.

    Raises NotFound.
    """
    await require_source(tx, source_id)
    paths = list(tx.actor.paths(READ_SUPPLY))
    rows = await tx.fetch(DELIVERIES, tx.org_id, paths, source_id, every, plain(q), *after(cursor), limit + 1)
    return Page([_delivery_out(row) for row in rows[:limit]], next_of(rows, limit))


async def delivery_at(tx: Tx, source_id: UUID, store_id: UUID) -> StoreDeliveryOut:
    """Return a store in the actor's scope as a source delivers to it, or does not."""
    await tx.flush()
    paths = list(tx.actor.paths(READ_SUPPLY))
    [row] = await tx.fetch(ONE_DELIVERY, tx.org_id, paths, source_id, True, None, None, None, 1, store_id)
    return _delivery_out(row)


async def offer_of(tx: Tx, source_id: UUID, product_id: UUID) -> OfferOut | None:
    """Return what a source offers of a product."""
    await tx.flush()
    rows = await tx.fetch(ONE_OFFER, tx.org_id, source_id, None, None, None, 1, product_id)
    return _offer_out(rows[0]) if rows else None


async def days_of(tx: AnyTx, source_id: UUID, first: date | None) -> list[DeliveryDayOut]:
    """Return the dated days of a source from `first` on, or those of the last week and to come. Raises NotFound."""
    await require_source(tx, source_id)
    first = first or tx.now.date() - SHOWN_BEFORE
    return [DeliveryDayOut(**dict(row)) for row in await tx.fetch(DAYS, tx.org_id, source_id, first)]


async def offers_of(tx: AnyTx, source_id: UUID, *, q: str | None, limit: int, cursor: str | None) -> Page[OfferOut]:
    """Return what a source offers, by the product's code. Raises NotFound."""
    await require_source(tx, source_id)
    rows = await tx.fetch(OFFERS, tx.org_id, source_id, plain(q), *after(cursor), limit + 1)
    return Page([_offer_out(row) for row in rows[:limit]], next_of(rows, limit))


def plain(q: str | None) -> str | None:
    """Return what is searched for as the search columns have it, or None."""
    return (q.strip().lower() or None) if q else None


def after(cursor: str | None) -> tuple[str | None, UUID | None]:
    """Return where the last page ended."""
    place = decode_after(cursor, After)
    return (place.code, place.id) if place else (None, None)


def next_of(rows: list[asyncpg.Record], limit: int) -> str | None:
    """Return the cursor of the next page."""
    return encode_after(After(rows[limit - 1]["search_code"], rows[limit - 1]["id"])) if len(rows) > limit else None


def weekdays_of(bits: int) -> list[int]:
    """Return weekdays, 1 being Monday, of their bits."""
    return [day + 1 for day in WEEK if bits >> day & 1]


def words(text: str) -> Words:
    """Read a text in two languages."""
    return msgspec.json.decode(text, type=Words)


def _delivery_out(row: asyncpg.Record) -> StoreDeliveryOut:
    return StoreDeliveryOut(
        store_id=row["id"],
        store_code=row["code"],
        store_name=row["name"],
        region_name=row["region_name"],
        weekdays=weekdays_of(row["weekdays"]),
        budget_cents=row["budget_cents"],
        version=row["version"],
    )


def _offer_out(row: asyncpg.Record) -> OfferOut:
    fields: dict[str, Any] = dict(row)
    del fields["search_code"]
    return OfferOut(
        product_id=fields.pop("id"),
        product_code=fields.pop("code"),
        product_name=words(fields.pop("name")),
        unit_name=words(fields.pop("unit_name")),
        service_class=ServiceClass(fields.pop("service_class")),
        **fields,
    )
