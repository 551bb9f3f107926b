"""Reading and locking photos."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, and_, case, or_, select, tuple_

from storewalk.core.locks import lock_names
from storewalk.core.schemas import Cursor
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref, node_ref
from storewalk.photos import keys
from storewalk.photos.fingerprint import NEAR
from storewalk.photos.models import Photo, PhotoHold, PhotoShare, PhotoState, Purpose
from storewalk.photos.schemas import PhotoFacts, PhotoRow, RefusedPhoto, ShareOut, ShareState

capture_ref: Select[*tuple[Any, ...]] = select(Photo.org_id, Photo.id, Photo.source, Photo.changed_at)
"""For joins by other rooms: where a photo came from (null until its phone has said so), and when its row changed."""

# Asked once for every photo; an index on each slice of the fingerprint (`fingerprint.BAND_BITS`) finds the candidates.
LOOKALIKES = """
SELECT other.id
FROM photo AS mine JOIN photo AS other ON other.org_id = mine.org_id AND other.id <> mine.id
WHERE mine.org_id = $1 AND mine.id = $2 AND other.state = 'ready'
  AND (other.sha256 = mine.sha256
       OR (other.band_0 = mine.band_0 OR other.band_1 = mine.band_1 OR other.band_2 = mine.band_2
           OR other.band_3 = mine.band_3 OR other.band_4 = mine.band_4)
          AND bit_count((other.phash # mine.phash)::bit(64)) <= $3)
ORDER BY other.recorded_at, other.id LIMIT 50"""

photo_ref: Select[*tuple[Any, ...]] = select(*(getattr(Photo, name) for name in PhotoFacts.__struct_fields__))
"""For joins by other rooms: id, store_id, purpose, state, reason, taken_at, source, reused_of."""


photo_spec: Select[*tuple[Any, ...]] = select(Photo.org_id, Photo.id, Photo.sha256, Photo.size)
"""For joins by other rooms: a photo as a command names it."""


card_ref: Select[*tuple[Any, ...]] = select(
    Photo.recorded_at, *(getattr(Photo, name) for name in PhotoRow.__struct_fields__)
).where(Photo.purpose != Purpose.VOICE)
"""For lists of other rooms: the columns of `PhotoRow` of pictures, and `recorded_at` to order by."""


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
    await lock_names(tx, "photo", photo_ids)
    statement = (
        select(Photo)
        .where(Photo.org_id == tx.org_id, Photo.id.in_(photo_ids))
        .order_by(Photo.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {photo.id: photo for photo in (await tx.session.execute(statement)).scalars()}


class Person(Struct, frozen=True):
    """Who took a photo, and the language to tell it in."""

    name: str
    locale: str


async def person(tx: AnyTx, account_id: UUID) -> Person | None:
    """Return an account's name and language, or None."""
    row = account_ref.c
    statement: Select[*tuple[Any, ...]] = select(row.name, row.locale)
    return await tx.one_or_none(statement.where(row.org_id == tx.org_id, row.id == account_id), Person)


async def find_photo(tx: AnyTx, photo_id: UUID) -> PhotoRow | None:
    """Return one photo's columns, or None."""
    return next(iter(await find_photos(tx, [photo_id])), None)


async def find_photos(tx: AnyTx, photo_ids: Collection[UUID]) -> list[PhotoRow]:
    """Return the columns of some photos; unknown ids are left out."""
    columns = [getattr(Photo, name) for name in PhotoRow.__struct_fields__]
    statement: Select[*tuple[Any, ...]] = select(*columns).where(Photo.org_id == tx.org_id, Photo.id.in_(photo_ids))
    return await tx.all(statement, PhotoRow)


async def lookalikes(tx: Tx, photo_id: UUID) -> list[UUID]:
    """Return up to 50 other ready photos with the same bytes or nearly the same fingerprint, oldest first."""
    return [row[0] for row in await tx.fetch(LOOKALIKES, tx.org_id, photo_id, NEAR)]


async def lock_expired(tx: Tx, *, evidence: datetime, shelf: datetime, quarantine: datetime, limit: int) -> list[Photo]:
    """Lock photos registered before the time of their kind that nobody holds; those locked by others are passed over.

    Holds are looked at again once the rows are locked: one may have been added since the statement began.
    """
    settled = or_(
        and_(Photo.state == PhotoState.READY, Photo.purpose != Purpose.SHELF, Photo.recorded_at < evidence),
        and_(Photo.state == PhotoState.READY, Photo.purpose == Purpose.SHELF, Photo.recorded_at < shelf),
        and_(Photo.state == PhotoState.REFUSED, Photo.recorded_at < quarantine),
    )
    held = select(PhotoHold.id).where(PhotoHold.org_id == Photo.org_id, PhotoHold.photo_id == Photo.id).exists()
    statement = (
        select(Photo)
        .where(Photo.org_id == tx.org_id, Photo.removed_at.is_(None), settled, ~held)
        .order_by(Photo.recorded_at, Photo.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    photos = list((await tx.session.execute(statement)).scalars())
    since = select(PhotoHold.photo_id).where(
        PhotoHold.org_id == tx.org_id, PhotoHold.photo_id.in_([photo.id for photo in photos])
    )
    held_since = set(await tx.scalars(since))
    return [photo for photo in photos if photo.id not in held_since]


async def to_purge(tx: Tx, limit: int) -> list[UUID]:
    """Return removed photos whose objects may still be there."""
    statement = select(Photo.id).where(
        Photo.org_id == tx.org_id, Photo.removed_at.is_not(None), Photo.purged_at.is_(None)
    )
    return await tx.scalars(statement.order_by(Photo.id).limit(limit))


async def marked_shares(tx: Tx, photo_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Return by photo which shares have a copy of their own; every photo has an entry."""
    statement = select(PhotoShare.photo_id, PhotoShare.id).where(
        PhotoShare.org_id == tx.org_id, PhotoShare.photo_id.in_(photo_ids), PhotoShare.marks != []
    )
    shares: dict[UUID, list[UUID]] = {photo_id: [] for photo_id in photo_ids}
    for photo_id, share_id in await tx.session.execute(statement):
        shares[photo_id].append(share_id)
    return shares


async def get_share(tx: Tx, share_id: UUID) -> PhotoShare | None:
    """Return a share as it is kept."""
    statement = select(PhotoShare).where(PhotoShare.org_id == tx.org_id, PhotoShare.id == share_id)
    return await tx.session.scalar(statement.execution_options(populate_existing=True))


async def mark_purged(tx: Tx, photo_ids: Sequence[UUID]) -> None:
    """Note that the last object of these photos is gone."""
    await tx.fetch(
        "UPDATE photo SET purged_at = $3 WHERE org_id = $1 AND id = ANY($2) AND removed_at IS NOT NULL",
        tx.org_id,
        list(photo_ids),
        tx.now,
    )


async def find_share(tx: AnyTx, share_id: UUID) -> ShareOut | None:
    """Return the actor's own share, its link an object key while it is open."""
    statement: Select[*tuple[Any, ...]] = (
        select(
            PhotoShare.id,
            PhotoShare.photo_id,
            PhotoShare.expires_at,
            case((PhotoShare.marks != [], PhotoShare.drawn_at), else_=Photo.veiled_at).label("made_at"),
            (PhotoShare.marks != []).label("marked"),
            Photo.removed_at,
        )
        .join(Photo, and_(Photo.org_id == PhotoShare.org_id, Photo.id == PhotoShare.photo_id))
        .where(PhotoShare.org_id == tx.org_id, PhotoShare.id == share_id, PhotoShare.account_id == tx.actor.account_id)
    )
    row = await tx.one_or_none(statement, dict)
    if row is None:
        return None
    made_at, removed_at, marked = row.pop("made_at"), row.pop("removed_at"), row.pop("marked")
    over = removed_at is not None or row["expires_at"] <= tx.now
    state = ShareState.OVER if over else ShareState.OPEN if made_at is not None else ShareState.PREPARING
    own = keys.marked(tx.org_id, row["photo_id"], share_id) if marked else keys.veiled(tx.org_id, row["photo_id"])
    return ShareOut(**row, state=state, link=own if state is ShareState.OPEN else None)


async def refused(tx: AnyTx, after: Cursor | None, limit: int) -> list[RefusedPhoto]:
    """Return up to `limit` refused photos, the latest first."""
    node, person = node_ref.subquery(), account_ref.c
    statement: Select[*tuple[Any, ...]] = (
        select(
            Photo.id,
            node.c.name.label("store_name"),
            person.name.label("person"),
            Photo.reason,
            Photo.content_type,
            Photo.size,
            Photo.changed_at.label("refused_at"),
            Photo.removed_at,
        )
        .join(node, and_(node.c.org_id == Photo.org_id, node.c.id == Photo.store_id))
        .outerjoin(account_ref, and_(person.org_id == Photo.org_id, person.id == Photo.taken_by))
        .where(Photo.org_id == tx.org_id, Photo.state == PhotoState.REFUSED)
    )
    if after is not None:
        statement = statement.where(tuple_(Photo.changed_at, Photo.id) < (after.at, after.id))
    return await tx.all(statement.order_by(Photo.changed_at.desc(), Photo.id.desc()).limit(limit), RefusedPhoto)
