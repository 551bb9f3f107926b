"""Live notices: they reach whom they concern, at once, and nobody whose session has ended."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from litestar import Litestar

from storewalk.core import live
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org


@pytest.fixture
async def served(app: Litestar) -> AsyncGenerator[int]:
    """The application on a real port: a stream needs one that does not wait for the answer's end."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", log_level="critical"))
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    server.force_exit = True
    await task


@asynccontextmanager
async def listening(port: int, client: Client) -> AsyncGenerator[asyncio.StreamReader]:
    """Open a stream with a client's cookie, past its greeting."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    cookie = client.http.cookies["storewalk_session"]
    writer.write(f"GET /api/live HTTP/1.1\r\nHost: x\r\nCookie: storewalk_session={cookie}\r\n\r\n".encode())
    while b"event: ready" not in await asyncio.wait_for(reader.readline(), 10):
        pass
    yield reader
    writer.close()


async def notices(reader: asyncio.StreamReader, count: int) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    while len(found) < count:
        line = await asyncio.wait_for(reader.readline(), 10)
        if line.startswith(b"data: ") and len(line) > len(b"data: {}\r\n"):
            found.append(json.loads(line[len(b"data: ") :]))
    return found


async def test_a_change_at_a_store_is_told_within_its_region_and_not_beyond(
    served: int, client: LogIn, org: Org
) -> None:
    regional, clerk = await client("regional"), await client("clerk")
    async with listening(served, regional) as near, listening(served, clerk) as at_a1:
        admin = await client("admin")
        elsewhere = (await admin.get(f"/api/stores/{org.places['B1']}")).json()
        own = (await admin.get(f"/api/stores/{org.places['A1']}")).json()
        for store in (elsewhere, own):
            form = {k: store[k] for k in ("code", "name", "regionId", "openingHours", "businessDayCut")}
            form["name"] += "新"
            answer = await admin.put(f"/api/stores/{store['id']}", {**form, "ifVersion": store["version"]})
            assert answer.status_code == 200, answer.text
        for reader in (near, at_a1):
            seen = [n for n in await notices(reader, 1) if n["storeId"]]
            while not seen:
                seen = [n for n in await notices(reader, 1) if n["storeId"]]
            assert seen[0]["subjectId"] == str(org.places["A1"])


async def test_a_stream_ends_when_its_session_does(served: int, client: LogIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.2)
    clerk = await client("clerk")
    async with listening(served, clerk) as reader:
        assert (await clerk.delete("/api/session")).status_code == 200
        while await asyncio.wait_for(reader.readline(), 10):
            pass
        assert reader.at_eof()
