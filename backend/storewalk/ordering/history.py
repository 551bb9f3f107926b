"""What stores sold by day, as it is handed to the history; where that lies, the worker knows."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct


class SoldDay(Struct, frozen=True, gc=False):
    """A product on a business day of a store: units sold less returned, and the share of opening hours without it.

    `price` is what was paid for a unit, in cents and on average; None where none was sold. The history makes of it the
    price over the usual one.
    """

    product_id: UUID
    quantity: float
    out_of_stock: float
    price: float | None


class StoreDemand(Struct, frozen=True):
    """A business day of a store, with every product that it has or had."""

    store_id: UUID
    day: date
    products: list[SoldDay]


class DemandHistory(ABC):
    """Dense days of stores, by shard."""

    @abstractmethod
    async def put(self, org_id: UUID, shard: str, days: Sequence[StoreDemand]) -> None:
        """Keep days of stores of one shard; the same days again replace themselves.

        A product begins on the first day on which it was sold or there to be sold.
        """


def shard_of(store_id: UUID) -> str:
    """Return the shard that a store's history lies in: one of 256 by the last byte of its id, which is random."""
    return f"{store_id.bytes[-1]:02x}"
