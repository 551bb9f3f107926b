"""A service away for a while: the others go on and say so, and what was begun is finished when it is back."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any, Final
from uuid import uuid4

import asyncpg
import httpx
import pytest

from tests.factories.organization import Org
from tests.factories.photos import jpeg, registration
from tests.factories.processes import Installation, Name
from tests.faults.facts import Facts, until

POOL: Final = 10
QUICK_S: Final = 20.0  # on a busy machine; a hang would last for a minute and more
TRIED: Final = """
SELECT count(*) FROM pgqueuer WHERE headers ->> 'org' = $1 AND entrypoint = 'photos.verify' AND attempts > 0"""
Http = httpx.AsyncClient


@asynccontextmanager
async def away(running: Installation, name: Name) -> AsyncGenerator[None]:
    """Keep a service down until the block ends, and return once all is well again."""
    await asyncio.to_thread(running.keeper.hold, name)
    try:
        yield
    finally:
        running.keeper.release(name)
        await asyncio.to_thread(running.wait_well)


@asynccontextmanager
async def signed_in(running: Installation, place: Org, role: str) -> AsyncGenerator[Http]:
    """Give a client with a session and its CSRF header."""
    async with httpx.AsyncClient(base_url=running.origin, timeout=QUICK_S, trust_env=False) as http:
        login = {"username": role, "password": place.password, "organization": place.code}
        answer = await http.post("/api/session", json=login)
        http.headers["X-CSRF-Token"] = answer.json()["csrf"]
        yield http


async def command(http: Http, method: str, path: str, body: Any, key: str | None = None) -> httpx.Response:
    """Send a command."""
    return await http.request(method, path, json=body, headers={"Idempotency-Key": key or str(uuid4())})


async def upload(http: Http, registered: dict[str, Any], data: bytes) -> httpx.Response:
    """Post the bytes under the policy."""
    form = registered["upload"]
    return await http.post(form["url"], data=form["fields"], files={"file": ("photo.jpg", data, "image/jpeg")})


async def state(http: Http, photo_id: str) -> str:
    """Return a photo's state."""
    return (await http.get(f"/api/photos/{photo_id}")).json()["state"]


def is_ready(http: Http, photo_id: str) -> Callable[[], Awaitable[bool]]:
    """Return a condition for `until`."""

    async def ready() -> bool:
        return await state(http, photo_id) == "ready"

    return ready


async def require_one_photo(facts: Facts, data: bytes) -> None:
    """Assert that the organization has one photo, ready once, with its own bytes."""
    await facts.drained()
    [photo] = await facts.rows("SELECT id, state, sha256 FROM photo WHERE org_id = $1")
    assert (photo["state"], photo["sha256"]) == ("ready", sha256(data).hexdigest())
    kinds = sorted(event["kind"] for event in await facts.events() if event["kind"].startswith("photos."))
    assert kinds == ["photos.ready", "photos.registered", "photos.uploaded"]
    original = f"{facts.org.id}/{photo['id']}/original"
    assert await facts.running.platform.objects.get(original, len(data)) == data


async def test_without_the_object_store_the_api_says_so_and_an_upload_succeeds_later(
    running: Installation, place: Org
) -> None:
    data, key = jpeg(901), str(uuid4())
    body = registration(data, place.places["A1"])
    async with signed_in(running, place, "inspector") as http:
        async with away(running, "objects"):
            health = await http.get("/api/health")
            assert health.status_code == 503
            assert {name: health.json()[name] for name in ("status", "database", "objects", "jobs")} == {
                "status": "degraded", "database": "ok", "objects": "down", "jobs": "ok",
            }  # fmt: skip
            registered = await command(http, "POST", "/api/photos", body, key)
            assert registered.status_code == 200, registered.text
            failed = await upload(http, registered.json(), data)
            assert (failed.status_code, failed.headers["retry-after"]) == (503, "5")
            assert (await command(http, "PUT", "/api/me/locale", {"locale": "en"})).status_code == 200
            assert await state(http, body["id"]) == "awaiting"
        again = await command(http, "POST", "/api/photos", body, key)
        assert (await upload(http, again.json(), data)).is_success
        completed = await command(http, "POST", f"/api/photos/{body['id']}/complete", {})
        assert completed.status_code == 200
        await until(is_ready(http, body["id"]))
    await require_one_photo(Facts(running, place), data)


async def test_verification_waits_for_the_object_store_and_takes_nothing_for_missing(
    running: Installation, place: Org
) -> None:
    data = jpeg(902)
    body = registration(data, place.places["A1"])
    facts = Facts(running, place)
    async with signed_in(running, place, "inspector") as http:
        await asyncio.to_thread(running.keeper.hold, "worker")
        registered = await command(http, "POST", "/api/photos", body)
        assert (await upload(http, registered.json(), data)).is_success
        assert (await command(http, "POST", f"/api/photos/{body['id']}/complete", {})).status_code == 200
        async with away(running, "objects"):
            running.keeper.release("worker")
            connection = await asyncpg.connect(running.services.superuser_url)

            async def tried() -> bool:
                return await connection.fetchval(TRIED, str(place.id)) == 1

            await until(tried)
            await connection.close()
            assert await state(http, body["id"]) == "uploaded"
        await until(is_ready(http, body["id"]))
    await require_one_photo(facts, data)


