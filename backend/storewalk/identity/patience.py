"""Who guesses waits: a few free failures for each key, then 15 s doubling up to 15 minutes."""

from collections.abc import Sequence
from typing import Final

import asyncpg

from storewalk.core.database import WRITE
from storewalk.core.errors import TooMany
from storewalk.core.platform import Platform

# An empty name is nobody's: what comes back is the wait alone.
WAIT: Final = "SELECT retry_after FROM storewalk_log_in('', NULL, $1)"


async def require_patience(raw: asyncpg.Connection, *keys: str) -> None:
    """Raise TooMany while one of the keys has to wait."""
    seconds = await raw.fetchval(WAIT, list(keys))
    if seconds:
        raise TooMany("identity.wait", retry_after=seconds)


async def failed(platform: Platform, keys: Sequence[str], free: Sequence[int]) -> None:
    """Count a failure for each key, in a transaction of its own, since the refusal undoes the other."""
    async with platform.database.transaction(WRITE) as (_, raw):
        await raw.execute("SELECT storewalk_log_in_failed($1, $2)", list(keys), list(free))


async def passed(raw: asyncpg.Connection, *keys: str) -> None:
    """Forget the failures of keys."""
    await raw.execute("SELECT storewalk_log_in_passed($1)", list(keys))
