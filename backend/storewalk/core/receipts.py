"""Receipts make commands idempotent: the same key gets the first answer again, and duplicates wait for it."""

import hashlib
from typing import Final

import msgspec

from storewalk.core.errors import KeyReused
from storewalk.core.tx import Tx

# A duplicate that arrives while the first is at work waits here, on the key, until that one commits or rolls back.
CLAIM: Final = """
INSERT INTO command_receipt (org_id, actor_id, key, digest) VALUES ($1, $2, $3, $4)
ON CONFLICT (org_id, actor_id, key) DO NOTHING RETURNING true"""
STORED: Final = "SELECT digest, status, body FROM command_receipt WHERE org_id = $1 AND actor_id = $2 AND key = $3"
PRUNE: Final = "DELETE FROM command_receipt WHERE org_id = $1 AND recorded_at < $2"


class Stored(msgspec.Struct, frozen=True):
    """The answer of an earlier run."""

    status: int
    body: bytes


def digest(method: str, path: str, body: bytes) -> bytes:
    """Return the fingerprint of a request: SHA-256 over method, path and body."""
    return hashlib.sha256(b"\n".join((method.encode(), path.encode(), body))).digest()


async def claim(tx: Tx, key: str, fingerprint: bytes) -> Stored | None:
    """Take `key` for this command, or return the answer it already got.

    Raises KeyReused if the key came with another request before.
    """
    owner = (tx.org_id, tx.actor.account_id, key)
    if await tx.raw.fetchval(CLAIM, *owner, fingerprint):
        return None
    row = await tx.raw.fetchrow(STORED, *owner)
    if row is None or row["digest"] != fingerprint:
        raise KeyReused("core.key_reused", field="Idempotency-Key")
    return Stored(row["status"], row["body"])