async def test_without_postgresql_every_answer_is_a_quick_problem_and_afterwards_all_is_as_before(
    running: Installation, place: Org
) -> None:
    key = str(uuid4())
    async with signed_in(running, place, "clerk") as http:
        async with away(running, "postgres"):
            login = {"username": "clerk", "password": place.password, "organization": place.code}
            answers = await asyncio.gather(
                http.get("/api/me"),
                command(http, "PUT", "/api/me/locale", {"locale": "en"}, key),
                http.post("/api/session", json=login),
                http.get("/api/live"),
            )
            for answer in answers:
                assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
                assert answer.headers["content-type"] == "application/problem+json"
                assert answer.json()["code"] == "unavailable"
            health = await http.get("/api/health")
            assert (health.status_code, health.json()["database"], health.json()["objects"]) == (503, "down", "ok")
        assert (await command(http, "PUT", "/api/me/locale", {"locale": "en"}, key)).status_code == 200
        assert (await http.get("/api/me")).json()["account"]["locale"] == "en"
    events = [event["kind"] for event in await Facts(running, place).events()]
    assert events.count("identity.locale_changed") == 1


@pytest.mark.parametrize("way", ["killed", "shut down"])
async def test_the_first_requests_after_a_restart_of_postgresql_succeed(
    running: Installation, place: Org, way: str
) -> None:
    async with signed_in(running, place, "clerk") as http:
        warm = await asyncio.gather(*(http.get("/api/me") for _ in range(2 * POOL)))
        assert {answer.status_code for answer in warm} == {200}
        pid = running.items["postgres"].pid
        if way == "killed":
            await asyncio.to_thread(running.kill, "postgres")
        else:
            await asyncio.to_thread(running.keeper.hold, "postgres")
            running.keeper.release("postgres")
        await until(lambda: _restarted(running, pid))
        # One after the other: each meets a pool full of connections that ended with the server.
        first = [await http.get("/api/me") for _ in range(POOL)]
        assert [answer.status_code for answer in first] == [200] * POOL


async def _restarted(running: Installation, before: int | None) -> bool:
    """Tell whether another server than the one of `before` takes connections."""
    if running.items["postgres"].pid in {before, None}:
        return False
    try:
        await (await asyncpg.connect(running.services.app_url)).close()
    except (OSError, asyncpg.PostgresError):
        return False
    return True


async def test_the_worker_outlives_a_restart_of_postgresql_and_goes_on_with_its_jobs(
    running: Installation, place: Org
) -> None:
    data = jpeg(903)
    body = registration(data, place.places["A1"])
    worker = running.items["worker"].pid
    async with signed_in(running, place, "inspector") as http:
        async with away(running, "postgres"):
            pass
        registered = await command(http, "POST", "/api/photos", body)
        assert (await upload(http, registered.json(), data)).is_success
        assert (await command(http, "POST", f"/api/photos/{body['id']}/complete", {})).status_code == 200
        await until(is_ready(http, body["id"]))
    assert running.items["worker"].pid == worker
    await require_one_photo(Facts(running, place), data)


async def test_an_open_page_either_hears_of_a_change_after_a_restart_or_is_told_to_read_anew(
    running: Installation, place: Org
) -> None:
    heard: list[str] = []
    async with signed_in(running, place, "clerk") as http:
        page = asyncio.create_task(_listen(http, heard))
        try:
            await until(lambda: _holds(heard.count("ready") >= 1))
            async with away(running, "postgres"):
                pass
            before = len(heard)
            assert (await command(http, "PUT", "/api/me/locale", {"locale": "en"})).status_code == 200
            await until(lambda: _holds(bool({"ready", "identity.locale_changed"} & set(heard[before:]))))
            await until(lambda: _hears(http, heard))
        finally:
            page.cancel()


async def _hears(http: Http, heard: list[str]) -> bool:
    """Change something and tell whether the page has heard of any such change yet."""
    await command(http, "PUT", "/api/me/locale", {"locale": "zh"})
    return "identity.locale_changed" in heard


async def _holds(condition: bool) -> bool:
    return condition


async def _listen(http: Http, heard: list[str]) -> None:
    """Hold a stream open as a browser's EventSource does: when it ends, connect again."""
    while True:
        try:
            async with http.stream("GET", "/api/live", timeout=None) as stream:
                async for line in stream.aiter_lines():
                    if line in {"event: ready", "event: missed"}:
                        heard.append("ready")
                    elif line.startswith("data: {") and line != "data: {}":
                        heard.append(json.loads(line.removeprefix("data: "))["kind"])
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.1)
