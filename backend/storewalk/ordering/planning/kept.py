"""A pool's fit as it is kept in the object store: with the products that it knows, and what events were found to do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from demand.engine.keep import from_bytes
from demand.engine.model import Pool
from demand.engine.totals import Spread

ID_BYTES: Final = 16
MOST_BYTES: Final = 256 * 1024 * 1024


class Fit(msgspec.Struct, frozen=True):
    """`products` are the ids of the products whose codes the fit uses, end to end; `factors` by kind of event."""

    fitted_at: datetime
    products: bytes
    pool: bytes
    factors: dict[str, float]

    @classmethod
    def from_bytes(cls, data: bytes) -> "Fit":
        """Read what `to_bytes` wrote."""
        return msgspec.msgpack.decode(data, type=cls)

    def to_bytes(self) -> bytes:
        """Write the fit."""
        return msgspec.msgpack.encode(self)

    @property
    def product_ids(self) -> list[bytes]:
        """Return the ids of products in the order of their codes."""
        return [self.products[start : start + ID_BYTES] for start in range(0, len(self.products), ID_BYTES)]

    def read(self) -> tuple[Pool, Spread]:
        """Return the fit itself."""
        return from_bytes(self.pool)


def fit_key(org_id: UUID) -> str:
    """Return where the fit of an organization is kept."""
    return f"demand/{org_id}/fit"


def shard_prefix(org_id: UUID, shard: str) -> str:
    """Return where the history of a shard is kept."""
    return f"demand/{org_id}/{shard}"


def with_newcomers(known: Sequence[bytes], products: Sequence[bytes]) -> list[bytes]:
    """Return products in the order of their codes: those that a fit knows as it has them, the others after them."""
    before = set(known)
    return [*known, *(each for each in products if each not in before)]
