"""The lines of a locked order as its fulfilment sees them, and the steps that they take."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx, Tx
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.queries.order_lines import words

LINES: Final = """
SELECT l.product_id, p.code, p.name::text, l.quantity, coalesce(l.confirmed, l.quantity) AS confirmed,
       l.shipped, l.received, l.pack_quantity, l.pack_cents, coalesce(g.gone, 0) AS gone
FROM store_order_line l
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
LEFT JOIN (
    SELECT product_id, sum(damaged + missing) AS gone FROM order_shipment_line
    WHERE org_id = $1 AND order_id = $2 GROUP BY product_id
) g ON g.product_id = l.product_id
WHERE l.org_id = $1 AND l.order_id = $2 AND l.quantity > 0 ORDER BY l.position, p.search_code"""
CONFIRM: Final = """
UPDATE store_order_line l SET confirmed = n.quantity FROM unnest($3::uuid[], $4::numeric[]) AS n (product_id, quantity)
WHERE l.org_id = $1 AND l.order_id = $2 AND l.product_id = n.product_id"""
WHY: Final = """
INSERT INTO order_confirmation (org_id, order_id, product_id, why, there, asked, need, note)
SELECT $1, $2, n.* FROM unnest($3::uuid[], $4::text[], $5::numeric[], $6::numeric[], $7::numeric[], $8::text[]) AS n
ON CONFLICT (org_id, order_id, product_id) DO UPDATE
SET why = excluded.why, there = excluded.there, asked = excluded.asked, need = excluded.need, note = excluded.note"""
SHIPPED: Final = """
UPDATE store_order_line l SET shipped = l.shipped + n.quantity
FROM unnest($3::uuid[], $4::numeric[]) AS n (product_id, quantity)
WHERE l.org_id = $1 AND l.order_id = $2 AND l.product_id = n.product_id"""
RECEIVED: Final = SHIPPED.replace("shipped", "received")


class FulfilledLine(Struct, frozen=True):
    """A product that was ordered. Of what was shipped, `gone` came damaged or not at all."""

    product_id: UUID
    code: str
    name: Words
    quantity: Decimal
    confirmed: Decimal
    shipped: Decimal
    received: Decimal
    pack_quantity: Decimal
    pack_cents: int
    gone: Decimal

    @property
    def to_ship(self) -> Decimal:
        """What is still to be sent, also in place of what is gone."""
        return max(self.confirmed - self.shipped + self.gone, Decimal(0))

    @property
    def open(self) -> Decimal:
        """What is still to come."""
        return max(self.confirmed - self.received, Decimal(0))


class Confirmed(Struct, frozen=True):
    """How much of a product will be sent, and why; where it was shared, what there was, was asked for and is needed."""

    product_id: UUID
    quantity: Decimal
    why: ConfirmedWhy
    there: Decimal | None = None
    asked: Decimal | None = None
    need: Decimal | None = None
    note: str = ""


async def fulfilled_lines(tx: AnyTx, order_id: UUID) -> list[FulfilledLine]:
    """Return the lines that were ordered."""
    rows = await tx.fetch(LINES, tx.org_id, order_id)
    return [_line(row) for row in rows]


def _line(row: asyncpg.Record) -> FulfilledLine:
    columns = dict[str, Any](row)
    columns["name"] = words(columns["name"])
    return FulfilledLine(**columns)


async def keep_confirmed(tx: Tx, order_id: UUID, confirmed: Sequence[Confirmed]) -> None:
    """Note what will be sent, and why."""
    products = [each.product_id for each in confirmed]
    await tx.fetch(CONFIRM, tx.org_id, order_id, products, [each.quantity for each in confirmed])
    numbers = ([getattr(each, name) for each in confirmed] for name in ("there", "asked", "need"))
    whys, notes = [each.why.value for each in confirmed], [each.note for each in confirmed]
    await tx.fetch(WHY, tx.org_id, order_id, products, whys, *numbers, notes)


async def add_shipped(tx: Tx, order_id: UUID, quantities: Mapping[UUID, Decimal]) -> None:
    """Note what was sent besides."""
    await tx.fetch(SHIPPED, tx.org_id, order_id, list(quantities), list(quantities.values()))


async def add_received(tx: Tx, order_id: UUID, quantities: Mapping[UUID, Decimal]) -> None:
    """Note what came besides."""
    await tx.fetch(RECEIVED, tx.org_id, order_id, list(quantities), list(quantities.values()))
