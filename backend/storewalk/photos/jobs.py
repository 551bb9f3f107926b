"""Verification in the background. Pillow comes with the worker's `Darkroom`; the API may import this module."""

import asyncio
from datetime import timedelta
from hashlib import sha256
from typing import Final

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.core.objects import ObjectMissing, ObjectTooLarge
from storewalk.photos import keys, queries, retention, reuse, service, share
from storewalk.photos.darkroom import ContentType, Darkroom, Prints, Reason, UnfitPhoto
from storewalk.photos.events import PhotoReady
from storewalk.photos.evidence import compare, look_up
from storewalk.photos.models import Photo, PhotoState, Purpose
from storewalk.photos.service import VerifyPhoto
from storewalk.photos.sound import Heard, hear
from storewalk.photos.stamp import Shot, caption
from storewalk.photos.surveyor import Surveyor

LOOKS: Final = tuple(timedelta(seconds=s) for s in (2, 5, 15, 45, 120, 300))
"""Waits between looks for an upload that was said to be complete; after eight minutes it counts as missing."""


async def verify(ctx: JobContext, job: VerifyPhoto) -> None:
    """Fetch, compare, develop, keep, settle in one transaction, and clear the upload away.

    Safe to run twice: only an `uploaded` photo is settled, under its row lock, and the objects written before that
    have fixed keys and the same content each time. A store that is down raises, and the queue tries again.
    """
    surveyor = ctx.use(Surveyor)
    async with ctx.tx() as tx:
        photo = await queries.lock_photo(tx, job.photo_id)
        if photo is None:
            return
        shot = await look_up(tx, photo, surveyor) if photo.state is PhotoState.UPLOADED else None
    uploaded = keys.upload(ctx.org_id, photo.id)
    if shot is not None:
        try:
            data = await ctx.objects.get(uploaded, photo.size)
        except ObjectMissing:
            async with ctx.tx() as tx:
                await service.look_later(tx, job, LOOKS)
            return
        except ObjectTooLarge:
            data = b""
        verdict = await examine(ctx, photo, shot, data)
        record = verdict.record if isinstance(verdict, Prints) else None
        async with ctx.tx() as tx:
            await service.settle(tx, photo.id, verdict, compare(photo, shot.site, record, surveyor))
    if photo.state is not PhotoState.AWAITING:
        await ctx.objects.delete(uploaded)


async def examine(ctx: JobContext, photo: Photo, shot: Shot, data: bytes) -> Prints | Heard | Reason:
    """Check size, hash and content; keep original and renditions of a fit one, and put others into quarantine."""
    try:
        found = await develop(ctx, photo, shot, data)
    except UnfitPhoto as unfit:
        await ctx.objects.put(keys.quarantine(ctx.org_id, photo.id), data, "application/octet-stream")
        return unfit.reason
    kept: dict[str, tuple[bytes, str]] = {
        keys.original(ctx.org_id, photo.id): (data, photo.content_type or ContentType.JPEG)
    }
    if isinstance(found, Prints):
        kept[keys.large(ctx.org_id, photo.id)] = (found.large, "image/jpeg")
        kept[keys.small(ctx.org_id, photo.id)] = (found.small, "image/webp")
    await asyncio.gather(*(ctx.objects.put(key, *content) for key, content in kept.items()))
    return found


async def develop(ctx: JobContext, photo: Photo, shot: Shot, data: bytes) -> Prints | Heard:
    """Develop or hear bytes that are what was promised. Raises UnfitPhoto for others, and for no picture or sound."""
    if len(data) != photo.size:
        raise UnfitPhoto(Reason.SIZE_MISMATCH)
    if (await asyncio.to_thread(sha256, data)).hexdigest() != photo.sha256:
        raise UnfitPhoto(Reason.HASH_MISMATCH)
    if photo.content_type is None:
        raise UnfitPhoto(Reason.WRONG_TYPE)
    if photo.purpose is Purpose.VOICE:
        return hear(data, photo.content_type)
    catalog = ctx.platform.catalog
    words = caption(shot, lambda key, params: catalog.text(key, shot.locale, params))
    return await ctx.use(Darkroom).develop(data, photo.content_type, words)


# Sixty tries outlast hours without an object store; four at once bound the memory of photos in flight.
JOBS = (
    JobHandler(VerifyPhoto, verify, attempts=60, concurrency=4),
    JobHandler(share.VeilPhoto, share.veil, concurrency=1),
    JobHandler(share.DrawShare, share.draw, concurrency=1),
    JobHandler(retention.RemovePhotos, retention.run, concurrency=1),
)
SUBSCRIBERS = (Subscriber(PhotoReady, "photos.flag_reuse", reuse.flag),)
SCHEDULES = (Schedule("photos.retain", "20 18 * * *", retention.RemovePhotos()),)  # 02:20 in China
