"""A reading's way: pending with the photo, then read, unsure or failed."""

from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.jobs import Job
from storewalk.core.tx import Tx
from storewalk.photos.api import Purpose
from storewalk.photos.events import PhotoReady
from storewalk.shelves.detector import Sight
from storewalk.shelves.events import ShelfRead
from storewalk.shelves.models import ReadingState, ShelfReading
from storewalk.shelves.queries import readings

TRIES: Final = 7
"""Faults of the detector before a person is asked: about five minutes with the job's waits."""

SETTLED: Final = frozenset({ReadingState.READ, ReadingState.UNSURE})


class ReadShelf(Job, label="shelves.read"):
    """Have the detector read a photo."""

    photo_id: UUID


async def begin(tx: Tx, event: PhotoReady) -> None:
    """Make the pending reading of a shelf photo and ask for it to be read; one photo has one reading."""
    if event.purpose != Purpose.SHELF or event.store_id is None:
        return
    if await readings.lock_reading(tx, event.subject_id) is not None:
        return
    tx.session.add(
        ShelfReading(
            org_id=tx.org_id,
            photo_id=event.subject_id,
            store_id=event.store_id,
            state=ReadingState.PENDING,
            tries=0,
            boxes=[],
            rows=[],
            revision=0,
        )
    )
    await tx.enqueue(ReadShelf(photo_id=event.subject_id), dedupe=str(event.subject_id))


async def settle(tx: Tx, photo_id: UUID, sight: Sight) -> None:
    """Keep what the detector saw; a reading that is settled stays, a failed one is mended."""
    reading = await readings.lock_reading(tx, photo_id)
    if reading is None or reading.state in SETTLED:
        return
    doubt = sight.doubt or (None if sight.availability is not None else "nothing_seen")
    reading.state = ReadingState.READ if doubt is None else ReadingState.UNSURE
    reading.reason, reading.model_version, reading.read_at = doubt, sight.model_version, tx.now
    reading.availability, reading.facings, reading.gaps = sight.availability, sight.facings, sight.gaps
    reading.boxes, reading.rows = msgspec.to_builtins(sight.boxes), msgspec.to_builtins(sight.rows)
    record(tx, reading)


async def count_fault(tx: Tx, photo_id: UUID, reason: str) -> None:
    """Count a fault of the detector; the last one turns a pending reading into a failed one, which stays so."""
    reading = await readings.lock_reading(tx, photo_id)
    if reading is None or reading.state in SETTLED:
        return
    reading.tries += 1
    reading.reason = reason
    if reading.state is ReadingState.PENDING and reading.tries >= TRIES:
        reading.state = ReadingState.FAILED
        record(tx, reading)


def record(tx: Tx, reading: ShelfReading) -> None:
    """Record that the detector is done; a doubtful sight gives no figures to judge by."""
    sure = reading.state is ReadingState.READ
    tx.record(
        ShelfRead(
            subject_id=reading.photo_id,
            store_id=reading.store_id,
            photo_id=reading.photo_id,
            state=reading.state,
            availability=reading.availability if sure else None,
            gaps=reading.gaps if sure else None,
            facings=reading.facings if sure else None,
        )
    )
