"""Photos that other processes read get the same readings, and one that fails there is told."""

import asyncio
from collections.abc import AsyncGenerator

import numpy as np
import pytest

from shelfvision.synth.api import draw_shelf
from storewalk.core.ids import new_id
from storewalk.core.local_batch import LocalBatch, LocalWorkers
from storewalk.core.settings import Settings
from storewalk.shelves.cluster_detector import ClusterDetector
from storewalk.shelves.detector import DetectorUnavailable
from storewalk.shelves.onnx_detector import OnnxDetector


class Remembering(LocalBatch):
    """Processes that the test ends."""

    started: LocalWorkers | None = None

    async def start(self) -> LocalWorkers:
        """Start them once."""
        assert self.started is None
        self.started = await super().start()
        return self.started


@pytest.fixture
async def batch() -> AsyncGenerator[Remembering]:
    """One process."""
    made = Remembering(1)
    yield made
    if made.started is not None:
        await made.stop(made.started)


async def test_another_process_reads_photos_as_this_one_does(batch: Remembering, settings: Settings) -> None:
    photos = [np.asarray(draw_shelf(700 + number, 320, 240, number).image) for number in range(3)]
    org, here, there = new_id(), OnnxDetector(settings.model), ClusterDetector(batch, settings.model)
    expected = await asyncio.gather(*(here.read(photo, org) for photo in photos))
    broken = np.zeros((0, 4, 3), np.uint8)
    told = await asyncio.gather(*(there.read(photo, org) for photo in [*photos, broken]), return_exceptions=True)
    assert told[:3] == expected
    assert isinstance(told[3], RuntimeError)
    assert await there.read(photos[0], org) == expected[0]


async def test_without_a_model_no_process_is_started(batch: Remembering) -> None:
    with pytest.raises(DetectorUnavailable, match="STOREWALK_MODEL is not set"):
        await ClusterDetector(batch, None).ready(new_id())
    assert batch.started is None
