"""Find the lots that goods belong to, or make them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx

# One order for all, so that two who make the same lots never wait for each other. What a lot does not say yet is
# filled in; what it says stays.
MAKE: Final = """
INSERT INTO stock_lot (org_id, id, product_id, code, produced_on, expires_on)
SELECT $1, n.id, n.product_id, n.code, n.produced_on, n.expires_on
FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[])
    AS n (id, product_id, code, produced_on, expires_on)
ORDER BY n.product_id, n.code
ON CONFLICT (org_id, product_id, code) DO UPDATE
    SET produced_on = coalesce(stock_lot.produced_on, excluded.produced_on),
        expires_on = coalesce(stock_lot.expires_on, excluded.expires_on)
RETURNING id, product_id, code, produced_on, expires_on"""
LotKey = tuple[UUID, str]
"""A product and the code on its goods."""


class Lot(Struct, frozen=True):
    """A lot, as goods at hand or the book describe it."""

    produced_on: date | None
    expires_on: date | None
    id: UUID | None = None

    def agrees_with(self, other: "Lot") -> bool:
        """Tell whether the two can be the same goods: no day that both name differs."""
        pairs = (self.produced_on, other.produced_on), (self.expires_on, other.expires_on)
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)

    def filled_from(self, other: "Lot") -> "Lot":
        """Return this lot with the days that only the other names."""
        return Lot(self.produced_on or other.produced_on, self.expires_on or other.expires_on, self.id)


async def find_or_make(tx: Tx, lots: Mapping[LotKey, Lot]) -> dict[LotKey, Lot]:
    """Return the book's lots under these keys, made where there are none. Safe to run twice and at once."""
    if not lots:
        return {}
    keys: Sequence[LotKey] = list(lots)
    rows = await tx.fetch(
        MAKE,
        tx.org_id,
        [new_id() for _ in keys],
        [product_id for product_id, _ in keys],
        [code for _, code in keys],
        [lots[key].produced_on for key in keys],
        [lots[key].expires_on for key in keys],
    )
    return {(row["product_id"], row["code"]): Lot(row["produced_on"], row["expires_on"], row["id"]) for row in rows}
