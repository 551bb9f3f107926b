"""Photos a second through the whole pipeline on two cores, as a share of the bare forward pass of the same photos.

The pipeline is two real worker processes beside PostgreSQL and the S3 server, from "uploaded" to "read". The bare pass
is the shipped reader in two threads, on pixels that are decoded already. They take turns, so that a change of the
machine's speed meets both.
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import numpy as np
from numpy.typing import NDArray

from shelfvision.inference.api import ShelfReader
from shelfvision.synth.api import draw_shelf
from storewalk.core.jobs import JobContext
from storewalk.photos import service
from storewalk.photos.pillow_darkroom import pixels
from storewalk.shelves.jobs import LONGEST
from tests.bench.photo_rate import SIDES, hand_in, readings
from tests.bench.processes import running
from tests.bench.rows import Row
from tests.bench.served import Installation
from tests.factories.photos import encoded

WORKERS = 2
PHOTOS, WARM_UP, ROUNDS = 12, 4, 2
GOAL = 0.6
UNIT = "of the bare pass, 2 cores, 1600 px"
Pixels = NDArray[np.uint8]


async def measure(installation: Installation) -> Row:
    """Return the row. Raises RuntimeError where the installation has no model."""
    model = installation.settings.model
    if model is None:
        raise RuntimeError("STOREWALK_MODEL is not set")
    photos = [[await asyncio.to_thread(shelf, 100 * turn + n) for n in range(PHOTOS)] for turn in range(ROUNDS)]
    warm = [await asyncio.to_thread(shelf, 9000 + n) for n in range(WARM_UP)]
    readers = [await asyncio.to_thread(ShelfReader, model) for _ in range(WORKERS)]
    bare_s = pipeline_s = 0.0
    with ExitStack() as stack:
        for _ in range(WORKERS):
            stack.enter_context(running(["-m", "storewalk.cli", "work"], installation.environment))
        await through_pipeline(installation, warm)
        for batch in photos:
            decoded = [pixels(data, LONGEST) for data in batch]
            bare_s += await asyncio.to_thread(bare_pass, readers, decoded)
            pipeline_s += await through_pipeline(installation, batch)
    return Row("photo.pipeline_vs_forward", bare_s / pipeline_s, UNIT, GOAL, "higher")


def shelf(seed: int) -> bytes:
    """Draw a shelf as the phone's camera screen sends it: only a shelf is read by as many passes as a real one."""
    return encoded(draw_shelf(seed, *SIDES, gaps=3).image, quality=85)


def bare_pass(readers: list[ShelfReader], decoded: list[Pixels]) -> float:
    """Read decoded photos, each reader its part in a thread; return the seconds."""
    parts = [decoded[number :: len(readers)] for number in range(len(readers))]

    def read(reader: ShelfReader, part: list[Pixels]) -> None:
        for image in part:
            reader.read([image])

    started = time.perf_counter()
    with ThreadPoolExecutor(len(readers)) as pool:
        list(pool.map(read, readers, parts))
    return time.perf_counter() - started


async def through_pipeline(installation: Installation, uploads: list[bytes]) -> float:
    """Have uploaded photos verified and read by the running workers; return the seconds."""
    platform, org = installation.platform, installation.org
    done = await readings(platform, org.id)
    waiting = [await hand_in(platform, org.id, installation.store_id, data, complete=False) for data in uploads]
    started = time.perf_counter()
    async with JobContext(platform, org.id).tx() as tx:
        for photo_id in waiting:
            await service.complete(tx, photo_id)
    async with asyncio.timeout(300):
        while await readings(platform, org.id) < done + len(uploads):
            await asyncio.sleep(0.05)
    return time.perf_counter() - started
