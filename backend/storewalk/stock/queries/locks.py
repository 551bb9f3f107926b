"""Who waits for whom at a store: postings go side by side, an approval of a count has the store's book to itself."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx

SHARED: Final = """
SELECT pg_advisory_xact_lock_shared(hashtextextended(name, 0))
FROM (SELECT unnest($1::text[]) AS name ORDER BY 1) AS wanted"""
ALONE: Final = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"


async def lock_stores(tx: Tx, store_ids: Iterable[UUID]) -> None:
    """Let nobody have these stores' books to themselves until the transaction ends; the first lock of a posting."""
    await tx.fetch(SHARED, [_name(tx, store_id) for store_id in store_ids])


async def hold_book(tx: Tx, store_id: UUID) -> None:
    """Let nobody else post at a store until the transaction ends: what is read of its book stays so."""
    await tx.fetch(ALONE, _name(tx, store_id))


def _name(tx: Tx, store_id: UUID) -> str:
    return f"{tx.org_id}:stock:{store_id}"
