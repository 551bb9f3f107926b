"""Flagging a picture that was handed in before: the same bytes, or nearly the same picture, with another capture."""

from datetime import timedelta

from storewalk.core.tx import Tx
from storewalk.photos import queries
from storewalk.photos.events import PhotoReady, PhotoReused
from storewalk.photos.fingerprint import NEAR, distance
from storewalk.photos.models import Photo

BURST = timedelta(minutes=10)
"""Several honest shots of one shelf in one visit look alike; within this time and one store they are not flagged."""


async def flag(tx: Tx, event: PhotoReady) -> None:
    """Compare a ready photo with all that are ready, and mark the later of a pair with the earlier one's id.

    Runs after the photo's own commit, so of two photos verified at once at least the second finds the first.
    Safe to run twice: a flag that is set stays.
    """
    alike = await queries.lookalikes(tx, event.subject_id)
    if not alike:
        return
    photos = await queries.lock_photos(tx, [event.subject_id, *alike])
    photo = photos.pop(event.subject_id)
    for other in sorted(photos.values(), key=order):
        later, earlier = (photo, other) if order(photo) > order(other) else (other, photo)
        if later.reused_of is None and same_picture(earlier, later):
            later.reused_of = earlier.id
            tx.record(PhotoReused(subject_id=later.id, store_id=later.store_id, original=earlier.id))


def order(photo: Photo) -> tuple[object, ...]:
    """Sort photos by when the server first heard of them."""
    return (photo.recorded_at, photo.id)


def same_picture(one: Photo, other: Photo) -> bool:
    """Tell whether two captures that claim to be different show one picture."""
    if one.taken_at is None or other.taken_at is None or one.taken_at == other.taken_at:
        return False
    if one.sha256 == other.sha256:
        return True
    if one.phash is None or other.phash is None or distance(one.phash, other.phash) > NEAR:
        return False
    return one.store_id != other.store_id or abs(one.taken_at - other.taken_at) > BURST
