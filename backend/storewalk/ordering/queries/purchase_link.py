"""What a supplier sees behind its link."""

from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import asyncpg
from msgspec import Struct

from storewalk.core.tx import AnyTx
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.purchase_goods import Goods, by_product
from storewalk.ordering.purchase_models import PurchaseState
from storewalk.ordering.purchase_schemas import PurchaseOrderPart
from storewalk.ordering.queries.purchase_pieces import kept_pieces
from storewalk.ordering.queries.purchase_read import purchase_parts

ORDER: Final = """
SELECT d.id, d.number, d.day, d.state, d.language, d.total_cents, d.link_ends_at, d.opened_at, d.answered_at,
       d.expected_on, d.note, g.name AS buyer, p.name AS supplier
FROM purchase_order d JOIN organization g ON g.id = d.org_id
JOIN supplier p ON p.org_id = d.org_id AND p.id = d.supplier_id WHERE d.org_id = $1 AND d.id = $2"""
SUPPLIER: Final = """
SELECT p.name FROM purchase_order d JOIN supplier p ON p.org_id = d.org_id AND p.id = d.supplier_id
WHERE d.org_id = $1 AND d.id = $2"""
STANDING: Final = """
SELECT t.order_id FROM purchase_part t JOIN store_order o ON o.org_id = t.org_id AND o.id = t.order_id
WHERE t.org_id = $1 AND t.purchase_id = $2 AND t.outcome IS NULL AND o.state = $3 AND o.submitted_at = t.submitted_at"""


class Shown(Struct, frozen=True):
    """An order as its supplier sees it: what was answered, or what can still be, and the stores that cannot."""

    id: UUID
    number: str
    day: date
    state: PurchaseState
    language: str
    total_cents: int
    link_ends_at: datetime
    opened_at: datetime | None
    answered_at: datetime | None
    expected_on: date | None
    note: str
    buyer: str
    supplier: str
    goods: list[Goods]
    gone: list[PurchaseOrderPart]

    @property
    def open_cents(self) -> int:
        """What it is worth that can still be confirmed."""
        return sum(each.cents for each in self.goods)


async def shown(tx: AnyTx, purchase_id: UUID) -> Shown | None:
    """Return an order as its supplier sees it; None where there is none."""
    row = await tx.fetchrow(ORDER, tx.org_id, purchase_id)
    if row is None:
        return None
    return await _shown(tx, row)


async def _shown(tx: AnyTx, row: asyncpg.Record) -> Shown:
    columns = dict[str, Any](row)
    columns["state"] = PurchaseState(columns["state"])
    pieces, parts = await kept_pieces(tx, row["id"]), await purchase_parts(tx, row["id"])
    if row["answered_at"] is None:
        standing = await tx.fetch(STANDING, tx.org_id, row["id"], OrderState.APPROVED)
        open_ids = {each["order_id"] for each in standing}
    else:
        open_ids = {part.order_id for part in parts if part.outcome != "gone"}
    goods = by_product(piece for piece in pieces if piece.order_id in open_ids)
    return Shown(**columns, goods=goods, gone=[part for part in parts if part.order_id not in open_ids])
