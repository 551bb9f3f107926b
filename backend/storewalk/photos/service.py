"""A photo's way: expected or registered, uploaded, then ready, refused or missing."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from storewalk.core.access import Permission
from storewalk.core.clock import occurred
from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.jobs import Job
from storewalk.core.tx import Tx
from storewalk.identity import api as identity
from storewalk.photos import queries
from storewalk.photos.darkroom import RESENDABLE, ContentType, Prints, Reason
from storewalk.photos.events import PhotoMissing, PhotoReady, PhotoRefused, PhotoRegistered, PhotoUploaded
from storewalk.photos.evidence import Evidence
from storewalk.photos.fingerprint import bands
from storewalk.photos.models import Photo, PhotoState, Purpose
from storewalk.photos.permissions import READ, UPLOAD
from storewalk.photos.schemas import Capture, PhotoSpec, RegisterPhoto
from storewalk.photos.sound import MOST_BYTES, READERS, Heard

MOST_AT_ONCE = 30


class VerifyPhoto(Job, label="photos.verify"):
    """Check an uploaded photo and develop it; `look` counts how often it was looked for in vain."""

    photo_id: UUID
    look: int = 0


async def register(tx: Tx, form: RegisterPhoto) -> Photo:
    """Note a capture, or find it noted, and await its bytes; what the first registration said of it stays.

    Raises NotFound outside the actor's stores, WrongState when the id stands for other content, Invalid for a type
    that is not taken.
    """
    await identity.require_within(tx, UPLOAD, form.store_id)
    content_type = accepted_type(form.content_type, form.purpose)
    spec = PhotoSpec(id=form.id, sha256=form.sha256, size=form.size)
    photo = (await queries.lock_photos(tx, [form.id])).get(form.id)
    if photo is None:
        photo = awaited(tx, form.store_id, spec, form.purpose, READ)
    require_same(photo, form.store_id, spec, form.purpose)
    fresh = photo.taken_at is None
    if fresh:
        note_capture(tx, photo, form.capture)
    if photo.state is PhotoState.REFUSED and photo.reason in RESENDABLE:
        photo.state, photo.reason, fresh = PhotoState.AWAITING, None, True
    if photo.state is PhotoState.AWAITING:
        photo.content_type = content_type
    if fresh:
        tx.record(PhotoRegistered(subject_id=photo.id, store_id=photo.store_id, purpose=photo.purpose))
    return photo


async def complete(tx: Tx, photo_id: UUID) -> Photo:
    """Believe the phone that the upload is done, and have it checked; said again, it changes nothing.

    A phone that missed the first answer may have uploaded once more: said of a settled photo, that copy is removed.

    Raises NotFound outside the actor's stores, WrongState before the photo was registered.
    """
    photo = await queries.lock_photo(tx, photo_id)
    if photo is None:
        raise NotFound("photos.not_found")
    await identity.require_within(tx, UPLOAD, photo.store_id)
    if photo.content_type is None:
        raise WrongState("photos.not_registered")
    if photo.state is PhotoState.AWAITING:
        photo.state, photo.reason = PhotoState.UPLOADED, None
        tx.record(PhotoUploaded(subject_id=photo.id, store_id=photo.store_id))
        await tx.enqueue(VerifyPhoto(photo_id=photo.id))
    elif photo.state is not PhotoState.UPLOADED:
        await tx.enqueue(VerifyPhoto(photo_id=photo.id), dedupe=str(photo.id))
    return photo


async def expect(
    tx: Tx, store_id: UUID, specs: Sequence[PhotoSpec], purpose: Purpose, permission: Permission
) -> list[Photo]:
    """Attach named photos to something of `store_id`; rows are made for those that have yet to arrive.

    `permission` opens the photos from now on, unless another room gave them one before. The caller has checked that
    the actor may write in the store, and records the event.

    Raises NotFound for a photo of another store, WrongState for an id that stands for other content, Invalid for more
    than 30 photos or one listed twice.
    """
    if len(specs) > MOST_AT_ONCE:
        raise Invalid("photos.too_many", field="photos", limit=MOST_AT_ONCE)
    if len({spec.id for spec in specs}) < len(specs):
        raise Invalid("photos.twice", field="photos")
    known = await queries.lock_photos(tx, [spec.id for spec in specs]) if specs else {}
    photos: list[Photo] = []
    for spec in specs:
        photo = known.get(spec.id) or awaited(tx, store_id, spec, purpose, permission)
        require_same(photo, store_id, spec, purpose)
        if photo.permission == READ.code:
            photo.permission = permission.code
        if purpose is Purpose.SHELF and photo.purpose is not purpose:
            photo.purpose = purpose
            if photo.state is PhotoState.READY:
                announce(tx, photo)  # it was verified as evidence, so nobody has read the shelf yet
        photos.append(photo)
    return photos


async def settle(tx: Tx, photo_id: UUID, verdict: Prints | Heard | Reason, evidence: Evidence) -> None:
    """Write what verification found; a photo that is no longer `uploaded` stays as it is."""
    photo = await queries.lock_photo(tx, photo_id)
    if photo is None or photo.state is not PhotoState.UPLOADED:
        return
    photo.settled_at = tx.now
    photo.distance_m, photo.exif_apart_m = evidence.distance_m, evidence.exif_apart_m
    photo.exif_taken_at = evidence.exif_taken_at
    photo.exif_latitude, photo.exif_longitude = evidence.exif_latitude, evidence.exif_longitude
    if isinstance(verdict, Reason):
        photo.state, photo.reason = PhotoState.REFUSED, verdict
        tx.record(PhotoRefused(subject_id=photo.id, store_id=photo.store_id, reason=verdict))
        return
    photo.state, photo.reason = PhotoState.READY, None
    if isinstance(verdict, Heard):
        photo.duration_ms = verdict.duration_ms
        announce(tx, photo)
        return
    photo.width, photo.height, photo.phash = verdict.width, verdict.height, verdict.phash
    if verdict.phash is not None:
        photo.band_0, photo.band_1, photo.band_2, photo.band_3, photo.band_4 = bands(verdict.phash)
    announce(tx, photo)


async def look_later(tx: Tx, job: VerifyPhoto, waits: Sequence[timedelta]) -> None:
    """Look for the upload again after the next wait; after the last, say that it is missing and await it anew."""
    photo = await queries.lock_photo(tx, job.photo_id)
    if photo is None or photo.state is not PhotoState.UPLOADED:
        return
    if job.look < len(waits):
        await tx.enqueue(VerifyPhoto(photo_id=photo.id, look=job.look + 1), after=waits[job.look])
        return
    photo.state, photo.reason = PhotoState.AWAITING, Reason.MISSING
    tx.record(PhotoMissing(subject_id=photo.id, store_id=photo.store_id))


def accepted_type(content_type: str, purpose: Purpose) -> ContentType:
    """Return a content type that is taken for a purpose. Raises Invalid for others, with advice for HEIC."""
    if purpose is Purpose.VOICE:
        if content_type not in READERS:
            raise Invalid("photos.voice_type", field="contentType", type=content_type)
        return ContentType(content_type)
    if content_type in {"image/heic", "image/heif"}:
        raise Invalid("photos.heic", field="contentType")
    if content_type not in set(ContentType) - set(READERS):
        raise Invalid("photos.type", field="contentType", type=content_type)
    return ContentType(content_type)


def awaited(tx: Tx, store_id: UUID, spec: PhotoSpec, purpose: Purpose, permission: Permission) -> Photo:
    """Add the row of a photo whose bytes will follow. Raises Invalid for a spoken note of more than a megabyte."""
    if purpose is Purpose.VOICE and spec.size > MOST_BYTES:
        raise Invalid("photos.voice_too_large", field="size")
    photo = Photo(
        org_id=tx.org_id,
        id=spec.id,
        store_id=store_id,
        permission=permission.code,
        purpose=purpose,
        sha256=spec.sha256,
        size=spec.size,
        state=PhotoState.AWAITING,
    )
    tx.session.add(photo)
    return photo


def require_same(photo: Photo, store_id: UUID, spec: PhotoSpec, purpose: Purpose) -> None:
    """Raise NotFound for a photo of another store and WrongState for an id that stands for something else."""
    if photo.store_id != store_id:
        raise NotFound("photos.not_found")
    if (photo.sha256, photo.size) != (spec.sha256, spec.size):
        raise WrongState("photos.other_content")
    if (photo.purpose is Purpose.VOICE) != (purpose is Purpose.VOICE):
        raise WrongState("photos.other_kind")


def note_capture(tx: Tx, photo: Photo, capture: Capture) -> None:
    """Keep the capture record, its time corrected by the device's measured offset and never in the future."""
    photo.taken_at = occurred(tx.now, capture.taken_at, tx.occurrence.offset)
    photo.source, photo.device_name, photo.taken_by = capture.source, capture.device, tx.actor.account_id
    photo.device_offset_ms = round(tx.occurrence.offset / timedelta(milliseconds=1))
    if capture.position is not None:
        photo.latitude, photo.longitude = capture.position.lat, capture.position.lng
        photo.accuracy_m, photo.datum = capture.position.accuracy_m, capture.position.datum


def announce(tx: Tx, photo: Photo) -> None:
    """Record that a photo is ready."""
    tx.record(
        PhotoReady(
            subject_id=photo.id,
            store_id=photo.store_id,
            purpose=photo.purpose,
            sha256=photo.sha256,
            width=photo.width or 0,
            height=photo.height or 0,
        )
    )
