"""Sources as lists and forms show them."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor, Page, page
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import READ_SUPPLY
from storewalk.ordering.supply_models import SourceStatus
from storewalk.ordering.supply_schemas import SourceOut

SOURCES: Final = f"""
SELECT o.id, o.code, o.name, o.supplier_id, o.warehouse_id, coalesce(e.name, w.name) AS origin_name, o.lead_days,
       o.sold_same_day, to_char(o.cut_off, 'HH24:MI') AS cut_off, o.least_cents, o.over_percent, o.status,
       o.status = 'active' AND coalesce(e.status = 'active', w.status <> 'closed') AS serves,
       (SELECT count(*) FROM order_delivery d WHERE d.org_id = o.org_id AND d.source_id = o.id
        AND {lies_below("d", "d.store_id", "$2")}) AS stores,
       (SELECT count(*) FROM order_offer f WHERE f.org_id = o.org_id AND f.source_id = o.id) AS offers,
       o.version, o.recorded_at
FROM order_source o
LEFT JOIN supplier e ON e.org_id = o.org_id AND e.id = o.supplier_id
LEFT JOIN store w ON w.org_id = o.org_id AND w.id = o.warehouse_id
WHERE o.org_id = $1"""
ONE: Final = f"{SOURCES} AND o.id = $3"
MANY: Final = f"""{SOURCES}
  AND ($3::text IS NULL OR strpos(lower(o.name), $3) > 0 OR starts_with(lower(o.code), $3)
       OR strpos(lower(coalesce(e.name, w.name)), $3) > 0 OR starts_with(e.pinyin, $3))
  AND ($4::text IS NULL OR o.status = $4)
  AND ($5::uuid IS NULL OR EXISTS (
      SELECT 1 FROM order_delivery d WHERE d.org_id = o.org_id AND d.source_id = o.id AND d.store_id = $5
      AND {lies_below("d", "d.store_id", "$2")}))
  AND ($6::timestamptz IS NULL OR (o.recorded_at, o.id) > ($6, $7))
ORDER BY o.recorded_at, o.id LIMIT $8"""


async def get_source(tx: AnyTx, source_id: UUID) -> SourceOut:
    """Return a source. Raises NotFound."""
    row = await tx.fetchrow(ONE, tx.org_id, _paths(tx), source_id)
    if row is None:
        raise NotFound("ordering.no_source")
    return _source_out(row)


async def require_source(tx: AnyTx, source_id: UUID) -> None:
    """Raise NotFound unless there is such a source."""
    row = await tx.fetchrow("SELECT true FROM order_source WHERE org_id = $1 AND id = $2", tx.org_id, source_id)
    if row is None:
        raise NotFound("ordering.no_source")


async def list_sources(
    tx: AnyTx, *, q: str | None, status: SourceStatus | None, store: UUID | None, limit: int, after: Cursor | None
) -> Page[SourceOut]:
    """Return sources by their time of recording.

    `q` is a part of its name or its supplier's, or how a code or pinyin begins; `store` keeps those that deliver there.
    """
    sought = q.strip().lower() if q and q.strip() else None
    place = (after.at, after.id) if after else (None, None)
    rows = await tx.fetch(MANY, tx.org_id, _paths(tx), sought, status, store, *place, limit + 1)
    part = page(rows, limit, _place)
    return Page([_source_out(row) for row in part.items], part.next)


def _paths(tx: AnyTx) -> list[str]:
    return list(tx.actor.paths(READ_SUPPLY))


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["recorded_at"], row["id"]


def _source_out(row: asyncpg.Record) -> SourceOut:
    fields: dict[str, Any] = dict(row)
    del fields["recorded_at"]
    return SourceOut(status=SourceStatus(fields.pop("status")), **fields)
