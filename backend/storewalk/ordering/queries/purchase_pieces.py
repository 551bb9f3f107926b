"""The lines of stores' orders behind what is ordered of a supplier."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.purchase_goods import Piece
from storewalk.ordering.queries.order_lines import words

UNSENT: Final = f"""o.state = '{OrderState.APPROVED}' AND NOT EXISTS (
    SELECT 1 FROM purchase_part t WHERE t.org_id = o.org_id AND t.order_id = o.id
      AND t.submitted_at = o.submitted_at AND t.live)"""
"""For an order `o`: it is approved, and as it was submitted it lies in no order to a supplier."""
UNREFUSED: Final = """NOT EXISTS (
    SELECT 1 FROM purchase_part t WHERE t.org_id = o.org_id AND t.order_id = o.id
      AND t.submitted_at = o.submitted_at AND t.outcome = 'refused')"""
"""For an order `o`: its supplier has not refused it; what was refused leaves only if somebody wants it to."""
PIECE: Final = """
SELECT o.id AS order_id, w.code AS store_code, w.name AS store_name, o.expected_on, l.product_id, p.code,
       p.name::text, u.name::text AS unit_name, l.quantity, l.pack_quantity, l.pack_cents"""
NAMED: Final = """
JOIN store w ON w.org_id = o.org_id AND w.id = o.store_id
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id"""
WANTED: Final = f"""{PIECE}
FROM store_order o JOIN store_order_line l ON l.org_id = o.org_id AND l.order_id = o.id AND l.quantity > 0
{NAMED} WHERE o.org_id = $1 AND o.source_id = $2 AND o.day = $3 AND {UNSENT} AND {lies_below("o", "o.store_id", "$4")}
ORDER BY p.search_code, p.code, w.code, o.id"""
KEPT: Final = f"""{PIECE}, l.answered
FROM purchase_line l JOIN store_order o ON o.org_id = l.org_id AND o.id = l.order_id
{NAMED} WHERE l.org_id = $1 AND l.purchase_id = $2 ORDER BY p.search_code, p.code, w.code, o.id"""
UNSENT_IDS: Final = f"""
SELECT o.id FROM store_order o WHERE o.org_id = $1 AND o.source_id = $2 AND o.day = $3 AND {UNSENT}
  AND {lies_below("o", "o.store_id", "$4")} AND ($5 OR {UNREFUSED}) ORDER BY o.id"""


async def wanted_pieces(tx: AnyTx, source_id: UUID, day: date, paths: Sequence[str]) -> list[Piece]:
    """Return what approved orders of a day want of a source and no order to its supplier has yet."""
    return [_piece(row) for row in await tx.fetch(WANTED, tx.org_id, source_id, day, list(paths))]


async def unsent_orders(
    tx: AnyTx, source_id: UUID, day: date, paths: Sequence[str], *, refused: bool = True
) -> list[UUID]:
    """Return the orders behind that, also what the supplier `refused` before, or not."""
    return [row["id"] for row in await tx.fetch(UNSENT_IDS, tx.org_id, source_id, day, list(paths), refused)]


async def kept_pieces(tx: AnyTx, purchase_id: UUID) -> list[Piece]:
    """Return what an order to a supplier holds."""
    return [_piece(row) for row in await tx.fetch(KEPT, tx.org_id, purchase_id)]


def _piece(row: asyncpg.Record) -> Piece:
    columns = dict[str, Any](row)
    columns["name"], columns["unit_name"] = words(columns["name"]), words(columns["unit_name"])
    return Piece(**columns)
