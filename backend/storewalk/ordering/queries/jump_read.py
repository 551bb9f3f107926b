"""What is needed to see a jump: what the sheet expected of some products, and the usual shape of a store's day."""

import struct
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import Tx

TOLD: Final = "SELECT product_id FROM demand_jump WHERE org_id = $1 AND store_id = $2 AND day = $3"
EXPECTED: Final = """
SELECT u.product_id, u.changes, substring(s.forecast FROM (u.number::int - 1) * 4 + 1 FOR 4) AS expected
FROM order_sheet s
CROSS JOIN LATERAL unnest(s.product_ids, s.changes) WITH ORDINALITY AS u (product_id, changes, number)
WHERE s.org_id = $1 AND s.store_id = $2 AND s.day = $3 AND u.product_id = ANY ($4)"""
SHAPE: Final = "SELECT units, shares FROM demand_shape WHERE org_id = $1 AND store_id = $2 AND day = $3"
KEEP_SHAPE: Final = """
INSERT INTO demand_shape (org_id, store_id, day, units, shares) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (org_id, store_id) DO UPDATE SET day = excluded.day, units = excluded.units, shares = excluded.shares"""
KEEP_JUMP: Final = """
INSERT INTO demand_jump (org_id, store_id, day, product_id, sold, expected, noticed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING true"""


class Expected(Struct, frozen=True):
    """What a day was expected to sell of a product, in base units, and how much its days differ."""

    product_id: UUID
    units: float
    changes: float


class Shape(Struct, frozen=True):
    """How many units some days sold in all, and the share that was sold by the end of each of the 24 hours."""

    units: Decimal
    shares: list[float]


async def told(tx: Tx, store_id: UUID, day: date) -> set[UUID]:
    """Return the products whose jump of a day is known already."""
    return {row["product_id"] for row in await tx.fetch(TOLD, tx.org_id, store_id, day)}


async def expected_of(tx: Tx, store_id: UUID, day: date, product_ids: Sequence[UUID]) -> list[Expected]:
    """Return what the sheet of a day expected of some products; of a store without one nothing."""
    rows = await tx.fetch(EXPECTED, tx.org_id, store_id, day, list(product_ids))
    return [Expected(row["product_id"], struct.unpack("<f", row["expected"])[0], row["changes"] / 1000) for row in rows]


async def shape_of(tx: Tx, store_id: UUID, day: date) -> Shape | None:
    """Return the shape that was measured for a day."""
    row = await tx.fetchrow(SHAPE, tx.org_id, store_id, day)
    return None if row is None else Shape(row["units"], row["shares"])


async def keep_shape(tx: Tx, store_id: UUID, day: date, shape: Shape) -> None:
    """Keep a store's shape in place of the one before."""
    await tx.fetch(KEEP_SHAPE, tx.org_id, store_id, day, shape.units, shape.shares)


async def keep_jump(
    tx: Tx, place: tuple[UUID, date, UUID], sold: Decimal, expected: Decimal, noticed_at: datetime
) -> bool:
    """Keep a jump of a store, day and product, and tell whether it is new."""
    store_id, day, product_id = place
    row = await tx.fetchrow(KEEP_JUMP, tx.org_id, store_id, day, product_id, sold, expected, noticed_at)
    return row is not None
