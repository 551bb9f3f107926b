"""The places of a store's book. Every store has the standard ones; they are made when it is first used."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID, uuid5

from msgspec import Struct

from storewalk.core.tx import AnyTx, Tx
from storewalk.stock.models import PlaceKind

STANDARD: Final = tuple(kind for kind in PlaceKind if kind is not PlaceKind.BIN)
MAKE: Final = """
INSERT INTO stock_place (org_id, id, store_id, kind, code)
SELECT $1, made.id, made.store_id, made.kind, made.kind FROM unnest($2::uuid[], $3::uuid[], $4::text[])
    AS made (id, store_id, kind)
ORDER BY made.id ON CONFLICT DO NOTHING"""
READ: Final = """
SELECT store_id, id FROM stock_place
WHERE org_id = $1 AND store_id = ANY ($2) AND kind = 'bin' AND closed_at IS NULL ORDER BY store_id, code"""


class StorePlaces(Struct, frozen=True):
    """The places of one store: those that every store has by kind, and its bins that are not closed."""

    standard: Mapping[PlaceKind, UUID]
    bins: tuple[UUID, ...] = ()

    @property
    def on_hand(self) -> tuple[UUID, ...]:
        """Where goods of the store lie, in the order in which they are taken: shelf, back room, bins."""
        return (self.standard[PlaceKind.SHELF], self.standard[PlaceKind.BACK_ROOM], *self.bins)


def standard_place(store_id: UUID, kind: PlaceKind) -> UUID:
    """Return the id of a place that every store has: the same for everybody who makes it."""
    return uuid5(store_id, kind.value)


async def places_of(tx: AnyTx, store_ids: Iterable[UUID]) -> dict[UUID, StorePlaces]:
    """Return the places of stores; the standard ones also where nothing has moved yet."""
    wanted = sorted(set(store_ids))
    bins: dict[UUID, list[UUID]] = {}
    for row in await tx.fetch(READ, tx.org_id, wanted):
        bins.setdefault(row["store_id"], []).append(row["id"])
    return {
        store_id: StorePlaces(
            {kind: standard_place(store_id, kind) for kind in STANDARD}, tuple(bins.get(store_id, ()))
        )
        for store_id in wanted
    }


async def make_places(tx: Tx, store_ids: Iterable[UUID]) -> None:
    """Make the standard places of stores that have none yet. Safe to run twice and at once."""
    pairs = [(store_id, kind) for store_id in sorted(set(store_ids)) for kind in STANDARD]
    ids = [standard_place(*pair) for pair in pairs]
    await tx.fetch(MAKE, tx.org_id, ids, [store_id for store_id, _ in pairs], [kind.value for _, kind in pairs])
