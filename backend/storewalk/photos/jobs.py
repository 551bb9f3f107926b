"""Verification in the background. Pillow comes with the worker's `Darkroom`; the API may import this module."""

import asyncio
from datetime import timedelta
from hashlib import sha256
from typing import Final

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.core.objects import ObjectMissing, ObjectTooLarge
from storewalk.photos import keys, queries, reuse, service
from storewalk.photos.darkroom import Darkroom, Prints, Reason, UnfitPhoto
from storewalk.photos.events import PhotoReady
from storewalk.photos.models import Photo, PhotoState
from storewalk.photos.service import VerifyPhoto

LOOKS: Final = tuple(timedelta(seconds=s) for s in (2, 5, 15, 45, 120, 300))
"""Waits between looks for an upload that was said to be complete; after eight minutes it counts as missing."""


async def verify(ctx: JobContext, job: VerifyPhoto) -> None:
    """Fetch, compare, develop, keep, settle in one transaction, and clear the upload away.

    Safe to run twice: only an `uploaded` photo is settled, under its row lock, and the objects written before that
    have fixed keys and the same content each time. A store that is down raises, and the queue tries again.
    """
    async with ctx.tx() as tx:
        photo = await queries.lock_photo(tx, job.photo_id)
    if photo is None:
        return
    uploaded = keys.upload(ctx.org_id, photo.id)
    if photo.state is PhotoState.UPLOADED:
        try:
            data = await ctx.objects.get(uploaded, photo.size)
        except ObjectMissing:
            async with ctx.tx() as tx:
                await service.look_later(tx, job, LOOKS)
            return
        except ObjectTooLarge:
            data = b""
        verdict = await examine(ctx, photo, data)
        async with ctx.tx() as tx:
            await service.settle(tx, photo.id, verdict)
    if photo.state is not PhotoState.AWAITING:
        await ctx.objects.delete(uploaded)


async def examine(ctx: JobContext, photo: Photo, data: bytes) -> Prints | Reason:
    """Check size, hash and picture, and keep the original and the renditions of one that is fit."""
    if len(data) != photo.size:
        return Reason.SIZE_MISMATCH
    if (await asyncio.to_thread(sha256, data)).hexdigest() != photo.sha256:
        return Reason.HASH_MISMATCH
    if photo.content_type is None:
        return Reason.WRONG_TYPE
    try:
        prints = await ctx.use(Darkroom).develop(data, photo.content_type)
    except UnfitPhoto as unfit:
        return unfit.reason
    await asyncio.gather(
        ctx.objects.put(keys.original(ctx.org_id, photo.id), data, photo.content_type),
        ctx.objects.put(keys.large(ctx.org_id, photo.id), prints.large, "image/webp"),
        ctx.objects.put(keys.small(ctx.org_id, photo.id), prints.small, "image/webp"),
    )
    return prints


# Sixty tries outlast hours without an object store; four at once bound the memory of photos in flight.
JOBS = (JobHandler(VerifyPhoto, verify, attempts=60, concurrency=4),)
SUBSCRIBERS = (Subscriber(PhotoReady, "photos.flag_reuse", reuse.flag),)
SCHEDULES: tuple[Schedule, ...] = ()
