"""Which goods to take for what is to be sent, and where they lie: what shipments would take from the book."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import NotFound
from storewalk.core.quantities import plain
from storewalk.core.tx import AnyTx
from storewalk.identity.api import is_within
from storewalk.stock.ledger import Book, Choice, Portion, Short, take
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


class ToPick(Struct, frozen=True):
    """So much of a product, for whatever line `key` is."""

    key: UUID
    product_id: UUID
    quantity: Decimal


class Pick(Struct, frozen=True):
    """What to take of one lot from one place for a line; what is not there has none."""

    key: UUID
    product_id: UUID
    quantity: Decimal
    lot_code: str | None
    expires_on: date | None
    place: str
    place_name: str


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
    found = await picks(tx, store_id, [ToPick(line.id, line.product_id, line.approved) for line in lines])
    return [
        TransferPick(
            line_id=each.key,
            quantity=plain(each.quantity),
            lot_code=each.lot_code,
            expires_on=each.expires_on,
            place=each.place,
            place_name=each.place_name,
        )
        for each in found
    ]


async def picks(tx: AnyTx, store_id: UUID, wanted: Sequence[ToPick]) -> list[Pick]:
    """Return what to take for lines, each after the ones before it: what ends first, wherever it lies.

    What is past its last day or withdrawn stays. Of a product that is being counted its counters learn nothing.
    """
    products = sorted({line.product_id for line in wanted})
    hidden = set[UUID]()
    if not await is_within(tx, SEE_WHILE_COUNTED, store_id):
        hidden = await closed_products(tx, store_id, products)
    held = [_Hold(**dict[str, Any](row)) for row in await tx.fetch(HOLDS, tx.org_id, store_id, products)]
    places = (await places_of(tx, [store_id]))[store_id].on_hand
    day = (await store_clock(tx, store_id)).business_date(tx.now)
    expiry = {each.lot_id: each.expires_on for each in held if each.lot_id is not None and each.expires_on is not None}
    choice = Choice(places, expiry, day, picked=True)
    books = {product: _book([each for each in held if each.product_id == product]) for product in products}
    by = {(each.product_id, each.place_id, each.lot_id): each for each in held}
    found: list[Pick] = []
    for line in wanted:
        if line.product_id in hidden:
            continue
        for portion in _portions(books[line.product_id], line.quantity, choice):
            hold = by[line.product_id, portion.place_id, portion.lot_id]
            found.append(
                Pick(line.key, line.product_id, portion.quantity, hold.lot_code, hold.expires_on, hold.kind, hold.name)
            )
    return found


def _book(held: Sequence[_Hold]) -> Book:
    book = Book(sum((each.quantity for each in held), Decimal(0)), 0, Decimal(0))
    book.held.update({(each.place_id, each.lot_id): each.quantity for each in held})
    book.withdrawn.update(each.lot_id for each in held if each.withdrawn)
    return book


def _portions(book: Book, quantity: Decimal, choice: Choice) -> Sequence[Portion]:
    try:
        return take(book, quantity, choice)
    except Short as short:
        return take(book, short.there, choice) if short.there > 0 else []
