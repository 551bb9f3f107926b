"""The hash chain over audit entries: each link covers the one before, so that nothing can change or go unseen."""

import hashlib
from typing import Final

import asyncpg
import msgspec

from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx

BATCH: Final = 500
GENESIS: Final = bytes(32)

HEAD: Final = "SELECT sequence, hash FROM audit_seal WHERE org_id = $1 ORDER BY sequence DESC LIMIT 1"
# A transaction lives at most 30 s (idle and statement time-outs), so what commits late was written at most five minutes
# before the last entry that was sealed. Both times are the database's own.
UNSEALED: Final = """
SELECT e.id, e.event_id, e.kind, e.subject_id, e.actor_id, e.actor_name, e.changes::text AS changes, e.recorded_at
FROM audit_entry e
WHERE e.org_id = $1
  AND e.recorded_at >= coalesce((SELECT l.recorded_at FROM audit_seal s
                                 JOIN audit_entry l ON l.org_id = s.org_id AND l.id = s.entry_id
                                 WHERE s.org_id = $1 ORDER BY s.sequence DESC LIMIT 1), '-infinity')
                       - interval '5 minutes'
  AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.org_id = $1 AND s.entry_id = e.id)
ORDER BY e.recorded_at, e.id LIMIT $2"""
SEALED: Final = """
SELECT s.sequence, s.hash, e.id, e.event_id, e.kind, e.subject_id, e.actor_id, e.actor_name,
       e.changes::text AS changes, e.recorded_at
FROM audit_seal s LEFT JOIN audit_entry e ON e.org_id = s.org_id AND e.id = s.entry_id
WHERE s.org_id = $1 AND s.sequence > $2 ORDER BY s.sequence LIMIT $3"""


class Verdict(msgspec.Struct, frozen=True):
    """How far the chain holds; `broken_at` is the first link that does not."""

    checked: int
    broken_at: int | None


def link(previous: bytes, entry: asyncpg.Record) -> bytes:
    """Return SHA-256 over the previous link and the entry's fields in a fixed order, as JSON."""
    fields = [
        entry["id"], entry["event_id"], entry["kind"], entry["subject_id"], entry["actor_id"], entry["actor_name"],
        entry["changes"], entry["recorded_at"],
    ]  # fmt: skip
    return hashlib.sha256(previous + msgspec.json.encode(fields)).digest()


async def seal(tx: Tx, batch: int = BATCH) -> int:
    """Add up to `batch` committed entries to the chain and return how many. One organization's sealers take turns."""
    await lock_names(tx, "audit", ["chain"])
    head = await tx.raw.fetchrow(HEAD, tx.org_id)
    sequence, previous = (head["sequence"], head["hash"]) if head else (0, GENESIS)
    links: list[tuple[object, ...]] = []
    for entry in await tx.raw.fetch(UNSEALED, tx.org_id, batch):
        sequence += 1
        previous = link(previous, entry)
        links.append((tx.org_id, sequence, entry["id"], previous))
    await tx.raw.executemany("INSERT INTO audit_seal (org_id, sequence, entry_id, hash) VALUES ($1, $2, $3, $4)", links)
    return len(links)


async def verify(tx: AnyTx) -> Verdict:
    """Recompute the whole chain; an entry that changed, or went, breaks it at its link."""
    sequence, previous = 0, GENESIS
    while True:
        rows = await tx.raw.fetch(SEALED, tx.org_id, sequence, BATCH)
        for row in rows:
            if row["sequence"] != sequence + 1 or row["id"] is None or link(previous, row) != row["hash"]:
                return Verdict(sequence, sequence + 1)
            sequence, previous = row["sequence"], row["hash"]
        if len(rows) < BATCH:
            return Verdict(sequence, None)
