"""The sources behind a store's suggestions: until when today an order is taken, what it may cost, when it arrives."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.ordering.queries.order_window import closes_at
from storewalk.ordering.suggestion_schemas import SuggestionSource
from storewalk.stores.api import StoreClock

SOURCES: Final = """
SELECT s.id, s.code, s.name, coalesce(p.name, w.name) AS origin_name, s.cut_off, s.sold_same_day, s.least_cents,
       d.budget_cents
FROM order_source s
LEFT JOIN supplier p ON p.org_id = s.org_id AND p.id = s.supplier_id
LEFT JOIN store w ON w.org_id = s.org_id AND w.id = s.warehouse_id
LEFT JOIN order_delivery d ON d.org_id = s.org_id AND d.source_id = s.id AND d.store_id = $2
WHERE s.org_id = $1 AND s.id = ANY ($3) ORDER BY s.cut_off, s.code"""
DAY: Final = timedelta(days=1)


async def sources_of(
    tx: AnyTx, clock: StoreClock, day: date, covers: Mapping[UUID, tuple[int, int]]
) -> list[SuggestionSource]:
    """Return the sources with these days of arrival and cover, by the hour at which they close."""
    rows = await tx.fetch(SOURCES, tx.org_id, clock.store_id, list(covers)) if covers else []
    found: list[SuggestionSource] = []
    for row in rows:
        arrival, cover = covers[row["id"]]
        sold_from = day + (arrival - 1) * DAY
        found.append(
            SuggestionSource(
                id=row["id"],
                code=row["code"],
                name=row["name"],
                origin_name=row["origin_name"],
                cut_off_at=closes_at(clock, day, row["cut_off"]),
                arrives_on=sold_from if row["sold_same_day"] else sold_from - DAY,
                sold_from=sold_from,
                cover_days=cover,
                least_cents=row["least_cents"],
                budget_cents=row["budget_cents"],
            )
        )
    return found
