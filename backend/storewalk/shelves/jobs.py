"""Reading shelf photos in the background. The model comes with the worker's `Detector`."""

from datetime import timedelta
from typing import Final

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.photos.api import Darkroom, original_key
from storewalk.photos.events import PhotoReady
from storewalk.shelves import queries, service
from storewalk.shelves.detector import Detector, DetectorUnavailable
from storewalk.shelves.service import SETTLED, ReadShelf

MOST_BYTES: Final = 20 * 1024 * 1024  # no larger photo is taken
LONGEST: Final = 1600  # pixels of the longer side that the detector gets to see
OUTAGE_TRIES: Final = 40  # every three minutes: two hours without PostgreSQL or the object store lose no reading


async def read(ctx: JobContext, job: ReadShelf) -> None:
    """Fetch the original, have it read, keep what was seen.

    Safe to run twice: a settled reading is left alone, and settling happens once under its row lock. A fault of the
    detector is counted and raised again, so that the queue waits and retries, and the console's job page shows the
    last one. A fault of the object store is only raised: the reading stays pending while the store is away.
    """
    async with ctx.tx() as tx:
        known = (await queries.reading_for(tx, [job.photo_id])).get(job.photo_id)
    if known is None or known.state in SETTLED:
        return
    image = await ctx.objects.get(original_key(ctx.org_id, job.photo_id), MOST_BYTES)
    try:
        pixels = await ctx.use(Darkroom).pixels(image, LONGEST)
        sight = await ctx.use(Detector).read(pixels)
    except Exception as fault:
        reason = "no_detector" if isinstance(fault, DetectorUnavailable | KeyError) else "detector_fault"
        async with ctx.tx() as tx:
            await service.count_fault(tx, job.photo_id, reason)
        raise
    async with ctx.tx() as tx:
        await service.settle(tx, job.photo_id, sight)


JOBS = (
    JobHandler(
        ReadShelf,
        read,
        attempts=service.TRIES + OUTAGE_TRIES,
        first_wait=timedelta(seconds=5),
        longest_wait=timedelta(minutes=3),
    ),
)
SUBSCRIBERS = (Subscriber(PhotoReady, "shelves.begin", service.begin),)
SCHEDULES: tuple[Schedule, ...] = ()
