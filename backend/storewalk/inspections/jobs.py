"""What the room does in the background: settle what photographs settle, and call visits missed."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.core.tx import Tx
from storewalk.inspections.service.miss import mark_missed
from storewalk.inspections.service.settle import photo_changed
from storewalk.photos.events import PhotoReady, PhotoRefused
from storewalk.shelves.events import ShelfCorrected, ShelfRead


class MarkMissed(Job, label="inspections.mark_missed"):
    """Look for planned visits whose time is over."""


async def on_photo(tx: Tx, event: PhotoReady | PhotoRefused) -> None:
    """Settle the answers that name the photograph.

    Safe to run twice and in any order: the photograph's state is read afresh, and a settled answer stays as it is.
    """
    await photo_changed(tx, event.subject_id)


async def on_shelf(tx: Tx, event: ShelfRead) -> None:
    """Settle the answers that name the shelf photograph; safe to run twice and in any order, as `on_photo`."""
    await photo_changed(tx, event.photo_id)


async def on_correction(tx: Tx, event: ShelfCorrected) -> None:
    """Settle by a person's boxes what is not final; safe to run twice and in any order, as `on_photo`."""
    await photo_changed(tx, event.subject_id, corrected=True)


async def run_mark_missed(ctx: JobContext, job: MarkMissed) -> None:
    """Mark missed visits. Safe to run twice, or twice at once: a marked or locked visit is passed over."""
    del job
    async with ctx.tx() as tx:
        await mark_missed(tx)


SUBSCRIBERS = (
    Subscriber(PhotoReady, "inspections.photo_ready", on_photo),
    Subscriber(PhotoRefused, "inspections.photo_refused", on_photo),
    Subscriber(ShelfRead, "inspections.shelf_read", on_shelf),
    Subscriber(ShelfCorrected, "inspections.shelf_corrected", on_correction),
)
JOBS = (JobHandler(MarkMissed, run_mark_missed),)
SCHEDULES = (Schedule("inspections.mark_missed", "*/5 * * * *", MarkMissed()),)
