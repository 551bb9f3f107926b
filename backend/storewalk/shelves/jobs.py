"""Reading shelf photos in the background, exporting what people corrected, and watching the model.

Model and darkroom come with the worker; the API may import this module.
"""

import asyncio
from datetime import timedelta
from typing import Final
from uuid import UUID

from storewalk.core.events import Subscriber
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.photos.api import Darkroom, original_key
from storewalk.photos.events import PhotoReady
from storewalk.shelves import labels
from storewalk.shelves.detector import Detector, DetectorUnavailable, Sight
from storewalk.shelves.queries import readings
from storewalk.shelves.service import drift, reading
from storewalk.shelves.service.export import ExportLabels
from storewalk.shelves.service.reading import SETTLED, TRIES, ReadShelf

MOST_BYTES: Final = 20 * 1024 * 1024  # no larger photo is taken
# Pixels of the longer side that the detector gets to see: a tile of the finest grid, over a third of it, still fills
# the network's input, and a 12-megapixel JPEG is decoded at a quarter of its size.
LONGEST: Final = 1024
SLOWEST_S: Final = 60.0  # fourteen passes take a second; nobody's visit waits longer for a detector that hangs
OUTAGE_TRIES: Final = 40  # every three minutes: two hours without PostgreSQL or the object store lose no reading
AGAIN_TRIES: Final = 48  # half-hourly tries after those of the queue: a day
AGAIN_AT_ONCE: Final = 50


class ReadAgain(Job, label="shelves.read_again"):
    """Look whether the detector is back for the photos that it failed to read."""


class WatchModel(Job, label="shelves.watch_model"):
    """Look whether the model still sees as it used to."""


async def watch_model(ctx: JobContext, job: WatchModel) -> None:
    """Look at the model. Safe to run twice: see `drift.watch`."""
    del job
    async with ctx.tx() as tx:
        await drift.watch(tx)


async def read(ctx: JobContext, job: ReadShelf) -> None:
    """Have one photo read.

    Safe to run twice: a settled reading is left alone, and settling happens once under its row lock. A fault of the
    detector is counted and raised again, so that the queue waits and retries, and the console's job page shows the
    last one. A fault of the object store is only raised: the reading stays pending while the store is away.
    """
    async with ctx.tx() as tx:
        known = await readings.find_state(tx, job.photo_id)
    if known is None or known in SETTLED:
        return
    await read_photo(ctx, job.photo_id)


async def read_again(ctx: JobContext, job: ReadAgain) -> None:
    """Read what had failed, once the detector is back; one that fails again waits for the next time.

    Safe to run twice, as `read`; without a detector nothing is tried.
    """
    del job
    async with ctx.tx() as tx:
        waiting = await readings.failed_readings(tx, TRIES + OUTAGE_TRIES + AGAIN_TRIES, AGAIN_AT_ONCE)
    if not waiting:
        return
    try:
        await ctx.use(Detector).ready(ctx.org_id)
    except (DetectorUnavailable, KeyError):
        return
    for photo_id in waiting:
        await asyncio.gather(read_photo(ctx, photo_id), return_exceptions=True)  # its fault is counted


async def read_photo(ctx: JobContext, photo_id: UUID) -> None:
    """Fetch the original, have it read, keep what was seen. Raises what the detector or the object store raises."""
    image = await ctx.objects.get(original_key(ctx.org_id, photo_id), MOST_BYTES)
    try:
        sight = await _look(ctx, image)
    except Exception as fault:
        async with ctx.tx() as tx:
            await reading.count_fault(tx, photo_id, _reason(fault))
        raise
    async with ctx.tx() as tx:
        await reading.settle(tx, photo_id, sight)


async def _look(ctx: JobContext, image: bytes) -> Sight:
    async with asyncio.timeout(SLOWEST_S):
        pixels = await ctx.use(Darkroom).pixels(image, LONGEST)
        return await ctx.use(Detector).read(pixels, ctx.org_id)


def _reason(fault: Exception) -> str:
    if isinstance(fault, DetectorUnavailable | KeyError):
        return "no_detector"
    return "detector_slow" if isinstance(fault, TimeoutError) else "detector_fault"


JOBS = (
    JobHandler(
        ReadShelf,
        read,
        attempts=TRIES + OUTAGE_TRIES,
        first_wait=timedelta(seconds=5),
        longest_wait=timedelta(minutes=3),
        concurrency=4,  # some are fetched and decoded while others are read, each by a lane of the detector's
    ),
    JobHandler(ReadAgain, read_again),
    JobHandler(WatchModel, watch_model),
    JobHandler(ExportLabels, labels.export, attempts=6, first_wait=timedelta(seconds=10), concurrency=1),
)
SUBSCRIBERS = (Subscriber(PhotoReady, "shelves.begin", reading.begin),)
SCHEDULES = (
    Schedule("shelves.read_again", "*/30 * * * *", ReadAgain()),
    Schedule("shelves.watch_model", "40 20 * * *", WatchModel()),  # twenty to five in the morning in China
)
