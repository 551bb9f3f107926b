"""The detector by processes of a Ray cluster. Only the worker's composition root imports this module."""

import asyncio
from pathlib import Path
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from shelfvision.inference.api import Backend, ModelUnavailable
from shelfvision.inference.block import detect_batch
from shelfvision.learning.source import model_file
from storewalk.core.batch import Batch, WorkerLost, Workers
from storewalk.core.ray_batch import RayBatch
from storewalk.shelves.detector import Detector, DetectorUnavailable, Sight
from storewalk.shelves.onnx_detector import sight


class ClusterDetector(Detector):
    """Reads each photo as a task of its own, so that none waits for another; a process keeps the model it has loaded.

    The nodes need the model's file or folder at the same place.
    """

    def __init__(self, batch: Batch, model: Path | None, backend: str = Backend.AUTO) -> None:
        self._batch, self._model, self._backend = batch, model, Backend(backend)
        self._workers: Workers | None = None
        self._connecting = asyncio.Lock()

    async def read(self, pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
        """Read one photo; see `Detector.read`.

        Raises RuntimeError with what the process failed by, and `WorkerLost` if it or the cluster went; the next photo
        connects anew.
        """
        file = await self._file(org_id)
        async with self._connecting:
            self._workers = self._workers or await self._batch.start()
        try:
            (answer,) = await self._workers.run(detect_batch, [pixels], file, 1, self._backend)
        except ModelUnavailable as fault:
            raise DetectorUnavailable(str(fault)) from fault
        except WorkerLost:
            self._workers = None
            raise
        if answer.reading is None:
            raise RuntimeError(answer.error)
        return sight(answer.reading)

    async def ready(self, org_id: UUID) -> None:
        """Look for the model's file; see `Detector.ready`."""
        await self._file(org_id)

    async def _file(self, org_id: UUID) -> Path:
        if self._model is None:
            raise DetectorUnavailable("STOREWALK_MODEL is not set")
        try:
            return await asyncio.to_thread(model_file, self._model, str(org_id))
        except ModelUnavailable as fault:
            raise DetectorUnavailable(str(fault)) from fault


def on_ray(address: str, model: Path | None, backend: str) -> ClusterDetector:
    """Return a detector on the cluster at an address."""
    return ClusterDetector(RayBatch(address), model, backend)
