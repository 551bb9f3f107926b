"""Server CPU to accept one photo of 1.5 MB, from its registration to `ready`, before anything is detected.

Counted are the processes of ours: the one that serves (registering, proxying the upload, completing) and the one that
works (fetching, hashing, decoding, stamping, encoding, keeping, settling, looking for reuse). Not counted: PostgreSQL
and the S3 server.
"""

import asyncio
from contextlib import ExitStack
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import httpx
import numpy as np
from PIL import Image

from storewalk.core.platform import Platform
from storewalk.identity.api import system_actor
from tests.bench.processes import Measured, running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port
from tests.factories.photos import picture

SIDES = (3264, 2448)  # eight megapixels: what a phone's gallery or a native camera sends at this size
BYTES = 1_500_000
PHOTOS, WARM_UP = 20, 4
GOAL = 80.0
UNIT = "CPU-ms, 1.5 MB JPEG of 8 MP"
SETTLED = "SELECT count(*) FROM photo WHERE org_id = $1 AND state = 'ready' AND device_name = 'cost'"
BUSY = "SELECT exists (SELECT 1 FROM pgqueuer WHERE status = 'picked' OR status = 'queued' AND execute_after <= now())"


async def measure(installation: Installation) -> Row:
    """Return the row. Raises RuntimeError when a photo is not accepted."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    environment = {
        **installation.environment,
        "STOREWALK_PORT": str(port),
        "STOREWALK_PUBLIC_ORIGIN": origin,
        "STOREWALK_PROXY_S3": "1",
    }
    uploads = [await asyncio.to_thread(photograph, seed) for seed in range(PHOTOS + WARM_UP)]
    with ExitStack() as stack:
        serving = stack.enter_context(running(["-m", "storewalk.cli", "serve"], environment))
        working = stack.enter_context(running(["-m", "storewalk.cli", "work"], environment))
        await asyncio.to_thread(wait_for, f"{origin}/api/health")
        client = await stack_client(installation, origin)
        try:
            await accept(client, installation, uploads[:WARM_UP], WARM_UP)
            before = cpu_s(serving, working)
            await accept(client, installation, uploads[WARM_UP:], len(uploads))
            spent = cpu_s(serving, working) - before
        finally:
            await client.aclose()
    return Row("photo.accept_cpu_ms", spent / PHOTOS * 1000, UNIT, GOAL, "lower")


def cpu_s(*processes: Measured) -> float:
    """Return the CPU seconds that our processes have taken."""
    return sum(process.cpu_s for process in processes)


def patient_client(origin: str) -> httpx.AsyncClient:
    """Return a client that lets idle connections go before the server does, however slow the machine."""
    return httpx.AsyncClient(base_url=origin, timeout=60, limits=httpx.Limits(keepalive_expiry=2))


async def stack_client(installation: Installation, origin: str, role: str = "admin") -> httpx.AsyncClient:
    """Log in as a phone does."""
    client = patient_client(origin)
    login = {**installation.login, "username": role}
    me = (await client.post("/api/session", json=login)).raise_for_status().json()
    client.headers["X-CSRF-Token"] = me["csrf"]
    return client


async def accept(client: httpx.AsyncClient, installation: Installation, uploads: list[bytes], total: int) -> None:
    """Hand photos in through the one port, and wait until `total` are ready and nothing is left to do."""
    for data in uploads:
        await hand_in(client, installation.store_id, data)
    async with asyncio.timeout(120):
        while not await all_ready(installation.platform, installation.org.id, total):
            await asyncio.sleep(0.1)


async def all_ready(platform: Platform, org_id: UUID, total: int) -> bool:
    """Tell whether `total` photos are ready and the queue is empty."""
    async with platform.transaction(system_actor(org_id)) as tx:
        settled, busy = await tx.fetchrow(SETTLED, org_id), await tx.fetchrow(BUSY)
    return settled is not None and busy is not None and settled[0] == total and not busy[0]


async def hand_in(client: httpx.AsyncClient, store_id: UUID, data: bytes) -> None:
    """Register, upload and complete one photo."""
    photo_id = str(uuid4())
    body = {
        "id": photo_id,
        "storeId": str(store_id),
        "purpose": "evidence",
        "sha256": sha256(data).hexdigest(),
        "size": len(data),
        "contentType": "image/jpeg",
        "capture": {
            "takenAt": datetime.now(UTC).isoformat(),
            "source": "gallery",
            "position": {"lat": 31.2304, "lng": 121.4737, "accuracyM": 12, "datum": "WGS84"},
            "device": "cost",
        },
    }
    form = (await send(client, "/api/photos", body))["upload"]
    posted = await client.post(form["url"], data=form["fields"], files={"file": ("photo", data, "image/jpeg")})
    posted.raise_for_status()
    await send(client, f"/api/photos/{photo_id}/complete", None)


async def send(client: httpx.AsyncClient, path: str, body: object) -> dict[str, Any]:
    """Send a command."""
    answer = await client.post(path, json=body, headers={"Idempotency-Key": str(uuid4())})
    return answer.raise_for_status().json()


def photograph(seed: int) -> bytes:
    """Draw a shelf with a sensor's noise, as the JPEG whose size is nearest to 1.5 MB."""
    clean = np.asarray(picture(seed, SIDES).resize((SIDES[0] // 2, SIDES[1] // 2))).astype(np.int16)
    noise = np.random.default_rng(seed).normal(0, 9, clean.shape).astype(np.int16)
    shot = Image.fromarray((clean + noise).clip(0, 255).astype(np.uint8)).resize(SIDES, Image.Resampling.BICUBIC)
    best = b""
    for quality in range(60, 97, 3):
        out = BytesIO()
        shot.save(out, "JPEG", quality=quality)
        if abs(out.tell() - BYTES) < abs(len(best) - BYTES):
            best = out.getvalue()
    return best
