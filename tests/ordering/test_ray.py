"""On a Ray cluster of two workers a night's plan is, byte for byte, what it is on one machine, and so is a reading."""

import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import msgspec
import numpy as np
import pytest
import ray

from shelfvision.synth.api import draw_shelf
from storewalk import worker
from storewalk.composition import build_platform
from storewalk.core.batch import Batch, WorkerLost
from storewalk.core.ids import new_id
from storewalk.core.jobs import JobContext
from storewalk.core.messages import read_catalog
from storewalk.core.platform import Platform
from storewalk.core.ray_batch import RayBatch
from storewalk.core.settings import Settings
from storewalk.ordering.queries.sheet_write import COLUMNS
from storewalk.ordering.service.plan import plan
from storewalk.shelves.cluster_detector import on_ray
from storewalk.shelves.detector import DetectorUnavailable
from storewalk.shelves.onnx_detector import OnnxDetector
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.ordering.sheets import supply

RAY = Path(sys.executable).with_name("ray")
PATIENCE_S = 60
WORKER_PORTS = 40


def free_ports(count: int) -> int:
    """Return the first of so many ports, one after another, of which the first is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return min(probe.getsockname()[1], 65_000 - count)


@pytest.fixture(scope="module")
def cluster() -> Generator[str]:
    """The address of a local cluster with two workers, stopped at the end."""
    port = free_ports(WORKER_PORTS)
    with tempfile.TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as folder:
        head = subprocess.Popen(
            [
                str(RAY), "start", "--head", "--block", "--num-cpus=2", f"--port={port}", f"--temp-dir={folder}",
                f"--min-worker-port={port + 1}", f"--max-worker-port={port + WORKER_PORTS}", "--disable-usage-stats",
                "--node-ip-address=127.0.0.1", "--include-dashboard=false", "--object-store-memory=100000000",
            ],
            start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait_for(port, head)
            yield f"127.0.0.1:{port}"
        finally:
            head.terminate()
            head.wait(timeout=PATIENCE_S)


def _wait_for(port: int, head: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up and head.poll() is None:
        asked = [str(RAY), "health-check", f"--address=127.0.0.1:{port}"]
        if subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.2)
    raise TimeoutError(f"the cluster did not start within {PATIENCE_S} s")


async def sheets(shop: Shop) -> list[str]:
    """Return a digest of every sheet, but for when it was planned."""
    columns = ", ".join(name for name in COLUMNS if name != "planned_at")
    async with shop.app_tx(shop.org) as tx:
        rows = await tx.fetch(
            f"SELECT md5(row({columns})::text) FROM order_sheet WHERE org_id = $1 ORDER BY store_id",
            shop.org.id,
        )
    return [row[0] for row in rows]


async def test_a_cluster_plans_the_same_bytes(platform: Platform, cluster: str, buyer: Client, sold: Shop) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30, "bread": 4})
    await plan(JobContext(platform, sold.org.id), platform.clock.now())
    here = await sheets(sold)
    settings = msgspec.structs.replace(platform.settings, ray_address=cluster)
    there = build_platform(settings, catalog=read_catalog(), clock=platform.clock, resources=worker.resources(settings))
    assert isinstance(there.resources[Batch], RayBatch)
    try:
        assert await plan(JobContext(there, sold.org.id), platform.clock.now()) == len(here) == 3
    finally:
        await there.close()
    assert not ray.is_initialized(), "an idle worker lets the cluster go"
    assert await sheets(sold) == here


async def test_a_cluster_reads_photos_as_one_machine_does_also_when_a_nights_work_ends(
    settings: Settings, cluster: str
) -> None:
    photo, org = np.asarray(draw_shelf(700, 320, 240, 2).image), new_id()
    here, there = OnnxDetector(settings.model), on_ray(cluster, settings.model, "auto")
    expected = await here.read(photo, org)
    try:
        assert await there.read(photo, org) == expected
        async with RayBatch(cluster).workers():
            begun = asyncio.create_task(there.read(photo, org))
            await asyncio.sleep(0)
        assert await begun == expected
        assert ray.is_initialized(), "whoever still reads keeps the cluster"
        with pytest.raises(DetectorUnavailable, match="is missing"):
            await on_ray(cluster, Path("none.onnx"), "auto").read(photo, org)
        ray.shutdown()
        with pytest.raises(WorkerLost):
            await there.read(photo, org)
        assert await there.read(photo, org) == expected
        assert ray.get_runtime_context().gcs_address.endswith(cluster.partition(":")[2]), "no cluster of its own"
    finally:
        ray.shutdown()
