"""Locks of names: two who are about to make the same thing meet on its name, since there is no row to lock yet."""

from collections.abc import Iterable
from typing import Final

from storewalk.core.tx import Tx

LOCK: Final = """
SELECT pg_advisory_xact_lock(hashtextextended(name, 0))
FROM (SELECT unnest($1::text[]) AS name ORDER BY 1) AS wanted"""


async def lock_names(tx: Tx, kind: str, names: Iterable[object]) -> None:
    """Make everybody else who locks one of these names in the organization wait until the transaction ends.

    `kind` keeps the names of different rooms apart. Several are locked in their own order, so that two who want the
    same ones never wait for each other.
    """
    await tx.fetch(LOCK, [f"{tx.org_id}:{kind}:{name}" for name in names])
