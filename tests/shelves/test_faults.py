"""A detector that is away, hangs or dies in the middle: pending, then a person; read later, once, and never a pass."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray

from storewalk.core.ids import new_id
from storewalk.core.jobs import JobContext
from storewalk.shelves import jobs
from storewalk.shelves.detector import Detector, DetectorUnavailable, Sight
from storewalk.shelves.jobs import ReadAgain, read, read_again
from storewalk.shelves.onnx_detector import OnnxDetector
from storewalk.shelves.service.reading import TRIES, ReadShelf
from tests.factories.photos import jpeg
from tests.shelves.conftest import Shelf

DATA = jpeg(1)
AT_ONCE = timedelta(seconds=1)
QUEUED = TRIES + jobs.OUTAGE_TRIES
GOOD = Sight(doubt=None, availability=0.8, facings=8, gaps=2, boxes=[], model_version="test-1")


class Hanging(Detector):
    """A detector that never answers."""

    async def read(self, pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
        await asyncio.Event().wait()
        raise AssertionError(pixels, org_id)

    async def ready(self, org_id: UUID) -> None:
        """Nothing is known to be wrong."""


class Killed(BaseException):
    """The worker dies: no handler of ours runs, nothing is counted."""


async def failed(shelf: Shelf) -> str:
    """Hand a photo in that the detector fails to read as often as it is tried."""
    shelf.detector.sight = DetectorUnavailable("no model file")
    photo_id = await shelf.hand_in(DATA)
    await shelf.run(AT_ONCE)
    assert (await shelf.reading(photo_id))["state"] == "failed"
    return photo_id


async def test_a_detector_that_hangs_is_given_up_and_counted(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SLOWEST_S", 0.2)
    shelf.platform.resources[Detector] = Hanging()
    photo_id = await shelf.hand_in(DATA)
    await shelf.run(AT_ONCE)
    reading = await shelf.reading(photo_id)
    assert (reading["state"], reading["reason"], reading["availability"]) == ("failed", "detector_slow", None)
    assert [event["state"] for event in await shelf.events(photo_id)] == ["failed"]


async def test_photos_beside_and_behind_one_that_hangs_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    detector = OnnxDetector(None, lanes=2)
    release = asyncio.Event()
    loop = asyncio.get_running_loop()

    def act(pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
        if pixels[0, 0, 0] == 1:
            asyncio.run_coroutine_threadsafe(release.wait(), loop).result()
        if pixels[0, 0, 0] == 2:
            raise RuntimeError(org_id)
        return GOOD

    def read(kind: int) -> Coroutine[None, None, Sight]:
        return detector.read(np.full((4, 4, 3), kind, np.uint8), new_id())

    monkeypatch.setattr(detector, "_read", act)
    hanging = asyncio.create_task(read(1))
    async with asyncio.timeout(5):
        beside = await asyncio.gather(*(read(kind) for kind in (0, 2, 0, 0)), return_exceptions=True)
    assert [type(each) for each in beside] == [Sight, RuntimeError, Sight, Sight]
    others = [asyncio.create_task(read(1)) for _ in range(2)]  # both lanes hang, and one waits for a lane
    await asyncio.sleep(0.05)
    for each in (hanging, *others):
        each.cancel()
    async with asyncio.timeout(5):
        assert await asyncio.gather(*(read(0) for _ in range(3))) == [GOOD] * 3
    release.set()


async def test_a_worker_killed_while_it_reads_leaves_the_photo_pending_and_the_next_one_reads_it_once(
    shelf: Shelf,
) -> None:
    shelf.detector.sight = GOOD
    photo_id = await shelf.waiting(DATA)

    class Dying(Hanging):
        async def read(self, pixels: NDArray[np.uint8], org_id: UUID) -> Sight:
            raise Killed(pixels.shape, org_id)

    ctx, job = JobContext(shelf.platform, shelf.org.id), ReadShelf(photo_id=UUID(photo_id))
    shelf.platform.resources[Detector] = Dying()
    with pytest.raises(Killed):
        await read(ctx, job)
    reading = await shelf.reading(photo_id)
    assert (reading["state"], reading["reason"]) == ("pending", None)
    assert await shelf.events(photo_id) == []
    shelf.platform.resources[Detector] = shelf.detector
    await asyncio.gather(read(ctx, job), read(ctx, job))  # the queue may run it twice
    assert (await shelf.reading(photo_id))["state"] == "read"
    assert [event["state"] for event in await shelf.events(photo_id)] == ["read"]


async def test_what_failed_is_read_by_the_schedule_once_the_detector_is_back(shelf: Shelf) -> None:
    photo_id = await failed(shelf)
    ctx = JobContext(shelf.platform, shelf.org.id)
    asked = shelf.detector.asked
    await read_again(ctx, ReadAgain())
    assert shelf.detector.asked == asked  # it is still away, so nothing was tried
    shelf.detector.sight = GOOD
    await read_again(ctx, ReadAgain())
    await read_again(ctx, ReadAgain())
    assert ((await shelf.reading(photo_id))["state"], shelf.detector.asked) == ("read", asked + 1)
    assert [event["state"] for event in await shelf.events(photo_id)] == ["failed", "read"]


async def test_a_photo_that_no_detector_can_read_does_not_hold_up_the_others_nor_is_tried_for_ever(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "AGAIN_TRIES", 2)
    photo_id = await failed(shelf)
    ctx = JobContext(shelf.platform, shelf.org.id)
    shelf.detector.sight, asked = RuntimeError("onnxruntime broke"), shelf.detector.asked
    for _ in range(4):
        await read_again(ctx, ReadAgain())
    assert shelf.detector.asked == asked + 2
    reading = await shelf.reading(photo_id)
    assert (reading["state"], reading["reason"], reading["availability"]) == ("failed", "detector_fault", None)
    async with shelf.platform.transaction(shelf.org.system) as tx:
        assert await tx.raw.fetchval("SELECT tries FROM shelf_reading WHERE photo_id = $1", photo_id) == QUEUED + 2
    assert [event["state"] for event in await shelf.events(photo_id)] == ["failed"]
