"""How many photos a second one worker takes from "uploaded" to "read": fetch, hash, decode, thumbnails, detection."""

import asyncio
import time
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select

from storewalk.core.ids import new_id
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.identity.api import system_actor
from storewalk.photos import keys, service
from storewalk.photos.darkroom import ContentType
from storewalk.photos.models import Purpose, Source
from storewalk.photos.schemas import Capture, RegisterPhoto
from storewalk.shelves.models import ReadingState, ShelfReading
from tests.factories.jobs import JobRunner
from tests.factories.photos import jpeg

SIDES = (1600, 1200)  # what the phone's camera screen sends
AT_ONCE = 8


async def measure(platform: Platform, org_id: UUID, store_id: UUID, n: int) -> float:
    """Return photos per second of wall time over `n` different shelf photos, the model being loaded already.

    `platform` needs the worker's resources. The photos are drawn, registered and put in the store before the clock
    starts; it stops when the queue is empty. Raises RuntimeError unless every photo ends read or unsure.
    """
    run = JobRunner(platform)
    await hand_in(platform, org_id, store_id, await asyncio.to_thread(jpeg, 0, SIDES))
    await run()
    uploads = [await asyncio.to_thread(jpeg, seed, SIDES) for seed in range(1, n + 1)]
    for first in range(0, n, AT_ONCE):
        batch = uploads[first : first + AT_ONCE]
        await asyncio.gather(*(hand_in(platform, org_id, store_id, data) for data in batch))
    started = time.perf_counter()
    await run()
    seconds = time.perf_counter() - started
    done = await readings(platform, org_id)
    if done != n + 1:
        raise RuntimeError(f"only {done} of {n + 1} photos were read")
    return n / seconds


async def hand_in(platform: Platform, org_id: UUID, store_id: UUID, data: bytes, *, complete: bool = True) -> UUID:
    """Register a photo, store its bytes where the policy would, and say that it is complete unless told otherwise."""
    photo_id = new_id()
    form = RegisterPhoto(
        id=photo_id,
        store_id=store_id,
        purpose=Purpose.SHELF,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        content_type=ContentType.JPEG,
        capture=Capture(taken_at=datetime.now(UTC), source=Source.CAMERA, device="bench"),
    )
    context = JobContext(platform, org_id)
    async with context.tx() as tx:
        await service.register(tx, form)
    await platform.objects.put(keys.upload(org_id, photo_id), data, ContentType.JPEG)
    if complete:
        async with context.tx() as tx:
            await service.complete(tx, photo_id)
    return photo_id


async def readings(platform: Platform, org_id: UUID) -> int:
    """Return how many photos of the organization the detector has answered for."""
    answered = (ReadingState.READ, ReadingState.UNSURE)
    counted = select(func.count()).where(ShelfReading.org_id == org_id, ShelfReading.state.in_(answered))
    async with platform.transaction(system_actor(org_id)) as tx:
        return (await tx.scalars(counted))[0]
