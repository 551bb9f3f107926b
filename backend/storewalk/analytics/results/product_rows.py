"""The products behind a store's day, and what changing suggestions brought by reason and by size."""

from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, select

from storewalk.analytics.permissions import RESULTS_READ
from storewalk.analytics.result_models import ChangeSize, OrderLineResult
from storewalk.analytics.results import figures
from storewalk.analytics.results.asked import Asked, part_of
from storewalk.analytics.results.judging import THOUSAND
from storewalk.analytics.results.outputs import OverrideRow, OverrideTables, ProductRow
from storewalk.analytics.results.rows import DayKind
from storewalk.analytics.results.sums import whole
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within
from storewalk.ordering.api import DeviationReason
from storewalk.stock import api as stock

# Names by index, in the order of their codes: the products of one category on one day are few enough for one page.
PRODUCTS: Final = """
SELECT f.id AS product_id, p.code AS product_code, p.name::text AS product_name, u.name::text AS unit_name,
       f.carried, f.sold, f.out AS out_hundredths, f.stock_cents, f.cost_cents, f.sales_cents, f.perished_cents,
       f.waste_cents
FROM store_day_result r
CROSS JOIN unnest(r.product_ids, r.carried_of, r.sold_of, r.out_of, r.stock_cents_of, r.cost_cents_of,
                  r.sales_cents_of, r.perished_cents_of, r.waste_cents_of)
    AS f (id, carried, sold, out, stock_cents, cost_cents, sales_cents, perished_cents, waste_cents)
JOIN product p ON p.org_id = r.org_id AND p.id = f.id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE r.org_id = $1 AND r.store_id = $2 AND r.day = $3 AND r.category_id = $4
  AND CASE $5 WHEN 'out' THEN f.out > 0 WHEN 'waste' THEN f.waste_cents <> 0 ELSE true END
ORDER BY p.search_code, p.id"""


async def product_rows(tx: AnyTx, store_id: UUID, day: date, category_id: UUID, kind: DayKind) -> list[ProductRow]:
    """Return the products of a category on a store's day. Raises NotFound outside the reader's scope."""
    await require_within(tx, RESULTS_READ, store_id)
    closed = await stock.closed_at(tx, [store_id])
    rows = await tx.fetch(PRODUCTS, tx.org_id, store_id, day, category_id, kind.value)
    return [_product(dict(row), closed=closed(store_id, row["product_id"])) for row in rows]


async def override_tables(tx: AnyTx, asked: Asked) -> OverrideTables:
    """Return what changing suggestions brought, by the reason given and by how much was changed."""
    part = await part_of(tx, asked)
    rows, seen = OrderLineResult.__table__, part.seen
    conditions = part.of(rows, source=rows.c.source_id, category=rows.c.category_id)

    async def by(key: ColumnElement[Any]) -> list[dict[str, Any]]:
        statement = (
            select(key.label("key"), *_sums())
            .join_from(rows, seen, seen.c.id == rows.c.store_id)
            .where(*conditions, part.days(rows.c.day), rows.c["size"].is_not(None), rows.c.system_cents.is_not(None))
            .group_by(key)
        )
        return await tx.all(statement, dict)

    reasons: dict[DeviationReason | None, dict[str, Any]] = {row["key"]: row for row in await by(rows.c.reason)}
    sizes: dict[ChangeSize, dict[str, Any]] = {row["key"]: row for row in await by(rows.c["size"])}
    return OverrideTables(
        by_reason=[
            OverrideRow(reason=reason, size=None, overrides=figures.overrides(reasons[reason]))
            for reason in (*DeviationReason, None)
            if reason in reasons
        ],
        by_size=[
            OverrideRow(reason=None, size=size, overrides=figures.overrides(sizes[size]))
            for size in ChangeSize
            if size in sizes
        ],
    )


def _sums() -> list[ColumnElement[Any]]:
    rows = OrderLineResult.__table__
    system, human = func.abs(rows.c.suggested - rows.c.needed), func.abs(rows.c.ordered - rows.c.needed)
    return [
        func.count().label("changed"),
        func.count().filter(human < system).label("helped"),
        func.count().filter(human > system).label("hurt"),
        whole(rows, "system_cents").label("changed_system_cents"),
        whole(rows, "human_cents").label("changed_human_cents"),
        func.sum(system).label("changed_system"),
        func.sum(human).label("changed_human"),
    ]


def _product(columns: dict[str, Any], *, closed: bool) -> ProductRow:
    for name in ("product_name", "unit_name"):
        columns[name] = msgspec.json.decode(columns[name], type=Words)
    columns["sold"] = plain(Decimal(columns["sold"]) / THOUSAND)
    if closed:
        columns["stock_cents"] = None
    return ProductRow(**columns)
