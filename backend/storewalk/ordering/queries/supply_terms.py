"""What differs at a store, and the levels of service, as forms show them."""

from decimal import Decimal
from typing import Final
from uuid import UUID

import asyncpg

from storewalk.core.quantities import plain as as_text
from storewalk.core.schemas import Page
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import require_within
from storewalk.ordering.permissions import READ_SUPPLY
from storewalk.ordering.queries.supply_parts import after, next_of, plain, words
from storewalk.ordering.queries.supply_read import Levels
from storewalk.ordering.supply_schemas import OrderRuleOut, TermsOut

TERMS: Final = """
SELECT p.id, p.code, p.name::text AS name, u.name::text AS unit_name, t.carried, t.must_order,
       trim_scale(t.capacity)::text AS capacity, trim_scale(t.keep_at_least)::text AS keep_at_least, t.version,
       p.search_code
FROM order_store_terms t
JOIN product p ON p.org_id = t.org_id AND p.id = t.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE t.org_id = $1 AND t.store_id = $2
  AND ($3::text IS NULL OR starts_with(p.search_code, $3) OR strpos(p.search_zh, $3) > 0
       OR strpos(p.search_en, $3) > 0 OR starts_with(p.pinyin, $3))
  AND ($4::text IS NULL OR (p.search_code, p.id) > ($4, $5))
ORDER BY p.search_code, p.id LIMIT $6"""
ONE: Final = TERMS.replace("ORDER BY", "AND p.id = $7 ORDER BY")
RULE: Final = "SELECT level_a, level_b, level_c, version FROM order_rule WHERE org_id = $1"


async def terms_of(tx: AnyTx, store_id: UUID, *, q: str | None, limit: int, cursor: str | None) -> Page[TermsOut]:
    """Return what differs at a store, by the product's code. Raises NotFound outside the reader's scope."""
    await require_within(tx, READ_SUPPLY, store_id)
    rows = await tx.fetch(TERMS, tx.org_id, store_id, plain(q), *after(cursor), limit + 1)
    return Page([_terms_out(row) for row in rows[:limit]], next_of(rows, limit))


async def terms_for(tx: Tx, store_id: UUID, product_id: UUID) -> TermsOut | None:
    """Return what differs at a store for a product."""
    await tx.flush()
    rows = await tx.fetch(ONE, tx.org_id, store_id, None, None, None, 1, product_id)
    return _terms_out(rows[0]) if rows else None


def _terms_out(row: asyncpg.Record) -> TermsOut:
    return TermsOut(
        product_id=row["id"],
        product_code=row["code"],
        product_name=words(row["name"]),
        unit_name=words(row["unit_name"]),
        carried=row["carried"],
        must_order=row["must_order"],
        capacity=row["capacity"],
        keep_at_least=row["keep_at_least"],
        version=row["version"],
    )


async def get_rule(tx: AnyTx) -> OrderRuleOut:
    """Return the levels of service in force; version 0 where the organization has set none."""
    row = await tx.fetchrow(RULE, tx.org_id)
    usual = [Decimal(each) / 1000 for each in (Levels().a, Levels().b, Levels().c)]
    level_a, level_b, level_c, version = row or (*usual, 0)
    return OrderRuleOut(level_a=as_text(level_a), level_b=as_text(level_b), level_c=as_text(level_c), version=version)
