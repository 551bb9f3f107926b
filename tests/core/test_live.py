"""Live notices: they reach whom they concern, at once, and nobody whose session has ended."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator
from contextlib import suppress
from uuid import UUID

import pytest
from litestar import Litestar

from storewalk.asgi import Server
from storewalk.core import live
from storewalk.core.outbox import LIVE_CHANNEL
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.live import listening, notices, serving, until
from tests.factories.organization import Org

TELL = f"""
SELECT pg_notify('{LIVE_CHANNEL}', json_build_object('org', $1::text, 'kind', $2::text, 'subjectId', $2 || n::text,
                 'storeId', $3::text)::text) FROM generate_series(1, $4::int) AS n"""
LISTENER = f"SELECT pid FROM pg_stat_activity WHERE application_name = '{LIVE_CHANNEL}'"


@pytest.fixture
async def served(app: Litestar) -> AsyncGenerator[Server]:
    """The application on a real port."""
    async with serving(app) as server:
        yield server


async def heard(reader: asyncio.StreamReader, count: int) -> list[str]:
    """Read the kinds of the next notices that TELL sent: that of a log-in before may come late, among them."""
    kinds: list[str] = []
    while len(kinds) < count:
        [notice] = await notices(reader, 1)
        kinds += [notice["kind"]] if notice["subjectId"].startswith(notice["kind"]) else []
    return kinds


async def renamed(admin: Client, place: UUID) -> None:
    """Give a store another name."""
    store = (await admin.get(f"/api/stores/{place}")).json()
    form = {k: store[k] for k in ("code", "name", "regionId", "openingHours", "businessDayCut")}
    form["name"] += "新"
    answer = await admin.put(f"/api/stores/{store['id']}", {**form, "ifVersion": store["version"]})
    assert answer.status_code == 200, answer.text


async def test_a_change_at_a_store_is_told_within_its_region_and_not_beyond(
    served: Server, client: LogIn, org: Org
) -> None:
    regional, clerk = await client("regional"), await client("clerk")
    async with listening(served, regional) as near, listening(served, clerk) as at_a1:
        admin = await client("admin")
        for place in ("B1", "A1"):
            await renamed(admin, org.places[place])
        for reader in (near, at_a1):
            seen = [n for n in await notices(reader, 1) if n["storeId"]]
            while not seen:
                seen = [n for n in await notices(reader, 1) if n["storeId"]]
            assert seen[0]["subjectId"] == str(org.places["A1"])


async def test_of_a_place_that_nobody_knows_only_those_hear_who_see_every_place(
    served: Server, client: LogIn, org: Org, app_tx: AppTx
) -> None:
    buyer, clerk = await client("buyer"), await client("clerk")
    async with listening(served, buyer) as everywhere, listening(served, clerk) as at_a1:
        async with app_tx(org) as tx:
            await tx.raw.execute(TELL, str(org.id), "lost", str(org.id), 1)
            await tx.raw.execute(TELL, str(org.id), "known", None, 1)
        assert await heard(everywhere, 2) == ["lost", "known"]
        assert await heard(at_a1, 1) == ["known"]


async def test_a_page_that_cannot_be_told_everything_is_told_to_read_anew(
    served: Server, client: LogIn, org: Org, app_tx: AppTx
) -> None:
    async with listening(served, await client("clerk")) as reader:
        async with app_tx(org) as tx:
            await tx.raw.execute(TELL, str(org.id), "burst", None, 5 * live.QUEUE)
        await until(reader, b"event: missed")
        rest = await notices(reader, 1)
        while f"burst{5 * live.QUEUE}" not in [notice["subjectId"] for notice in rest]:
            rest += await notices(reader, 1)
        assert len(rest) < live.QUEUE


async def test_a_stream_ends_when_its_session_does(
    served: Server, client: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.2)
    clerk = await client("clerk")
    async with listening(served, clerk) as reader:
        assert (await clerk.delete("/api/session")).status_code == 200
        while await asyncio.wait_for(reader.readline(), 10):
            pass
        assert reader.at_eof()


@pytest.mark.parametrize("way", ["ended", "silent"])
async def test_after_a_dropped_connection_pages_come_back_and_hear_again(
    served: Server, client: LogIn, org: Org, app_tx: AppTx, *, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.2)
    monkeypatch.setattr(live, "ANSWER_S", 0.2)
    clerk = await client("clerk")
    async with listening(served, clerk) as reader:
        async with app_tx(org) as tx:
            listener = int(await tx.raw.fetchval(LISTENER) or 0)
            assert listener
            await tx.raw.execute(TELL, str(org.id), "before", None, 1)
        assert await heard(reader, 1) == ["before"]
        os.kill(listener, signal.SIGTERM if way == "ended" else signal.SIGSTOP)
        while await asyncio.wait_for(reader.readline(), 10):
            pass
    with suppress(ProcessLookupError):
        os.kill(listener, signal.SIGCONT)
    async with listening(served, clerk) as reader:
        async with app_tx(org) as tx:
            await tx.raw.execute(TELL, str(org.id), "again", None, 1)
        assert await heard(reader, 1) == ["again"]


async def test_a_server_that_is_stopped_does_not_wait_for_its_streams(app: Litestar, client: LogIn) -> None:
    clerk = await client("clerk")
    async with serving(app) as server, listening(server, clerk) as reader:
        server.should_exit = True
        while await asyncio.wait_for(reader.readline(), 2):
            pass
        assert reader.at_eof()
