"""Draws that come out the same whoever repeats them: by a hash of names, not by chance."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final
from uuid import UUID

PERCENT: Final = 100


def drawn(percent: int, *names: object) -> bool:
    """Tell whether the thing of these names is among the `percent` of a hundred that are drawn."""
    return _number(*names) % PERCENT < percent


def spread(over: int, *names: object) -> int:
    """Return a number from 0 to `over` - 1 that belongs to the names, evenly over many."""
    return _number(*names) % over


def share(accounts: Sequence[UUID], store_id: UUID) -> UUID:
    """Return whose of several people's a store is: evenly over many stores, and as few as can be change when one goes.

    Rendezvous hashing: D. Thaler, C. Ravishankar, IEEE/ACM Transactions on Networking 6 (1998), 1.
    """
    return max(accounts, key=lambda account: _number(account, store_id))


def _number(*names: object) -> int:
    text = "/".join(map(str, names)).encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")
