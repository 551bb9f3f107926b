"""The detector by the shipped ONNX model. Only the worker's composition root imports this module."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from shelfvision.inference.api import ModelUnavailable, Outcome, ShelfReader, ShelfReading
from storewalk.shelves.detector import Box, Detector, DetectorUnavailable, Label, Sight


class OnnxDetector(Detector):
    """Reads one photo at a time in a thread of its own; the model is loaded for the first photo, not at start."""

    def __init__(self, model: Path | None, threads: int = 1) -> None:
        """Take the model's path (None: this installation has no model) and the threads one inference may use."""
        self._model = model
        self._threads = threads
        self._reader: ShelfReader | None = None
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="detector")

    async def read(self, pixels: NDArray[np.uint8]) -> Sight:
        """Read one photo; see `Detector.read`."""
        return await asyncio.get_running_loop().run_in_executor(self._lane, self._read, pixels)

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
        model_version=reading.model_version,
    )
