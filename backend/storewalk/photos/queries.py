"""Reading and locking photos."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, cast, func, or_, select
from sqlalchemy.dialects.postgresql import BIT
from sqlalchemy.orm import aliased

from storewalk.core.tx import AnyTx, Tx
from storewalk.photos.fingerprint import BAND_BITS, NEAR
from storewalk.photos.models import Photo, PhotoState
from storewalk.photos.schemas import PhotoFacts, PhotoRow

# A row that is not there yet cannot be locked, so two phones that send one id at once meet on a lock of the id.
LOCK_IDS = """
SELECT pg_advisory_xact_lock(hashtextextended(photo_id::text, 0))
FROM (SELECT unnest($1::uuid[]) AS photo_id ORDER BY 1) AS wanted"""

photo_ref: Select[*tuple[Any, ...]] = select(*(getattr(Photo, name) for name in PhotoFacts.__struct_fields__))
"""For joins by other rooms: id, store_id, purpose, state, reason, taken_at, source, reused_of."""


card_ref: Select[*tuple[Any, ...]] = select(
    Photo.recorded_at, *(getattr(Photo, name) for name in PhotoRow.__struct_fields__)
)
"""For lists of other rooms: the columns of `PhotoRow`, and `recorded_at` to order by."""


async def facts(tx: AnyTx, photo_ids: Sequence[UUID]) -> dict[UUID, PhotoFacts]:
    """Return what is known of some photos, by id; unknown ids are left out."""
    if not photo_ids:
        return {}
    rows = await tx.all(photo_ref.where(Photo.org_id == tx.org_id, Photo.id.in_(photo_ids)), PhotoFacts)
    return {row.id: row for row in rows}


async def lock_photo(tx: Tx, photo_id: UUID) -> Photo | None:
    """Lock one photo until the transaction ends."""
    return (await lock_photos(tx, [photo_id])).get(photo_id)


async def lock_photos(tx: Tx, photo_ids: Sequence[UUID]) -> dict[UUID, Photo]:
    """Lock ids, in ascending order whether a row exists or not, and return the rows there are."""
    await tx.fetch(LOCK_IDS, list(photo_ids))
    statement = (
        select(Photo)
        .where(Photo.org_id == tx.org_id, Photo.id.in_(photo_ids))
        .order_by(Photo.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {photo.id: photo for photo in (await tx.session.execute(statement)).scalars()}


async def find_photo(tx: AnyTx, photo_id: UUID) -> PhotoRow | None:
    """Return one photo's columns, or None."""
    columns = [getattr(Photo, name) for name in PhotoRow.__struct_fields__]
    statement: Select[*tuple[Any, ...]] = select(*columns).where(Photo.org_id == tx.org_id, Photo.id == photo_id)
    return await tx.one_or_none(statement, PhotoRow)


async def lookalikes(tx: Tx, photo_id: UUID) -> list[UUID]:
    """Return the ids of up to 50 other ready photos with the same bytes or nearly the same fingerprint, oldest first.

    An index on each slice of the fingerprint (see `fingerprint.BAND_BITS`) finds the candidates.
    """
    mine, other = aliased(Photo), aliased(Photo)
    slices = [getattr(other, f"band_{n}") == getattr(mine, f"band_{n}") for n in range(len(BAND_BITS))]
    differing = func.bit_count(cast(other.phash.op("#")(mine.phash), BIT(64)))
    statement = (
        select(other.id)
        .join(mine, and_(mine.org_id == other.org_id, mine.id == photo_id))
        .where(
            mine.org_id == tx.org_id,
            other.id != mine.id,
            other.state == PhotoState.READY,
            or_(other.sha256 == mine.sha256, and_(or_(*slices), differing <= NEAR)),
        )
        .order_by(other.recorded_at, other.id)
        .limit(50)
    )
    return await tx.scalars(statement)
