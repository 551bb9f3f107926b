"""A service that hangs without dying: what waits for it is slow, nothing else is, and all of it happens once."""

import asyncio
import os
import signal
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from tests.factories.organization import Org
from tests.factories.photos import jpeg, registration
from tests.factories.processes import Installation, Name
from tests.faults.facts import Facts, until
from tests.faults.test_outages import command, is_ready, require_one_photo, signed_in, state, upload

PICKED = """
SELECT exists (SELECT 1 FROM pgqueuer WHERE headers ->> 'org' = $1 AND entrypoint = $2 AND status = 'picked')"""


@contextmanager
def frozen(running: Installation, name: Name) -> Generator[None]:
    """Stop a process where it stands, its connections open, until the block ends."""
    pid = running.items[name].pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


async def handed_in(http: httpx.AsyncClient, place: Org, data: bytes, purpose: str = "evidence") -> str:
    """Register, upload and complete a photo; return its id."""
    body: dict[str, Any] = registration(data, place.places["A1"], purpose=purpose)
    registered = await command(http, "POST", "/api/photos", body)
    assert (await upload(http, registered.json(), data)).is_success
    assert (await command(http, "POST", f"/api/photos/{body['id']}/complete", {})).status_code == 200
    return body["id"]


async def test_an_upload_to_a_store_that_hangs_holds_up_nobody_else_and_arrives_once(
    running: Installation, place: Org
) -> None:
    data = jpeg(921)
    body = registration(data, place.places["A1"])
    async with signed_in(running, place, "inspector") as http, signed_in(running, place, "manager") as other:
        registered = await command(http, "POST", "/api/photos", body)
        with frozen(running, "objects"):
            sending = asyncio.create_task(upload(http, registered.json(), data))
            for _ in range(5):
                assert (await asyncio.wait_for(other.get("/api/tasks"), 5)).status_code == 200
            assert not sending.done()
            # The phone loses patience, tries again later, and may have been heard both times.
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            assert await state(http, body["id"]) == "awaiting"
        again = await command(http, "POST", "/api/photos", body, str(uuid4()))
        assert (await upload(http, again.json(), data)).is_success
        assert (await command(http, "POST", f"/api/photos/{body['id']}/complete", {})).status_code == 200
        await until(is_ready(http, body["id"]))
    await require_one_photo(Facts(running, place), data)


async def test_a_store_that_hangs_while_a_photo_is_verified_only_delays_it(running: Installation, place: Org) -> None:
    data = jpeg(922)
    async with signed_in(running, place, "inspector") as http:
        await asyncio.to_thread(running.keeper.hold, "worker")
        photo_id = await handed_in(http, place, data)
        with frozen(running, "objects"):
            running.keeper.release("worker")
            await until(lambda: _picked(running, place, "photos.verify"))
            await asyncio.sleep(3)
            assert await state(http, photo_id) == "uploaded"
        await until(is_ready(http, photo_id))
    await require_one_photo(Facts(running, place), data)


@pytest.mark.e2e
@pytest.mark.parametrize("entrypoint", ["photos.verify", "shelves.read"])
async def test_a_worker_that_hangs_is_relieved_and_when_it_wakes_nothing_happens_twice(
    running: Installation, place: Org, entrypoint: str
) -> None:
    data = jpeg(923)
    facts = Facts(running, place)
    async with signed_in(running, place, "inspector") as http:
        await asyncio.to_thread(running.keeper.hold, "worker")
        photo_id = await handed_in(http, place, data, "shelf")
        running.keeper.release("worker")
        await until(lambda: _picked(running, place, entrypoint))
        with frozen(running, "worker"), running.second_worker():
            await until(lambda: _read(http, photo_id))
            await facts.drained()
        await asyncio.sleep(3)  # the first goes on where it stood
    await facts.drained()
    kinds = [event["kind"] for event in await facts.events() if event["kind"].startswith(("photos.", "shelves."))]
    assert sorted(kinds) == ["photos.ready", "photos.registered", "photos.uploaded", "shelves.read"]
    assert await facts.count("shelf_reading") == 1


async def _picked(running: Installation, place: Org, entrypoint: str) -> bool:
    connection = await asyncpg.connect(running.services.superuser_url)
    try:
        return await connection.fetchval(PICKED, str(place.id), entrypoint)
    finally:
        await connection.close()


async def _read(http: httpx.AsyncClient, photo_id: str) -> bool:
    photo = (await http.get(f"/api/photos/{photo_id}")).json()
    return photo["reading"] is not None and photo["reading"]["state"] in {"read", "unsure"}
