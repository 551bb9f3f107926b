"""Which receipts are new: a store's receipt number is claimed once."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import Tx

# In the order of the key, so that two who hand in the same receipts never wait for each other; the second waits for
# the first, and finds what it wrote.
CLAIM: Final = """
INSERT INTO sale_key (org_id, store_id, receipt_number, sale_id, digest, recorded_at)
SELECT $1, n.store_id, n.receipt_number, n.sale_id, n.digest, $6
FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::bytea[]) AS n (store_id, receipt_number, sale_id, digest)
ORDER BY n.store_id, n.receipt_number ON CONFLICT DO NOTHING RETURNING sale_id"""
KNOWN: Final = """
SELECT k.store_id, k.receipt_number, k.digest
FROM unnest($2::uuid[], $3::text[]) AS n (store_id, receipt_number)
JOIN sale_key k ON k.org_id = $1 AND k.store_id = n.store_id AND k.receipt_number = n.receipt_number"""
Key = tuple[UUID, str]
"""A store and its receipt number."""


class Claim(Struct, frozen=True, gc=False):
    """A receipt that may be new."""

    key: Key
    sale_id: UUID
    digest: bytes


async def claim(tx: Tx, claims: Sequence[Claim]) -> set[UUID]:
    """Take the receipt numbers that are new; return the sales that got theirs."""
    rows = await tx.fetch(
        CLAIM,
        tx.org_id,
        [each.key[0] for each in claims],
        [each.key[1] for each in claims],
        [each.sale_id for each in claims],
        [each.digest for each in claims],
        tx.now,
    )
    return {row["sale_id"] for row in rows}


async def digests(tx: Tx, keys: Sequence[Key]) -> dict[Key, bytes]:
    """Return what is known under receipt numbers."""
    if not keys:
        return {}
    rows = await tx.fetch(KNOWN, tx.org_id, [store_id for store_id, _ in keys], [number for _, number in keys])
    return {(row["store_id"], row["receipt_number"]): row["digest"] for row in rows}
