"""Which limits a product has: those of the nearest category above it that has its own, else the organization's."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.schemas.rules import CategoryLimits

READ: Final = """
SELECT category_id, recount_quantity, recount_cents, recount_percent FROM count_category_rule
WHERE org_id = $1 ORDER BY category_id"""
FORGET: Final = "DELETE FROM count_category_rule WHERE org_id = $1"
KEEP: Final = """
INSERT INTO count_category_rule (org_id, category_id, recount_quantity, recount_cents, recount_percent)
SELECT $1, n.* FROM unnest($2::uuid[], $3::numeric[], $4::bigint[], $5::bigint[]) AS n"""
NEAREST: Final = """
WITH RECURSIVE above AS (
    SELECT c.id, c.id AS nearest, c.parent_id FROM category c WHERE c.org_id = $1
    UNION ALL
    SELECT a.id, p.id, p.parent_id FROM above a JOIN category p ON p.org_id = $1 AND p.id = a.parent_id
    WHERE NOT a.nearest = ANY ($3))
SELECT p.id AS product_id, a.nearest FROM above a JOIN product p ON p.org_id = $1 AND p.category_id = a.id
WHERE p.id = ANY ($2) AND a.nearest = ANY ($3)"""
KNOWN: Final = "SELECT count(*) FROM category WHERE org_id = $1 AND id = ANY ($2)"


async def category_limits(tx: AnyTx) -> list[CategoryLimits]:
    """Return the limits that categories have."""
    return [CategoryLimits(**dict(row)) for row in await tx.fetch(READ, tx.org_id)]


async def own_limits(
    tx: AnyTx, categories: Sequence[CategoryLimits], product_ids: Collection[UUID]
) -> Mapping[UUID, CategoryLimits]:
    """Return the limits of those products that have others than the organization's."""
    of = {each.category_id: each for each in categories}
    if not of:
        return {}
    rows = await tx.fetch(NEAREST, tx.org_id, list(product_ids), list(of))
    return {row["product_id"]: of[row["nearest"]] for row in rows}


async def are_categories(tx: AnyTx, ids: Collection[UUID]) -> bool:
    """Tell whether all of some ids are categories."""
    return await tx.raw.fetchval(KNOWN, tx.org_id, list(ids)) == len(ids)


async def keep_limits(tx: Tx, limits: Sequence[CategoryLimits]) -> None:
    """Replace the limits of all categories."""
    await tx.fetch(FORGET, tx.org_id)
    await tx.fetch(
        KEEP,
        tx.org_id,
        [each.category_id for each in limits],
        [each.recount_quantity for each in limits],
        [each.recount_cents for each in limits],
        [each.recount_percent for each in limits],
    )
