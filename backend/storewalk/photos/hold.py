"""Keeping photos beyond their days: whoever needs one holds it under a source of its own, and lets go of it later."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.photos import queries

HOLD: Final = """
INSERT INTO photo_hold (org_id, id, photo_id, source, source_id)
SELECT $1, gen_random_uuid(), photo_id, $3, $4 FROM unnest($2::uuid[]) AS held (photo_id)
ON CONFLICT (org_id, photo_id, source, source_id) DO NOTHING"""
RELEASE: Final = "DELETE FROM photo_hold WHERE org_id = $1 AND source = $2 AND source_id = $3"


async def hold(tx: Tx, photo_ids: Sequence[UUID], source: str, source_id: UUID) -> list[UUID]:
    """Keep photos until `release`, and return those that are kept; those that retention has taken are gone.

    `source` and `source_id` are the caller's own ("posting.voucher" and its id). Said again, it changes nothing.
    """
    photos = await queries.lock_photos(tx, photo_ids) if photo_ids else {}
    kept = [photo.id for photo in photos.values() if photo.removed_at is None]
    await tx.fetch(HOLD, tx.org_id, kept, source, source_id)
    return kept


async def release(tx: Tx, source: str, source_id: UUID) -> None:
    """Let go of everything that was held for this source; other sources' holds stay."""
    await tx.fetch(RELEASE, tx.org_id, source, source_id)
