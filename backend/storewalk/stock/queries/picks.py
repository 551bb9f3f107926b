"""Which goods to take for an approved transfer, and where they lie: what its shipment would take from the book."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import NotFound
from storewalk.core.quantities import plain
from storewalk.core.tx import AnyTx
from storewalk.identity.api import is_within
from storewalk.stock.ledger import Book, Choice, Hold, Short, take
from storewalk.stock.permissions import HAND_OVER, SEE_WHILE_COUNTED
from storewalk.stock.places import places_of
from storewalk.stock.queries.blocked import recalled_sql
from storewalk.stock.queries.transfer_locks import closed_products
from storewalk.stock.transfer_schemas import TransferPick
from storewalk.stores.api import store_clock

APPROVED: Final = """
SELECT t.from_store_id, l.id, l.product_id, l.approved
FROM stock_transfer t JOIN stock_transfer_line l ON l.org_id = t.org_id AND l.transfer_id = t.id
WHERE t.org_id = $1 AND t.id = $2 AND t.status = 'approved' AND l.approved > 0 ORDER BY l.position"""
HOLDS: Final = f"""
SELECT b.product_id, b.place_id, b.lot_id, b.quantity, l.code AS lot_code, l.expires_on, p.kind, p.name,
       h.lot_id IS NOT NULL OR {recalled_sql("b")} AS withdrawn
FROM stock_balance b
JOIN stock_place p ON p.org_id = b.org_id AND p.id = b.place_id
LEFT JOIN stock_lot l ON l.org_id = b.org_id AND l.id = b.lot_id
LEFT JOIN stock_hold h ON h.org_id = b.org_id AND h.store_id = b.store_id AND h.lot_id = b.lot_id
WHERE b.org_id = $1 AND b.store_id = $2 AND b.product_id = ANY ($3) AND b.quantity > 0"""


class _Line(Struct):
    from_store_id: UUID
    id: UUID
    product_id: UUID
    approved: Decimal


class _Hold(Struct):
    product_id: UUID
    place_id: UUID
    lot_id: UUID | None
    quantity: Decimal
    lot_code: str | None
    expires_on: date | None
    kind: str
    name: str
    withdrawn: bool


async def transfer_picks(tx: AnyTx, transfer_id: UUID) -> list[TransferPick]:
    """Return what to take for the lines of an approved transfer; nothing for one that is at another step.

    Of a product that is being counted its counters learn nothing. Raises NotFound where the actor may not ship it.
    """
    lines = [_Line(**dict[str, Any](row)) for row in await tx.fetch(APPROVED, tx.org_id, transfer_id)]
    if not lines:
        return []
    store_id = lines[0].from_store_id
    if not await is_within(tx, HAND_OVER, store_id):
        raise NotFound("stock.no_transfer")
    products = [line.product_id for line in lines]
    hidden = set[UUID]()
    if not await is_within(tx, SEE_WHILE_COUNTED, store_id):
        hidden = await closed_products(tx, store_id, products)
    found = [_Hold(**dict[str, Any](row)) for row in await tx.fetch(HOLDS, tx.org_id, store_id, products)]
    places = (await places_of(tx, [store_id]))[store_id].on_hand
    day = (await store_clock(tx, store_id)).business_date(tx.now)
    expiry = {each.lot_id: each.expires_on for each in found if each.lot_id is not None and each.expires_on is not None}
    choice = Choice(places, expiry, day, picked=True)
    return [
        pick
        for line in lines
        if line.product_id not in hidden
        for pick in _taken(line, [each for each in found if each.product_id == line.product_id], choice)
    ]


def _taken(line: _Line, held: Sequence[_Hold], choice: Choice) -> list[TransferPick]:
    by: Mapping[Hold, _Hold] = {(each.place_id, each.lot_id): each for each in held}
    book = Book(sum((each.quantity for each in held), Decimal(0)), 0, Decimal(0))
    book.held.update({hold: each.quantity for hold, each in by.items()})
    book.withdrawn.update(each.lot_id for each in held if each.withdrawn)
    try:
        portions = take(book, line.approved, choice)
    except Short as short:
        portions = take(book, short.there, choice) if short.there > 0 else []
    return [
        TransferPick(
            line_id=line.id,
            quantity=plain(portion.quantity),
            lot_code=by[portion.place_id, portion.lot_id].lot_code,
            expires_on=by[portion.place_id, portion.lot_id].expires_on,
            place=by[portion.place_id, portion.lot_id].kind,
            place_name=by[portion.place_id, portion.lot_id].name,
        )
        for portion in portions
    ]
