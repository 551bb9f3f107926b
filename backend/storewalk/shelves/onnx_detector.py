"""The detector by the shipped ONNX model. Only the worker's composition root imports this module."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from shelfvision.inference.api import ModelUnavailable, Outcome, ShelfReader, ShelfReading
from storewalk.shelves.detector import Box, Detector, DetectorUnavailable, Label, Row, Sight


class OnnxDetector(Detector):
    """Reads one photo at a time in a thread of its own; the model is loaded for the first photo, not at start."""

    def __init__(self, model: Path | None, threads: int = 1) -> None:
        """Take the model's path (None: this installation has no model) and the threads one inference may use."""
        self._model = model
        self._threads = threads
        self._reader: ShelfReader | None = None
        self._lane = _lane()

    async def read(self, pixels: NDArray[np.uint8]) -> Sight:
        """Read one photo; see `Detector.read`.

        A thread cannot be stopped: when the caller has waited long enough, the lane is left to it, and the next photo
        gets a new one.
        """
        lane = self._lane
        try:
            return await asyncio.get_running_loop().run_in_executor(lane, self._read, pixels)
        except asyncio.CancelledError:
            if self._lane is lane:
                self._lane = _lane()
                lane.shutdown(wait=False)
            raise

    async def ready(self) -> None:
        """Load the model, if it is not; see `Detector.ready`."""
        await asyncio.get_running_loop().run_in_executor(self._lane, self._loaded)

    def _read(self, pixels: NDArray[np.uint8]) -> Sight:
        return sight(self._loaded().read([pixels])[0])

    def _loaded(self) -> ShelfReader:
        if self._reader is None:
            if self._model is None:
                raise DetectorUnavailable("STOREWALK_MODEL is not set")
            try:
                self._reader = ShelfReader(self._model, threads=self._threads)
            except ModelUnavailable as fault:
                raise DetectorUnavailable(str(fault)) from fault
        return self._reader


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
