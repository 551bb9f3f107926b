"""Passwords: Argon2id with OWASP's smallest recommended cost, checked in a thread, in equal time for unknown names."""

import asyncio
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP Password Storage Cheat Sheet: m = 19 MiB, t = 2, p = 1.
HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Of no password at all: verifying against it costs an unknown username, or one without a password, as much as others.
NOBODYS: Final = "$argon2id$v=19$m=19456,t=2,p=1$76jrvX57UJGvLqsVEmcL7Q$r0dje4VSj8rye5ywgl5yG021blsuF5vcgWu70HOKAtc"


async def hash_password(password: str) -> str:
    """Return the Argon2id hash of a password, with its own salt and cost in it."""
    return await asyncio.to_thread(HASHER.hash, password)


async def matches(password_hash: str | None, password: str) -> bool:
    """Tell whether `password` belongs to `password_hash`; takes as long when there is no hash."""
    return await asyncio.to_thread(_verify, password_hash or NOBODYS, password) and password_hash not in {None, NOBODYS}


def _verify(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
