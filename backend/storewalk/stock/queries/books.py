"""The books of products at stores: read and locked before a move, written after it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_ids
from storewalk.core.tx import Tx
from storewalk.stock.ledger import Book, Hold, Mark
from storewalk.stock.queries.blocked import recalled_sql

Key = tuple[UUID, UUID]
"""A store and a product."""

# Missing rows are made in the order in which all are locked, so that two postings never wait for each other.
OPEN: Final = """
INSERT INTO stock_item (org_id, store_id, product_id, quantity, value_cents, unit_cost, changed_at)
SELECT $1, k.store_id, k.product_id, 0, 0, 0, $4 FROM unnest($2::uuid[], $3::uuid[]) AS k (store_id, product_id)
WHERE NOT EXISTS (SELECT 1 FROM stock_item i
                  WHERE i.org_id = $1 AND i.store_id = k.store_id AND i.product_id = k.product_id)
ORDER BY k.store_id, k.product_id ON CONFLICT DO NOTHING"""
LOCK: Final = """
SELECT k.number, i.quantity, i.value_cents, i.unit_cost
FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS k (store_id, product_id, number)
JOIN stock_item i ON i.org_id = $1 AND i.store_id = k.store_id AND i.product_id = k.product_id
ORDER BY i.store_id, i.product_id FOR UPDATE OF i"""
HELD: Final = f"""
SELECT k.number, b.place_id, b.lot_id, b.quantity, l.expires_on,
       h.lot_id IS NOT NULL OR {recalled_sql("b")} AS withdrawn
FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS k (store_id, product_id, number)
JOIN stock_balance b ON b.org_id = $1 AND b.store_id = k.store_id AND b.product_id = k.product_id
LEFT JOIN stock_lot l ON l.org_id = b.org_id AND l.id = b.lot_id
LEFT JOIN stock_hold h ON h.org_id = b.org_id AND h.store_id = b.store_id AND h.lot_id = b.lot_id"""
# Who counts the back room counts everything that is not the shelf, bins too.
MARKS: Final = """
SELECT m.store_id, m.product_id, m.counted_at, coalesce(o.id, m.place_id) AS place_id, m.count_id
FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS k (store_id, product_id, since)
JOIN stock_mark m ON m.org_id = $1 AND m.store_id = k.store_id AND m.product_id = k.product_id
    AND m.counted_at >= k.since
LEFT JOIN stock_place p ON p.org_id = m.org_id AND p.id = m.place_id AND p.kind = 'back_room'
LEFT JOIN stock_place o ON o.org_id = p.org_id AND o.store_id = p.store_id AND o.kind IN ('back_room', 'bin')"""
SAVE: Final = """
UPDATE stock_item i SET quantity = n.quantity, value_cents = n.value_cents, unit_cost = n.unit_cost, changed_at = $7
FROM unnest($2::uuid[], $3::uuid[], $4::numeric[], $5::bigint[], $6::numeric[])
    AS n (store_id, product_id, quantity, value_cents, unit_cost)
WHERE i.org_id = $1 AND i.store_id = n.store_id AND i.product_id = n.product_id"""
HOLD: Final = """
INSERT INTO stock_balance (org_id, id, store_id, product_id, place_id, lot_id, quantity)
SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::numeric[]) AS n
ON CONFLICT (org_id, store_id, product_id, place_id, lot_id) DO UPDATE SET quantity = excluded.quantity"""
LET_GO: Final = """
DELETE FROM stock_balance b USING unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[])
    AS n (store_id, product_id, place_id, lot_id)
WHERE b.org_id = $1 AND b.store_id = n.store_id AND b.product_id = n.product_id AND b.place_id = n.place_id
  AND b.lot_id IS NOT DISTINCT FROM n.lot_id"""


class Books:
    """The locked books of some products at some stores, and the last days of the lots in them."""

    def __init__(self, books: dict[Key, Book], expiry: dict[UUID, date]) -> None:
        self.of: Mapping[Key, Book] = books
        self.expiry = expiry
        self._held = {key: dict(book.held) for key, book in books.items()}

    def changed_holds(self) -> Iterable[tuple[Key, Hold, Decimal]]:
        """Yield what lies elsewhere or in another quantity than when it was locked; 0 for what is gone."""
        for key, book in self.of.items():
            before = self._held[key]
            if before == book.held:
                continue
            for hold, quantity in book.held.items():
                if before.get(hold) != quantity:
                    yield key, hold, quantity
            for hold in before.keys() - book.held.keys():
                yield key, hold, Decimal(0)


async def lock_books(tx: Tx, keys: Iterable[Key]) -> Books:
    """Lock the books of products at stores, opening those that are new; the lock of every posting, in one order."""
    wanted = list(dict.fromkeys(keys))
    stores, products = _columns(wanted)
    await tx.fetch(OPEN, tx.org_id, stores, products, tx.now)
    books = {
        number: Book(quantity, value_cents, unit_cost)
        for number, quantity, value_cents, unit_cost in await tx.fetch(LOCK, tx.org_id, stores, products)
    }
    expiry: dict[UUID, date] = {}
    for number, place_id, lot_id, quantity, expires_on, withdrawn in await tx.fetch(HELD, tx.org_id, stores, products):
        books[number].held[place_id, lot_id] = quantity
        if withdrawn:
            books[number].withdrawn.add(lot_id)
        if expires_on is not None:
            expiry[lot_id] = expires_on
    return Books({key: books[number] for number, key in enumerate(wanted, start=1)}, expiry)


async def read_marks(tx: Tx, since: Mapping[Key, datetime]) -> dict[Key, list[Mark]]:
    """Return the counts of products at stores that lie at or after an instant each."""
    stores, products = _columns(list(since))
    marks: dict[Key, list[Mark]] = {}
    for row in await tx.fetch(MARKS, tx.org_id, stores, products, list(since.values())):
        mark = Mark(row["counted_at"], row["place_id"], row["count_id"])
        marks.setdefault((row["store_id"], row["product_id"]), []).append(mark)
    return marks


async def save_books(tx: Tx, books: Books) -> None:
    """Write locked books back."""
    stores, products = _columns(list(books.of))
    held = list(books.of.values())
    amounts = [book.quantity for book in held], [book.value_cents for book in held], [book.unit_cost for book in held]
    await tx.fetch(SAVE, tx.org_id, stores, products, *amounts, tx.now)
    changed = list(books.changed_holds())
    kept = [each for each in changed if each[2]]
    gone = [each for each in changed if not each[2]]
    if kept:
        quantities = [quantity for _, _, quantity in kept]
        await tx.fetch(HOLD, tx.org_id, new_ids(len(kept)), *_hold_columns(kept), quantities)
    if gone:
        await tx.fetch(LET_GO, tx.org_id, *_hold_columns(gone))


def _columns(keys: Sequence[Key]) -> tuple[list[UUID], list[UUID]]:
    return [store for store, _ in keys], [product for _, product in keys]


def _hold_columns(
    holds: Sequence[tuple[Key, Hold, Decimal]],
) -> tuple[list[UUID], list[UUID], list[UUID], list[UUID | None]]:
    return (
        [key[0] for key, _, _ in holds],
        [key[1] for key, _, _ in holds],
        [hold[0] for _, hold, _ in holds],
        [hold[1] for _, hold, _ in holds],
    )
