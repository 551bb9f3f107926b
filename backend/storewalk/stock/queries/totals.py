"""What a list of stock adds up to: the same conditions, so that figures and rows agree."""

from typing import Any, Final
from uuid import UUID

import msgspec

from storewalk.core.schemas import Page, Words, decode_after, encode_after
from storewalk.core.tx import AnyTx
from storewalk.stock.queries.on_hand import ITEMS, Asked, filled, narrowed
from storewalk.stock.schemas import GroupedBy, StockGroup, StockTotals

SUMS: Final = """count(*) AS items, count(DISTINCT i.product_id) AS products, count(DISTINCT i.store_id) AS stores,
       coalesce(sum(i.value_cents), 0)::bigint AS value_cents,
       coalesce(sum(w.value_cents), 0)::bigint AS in_transit_cents,
       count(*) FILTER (WHERE i.quantity < 0) AS below_zero"""
ROWS: Final = f"""
FROM {ITEMS}
JOIN store s ON s.org_id = i.org_id AND s.id = i.store_id
JOIN product p ON p.org_id = i.org_id AND p.id = i.product_id
LEFT JOIN (
    SELECT store_id, product_id, sum(value_cents) AS value_cents
    FROM stock_transit WHERE org_id = $1 GROUP BY store_id, product_id
) w ON w.store_id = i.store_id AND w.product_id = i.product_id"""
TOTALS: Final = f"SELECT {SUMS} {ROWS} WHERE i.org_id = $1"
GROUPED: Final = {
    GroupedBy.STORE: ("s.id", "jsonb_build_object('zh', s.name, 'en', s.name)", ""),
    GroupedBy.REGION: (
        "g.id",
        "jsonb_build_object('zh', g.name, 'en', g.name)",
        "JOIN region g ON g.org_id = i.org_id AND g.id = s.region_id",
    ),
    GroupedBy.CATEGORY: ("g.id", "g.name", "JOIN category g ON g.org_id = i.org_id AND g.id = p.category_id"),
}
AFTER: Final = "SELECT * FROM ({0}) AS grouped WHERE (value_cents, id) < (${1}, ${2})"
ORDER: Final = "ORDER BY value_cents DESC, id DESC LIMIT ${0}"


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where a page of groups ended: those worth most come first."""

    value_cents: int
    id: UUID


async def totals(tx: AnyTx, asked: Asked) -> StockTotals:
    """Return what the rows of `on_hand` add up to over all pages. Raises NotFound for a store outside the scope."""
    sql, arguments = filled(TOTALS, tx.org_id, await narrowed(tx, asked))
    return StockTotals(**dict((await tx.fetch(sql, *arguments))[0]))


async def groups(tx: AnyTx, asked: Asked, by: GroupedBy, *, limit: int, cursor: str | None) -> Page[StockGroup]:
    """Return what the rows of `on_hand` add up to by store, region or category, those worth most first.

    Raises NotFound for a store outside the scope.
    """
    group, name, join = GROUPED[by]
    sql, arguments = filled(
        f"SELECT {group} AS id, ({name})::text AS name, {SUMS} {ROWS} {join} WHERE i.org_id = $1",
        tx.org_id,
        await narrowed(tx, asked),
    )
    sql = f"{sql} GROUP BY {group}, {name}"
    after = decode_after(cursor, Place)
    if after is not None:
        sql = AFTER.format(sql, len(arguments) + 1, len(arguments) + 2)
        arguments += [after.value_cents, after.id]
    rows = await tx.fetch(f"{sql} {ORDER.format(len(arguments) + 1)}", *arguments, limit + 1)
    shown = [_group(dict[str, Any](row)) for row in rows[:limit]]
    if len(rows) <= limit:
        return Page(shown, None)
    last = Place(shown[-1].value_cents, shown[-1].id)
    return Page(shown, encode_after(last))


def _group(columns: dict[str, Any]) -> StockGroup:
    columns["name"] = msgspec.json.decode(columns["name"], type=Words)
    return StockGroup(**columns)
