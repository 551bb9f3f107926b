"""The detector by the model file, or by the folder of its versions. Only the worker's composition root imports it."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from shelfvision.inference.api import Backend, ModelUnavailable, Outcome, ShelfReader, ShelfReading
from shelfvision.learning.source import ModelSource
from storewalk.shelves.detector import Box, Detector, DetectorUnavailable, Label, Row, Sight

MOST_LANES = 4
log = structlog.get_logger()


class OnnxDetector(Detector):
    """Reads as many photos at a time as there are processors, each in a lane of its own: a thread.

    A photo that comes alone begins at once; those that come together keep all processors busy, and what hangs or fails
    in one lane is nothing to the others. The model is loaded for the first photo, not at start; between photos a newly
    promoted version is taken up, and one that cannot be loaded is logged and passed over.
    """

    def __init__(self, model: Path | None, backend: str = Backend.AUTO, lanes: int = 0) -> None:
        """Take the model's file or folder (None: this installation has none); 0 lanes is one for each processor."""
        self._source = ModelSource(model, _refused, backend=Backend(backend)) if model is not None else None
        self._free: asyncio.Queue[ThreadPoolExecutor] = asyncio.Queue()
        for _ in range(lanes or min(MOST_LANES, len(os.sched_getaffinity(0)))):
            self._free.put_nowait(_lane())

    async def read(self, pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
        """Read one photo; see `Detector.read`.

        A thread cannot be stopped: when the caller has waited long enough, the lane is left to it, and the next photo
        gets a new one.
        """
        lane = await self._free.get()
        try:
            found = await asyncio.get_running_loop().run_in_executor(lane, self._read, pixels, org_id)
        except asyncio.CancelledError:
            lane.shutdown(wait=False)
            lane = _lane()
            raise
        finally:
            self._free.put_nowait(lane)
        return found

    async def ready(self, org_id: UUID) -> None:
        """Load the model, if it is not; see `Detector.ready`."""
        await asyncio.to_thread(self._loaded, org_id)

    def _read(self, pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
        return sight(self._loaded(org_id).read([pixels])[0])

    def _loaded(self, org_id: UUID) -> ShelfReader:
        if self._source is None:
            raise DetectorUnavailable("STOREWALK_MODEL is not set")
        try:
            return self._source.reader(str(org_id))
        except ModelUnavailable as fault:
            raise DetectorUnavailable(str(fault)) from fault


def _refused(fault: str) -> None:
    log.error("detector.version_refused", fault=fault)


def _lane() -> ThreadPoolExecutor:
    """Return a thread for one photo at a time."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="detector")


def sight(reading: ShelfReading) -> Sight:
    """Translate a reading of the model into the room's terms."""
    doubt = None
    if reading.outcome is not Outcome.READ:
        doubt = reading.reason.value if reading.reason is not None else "unsure"
    return Sight(
        doubt=doubt,
        availability=reading.availability,
        facings=reading.facings,
        gaps=reading.gaps,
        boxes=[
            Box(label=Label(box.label), score=box.score, x0=box.x0, y0=box.y0, x1=box.x1, y1=box.y1)
            for box in reading.boxes
        ],
        rows=[
            Row(
                y0=row.y0,
                y1=row.y1,
                facings=row.facings,
                gaps=row.gaps,
                missing=row.missing,
                availability=row.availability,
            )
            for row in reading.rows
        ],
        model_version=reading.model_version,
    )
