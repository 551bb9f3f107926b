"""Identity: UUIDv7, so that new keys land at the end of an index. Never an order: use `(recorded_at, id)` for that."""

import os
import time
from typing import Final
from uuid import UUID

from asyncpg.pgproto import pgproto
from uuid_utils.compat import uuid7

COUNTED: Final = 2**26
RANDOM_BYTES: Final = 6


def new_id() -> UUID:
    """Return a fresh UUIDv7 (RFC 9562, section 5.7); a client may make its own in the same form."""
    return uuid7()


def new_ids(count: int) -> list[UUID]:
    """Return many fresh UUIDv7, for rows by the ten thousand: a tenth of the cost of `new_id` each.

    The 26 bits after the millisecond count on from a random start below half their range, the 48 after them are random
    (RFC 9562, section 6.2, method 1).
    """
    if not count:
        return []
    stamp = (time.time_ns() // 1_000_000).to_bytes(6, "big")
    random = os.urandom(RANDOM_BYTES * count + 4)
    first = int.from_bytes(random[-4:], "big") % (COUNTED // 2)
    ids: list[UUID] = []
    for number in range(count):
        counted = (first + number) % COUNTED
        middle = 0x7000_8000 | (counted >> 14) << 16 | (counted & 0x3FFF)
        at = RANDOM_BYTES * number
        ids.append(pgproto.UUID(stamp + middle.to_bytes(4, "big") + random[at : at + RANDOM_BYTES]))
    return ids
