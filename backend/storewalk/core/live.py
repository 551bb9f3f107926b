"""Live updates: every recorded event is told, as a hint without content, to open pages whose scope covers it."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from typing import Final
from uuid import UUID

import asyncpg
import msgspec
import structlog
from litestar import get
from litestar.response import ServerSentEvent, ServerSentEventMessage
from sqlalchemy.exc import SQLAlchemyError

from storewalk.core.access import SIGNED_IN, Actor
from storewalk.core.database import LOST_CONNECTION, READ, within
from storewalk.core.errors import NotSignedIn
from storewalk.core.http import HttpRequest, credentials, platform_of
from storewalk.core.metrics import LISTENERS
from storewalk.core.outbox import LIVE_CHANNEL, Notice
from storewalk.core.platform import Platform

HEARTBEAT_S: Final = 20.0
ANSWER_S: Final = 5.0
PATH_KEPT_S: Final = 60.0
QUEUE: Final = 200
ROOT: Final = "/"
STILL_HERE: Final = Notice("", "", "", None)
MISSED: Final = Notice("", "missed", "", None)
log = structlog.get_logger()

NodePath = Callable[[asyncpg.Connection, UUID, UUID], Awaitable[str | None]]


class LiveHub:
    """Listens once for the whole process and hands each notice to the open connections it concerns."""

    def __init__(self, platform: Platform, node_path: NodePath) -> None:
        self.platform = platform
        self.node_path = node_path
        self.listeners: dict[asyncio.Queue[Notice | None], Actor] = {}
        self._paths: dict[str, tuple[float, str]] = {}
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to listen, and keep trying when the database goes away."""
        self._task = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _listen(self) -> None:
        while True:
            try:
                await self._listen_once()
            except (*LOST_CONNECTION, asyncpg.PostgresError, SQLAlchemyError) as error:
                log.info("live.reconnecting", error=type(error).__name__)
            await asyncio.sleep(1)

    async def _listen_once(self) -> None:
        connection = await self.platform.database.connect(LIVE_CHANNEL)
        try:
            inbox: asyncio.Queue[str | None] = asyncio.Queue()

            def heard(_connection: object, _pid: int, _channel: str, payload: object) -> None:
                inbox.put_nowait(str(payload))

            def ended(_connection: object) -> None:
                inbox.put_nowait(None)

            connection.add_termination_listener(ended)
            await connection.add_listener(LIVE_CHANNEL, heard)
            self.end_streams()
            while True:
                try:
                    async with asyncio.timeout(HEARTBEAT_S):
                        payload = await inbox.get()
                except TimeoutError:  # nothing happens, or the network has swallowed the connection
                    await connection.execute("SELECT", timeout=ANSWER_S)
                    continue
                if payload is None:
                    return
                try:
                    notice = msgspec.json.decode(payload, type=Notice)
                except msgspec.DecodeError:  # not ours, or of another version during an update
                    continue
                await self._deliver(notice)
        finally:
            connection.terminate()

    def end_streams(self) -> None:
        """End the open streams: their pages connect again and read anew."""
        for queue in self.listeners:
            _empty(queue)
            queue.put_nowait(None)

    async def _deliver(self, notice: Notice) -> None:
        path, org_id = await self._path(notice), UUID(notice.org)
        for queue, actor in list(self.listeners.items()):
            if actor.org_id != org_id or not _concerns(actor, path):
                continue
            if queue.full():  # more than the page can be told: it is told to read anew
                _empty(queue)
                queue.put_nowait(MISSED)
            queue.put_nowait(notice)

    async def _path(self, notice: Notice) -> str | None:
        """Return the place that a notice is about: None for one without a store, the root where nobody knows it."""
        if notice.store_id is None:
            return None
        kept = self._paths.get(notice.store_id)
        if kept is None or kept[0] < time.monotonic():
            org_id = UUID(notice.org)
            async with self.platform.database.transaction(within(READ, org_id)) as (_, raw):
                path = await self.node_path(raw, org_id, UUID(notice.store_id))
            kept = (time.monotonic() + PATH_KEPT_S, path or ROOT)
            self._paths[notice.store_id] = kept
        return kept[1]


def _empty(queue: asyncio.Queue[Notice | None]) -> None:
    while not queue.empty():
        queue.get_nowait()


def _concerns(actor: Actor, path: str | None) -> bool:
    """A notice without a place is for everybody; one of a store is for those with any grant above it."""
    return path is None or any(path.startswith(grant.path) for grant in actor.grants)


@get("/api/live", operation_id="live", opt={"permission": SIGNED_IN})
async def live(request: HttpRequest) -> ServerSentEvent:
    """Stream hints of what changes within the reader's scope."""
    platform = platform_of(request)
    hub: LiveHub = request.app.state["live"]
    given = credentials(request, writing=False)

    async def who() -> Actor:
        async with platform.database.transaction(READ) as (_, raw):
            return await platform.authenticate(raw, given)

    return ServerSentEvent(_stream(hub, await who(), who))


async def _stream(
    hub: LiveHub, actor: Actor, who: Callable[[], Awaitable[Actor]]
) -> AsyncGenerator[ServerSentEventMessage]:
    """Pass notices on; asks every twenty seconds who listens, so that a revoked device or right ends here too."""
    queue: asyncio.Queue[Notice | None] = asyncio.Queue(QUEUE)
    hub.listeners[queue] = actor
    asked = time.monotonic()
    LISTENERS.set(len(hub.listeners))
    try:
        yield ServerSentEventMessage(event="ready", data="{}")
        while True:
            try:
                notice = await asyncio.wait_for(queue.get(), HEARTBEAT_S)
            except TimeoutError:
                yield ServerSentEventMessage(comment="still here")
                notice = STILL_HERE
            if time.monotonic() - asked >= HEARTBEAT_S:
                try:
                    hub.listeners[queue] = await who()
                except NotSignedIn:
                    return
                asked = time.monotonic()
            if notice is None:
                return
            if notice is STILL_HERE:
                continue
            if notice is MISSED:
                yield ServerSentEventMessage(event="missed", data="{}")
                continue
            data = {"kind": notice.kind, "subjectId": notice.subject_id, "storeId": notice.store_id}
            yield ServerSentEventMessage(event="change", data=msgspec.json.encode(data).decode())
    finally:
        hub.listeners.pop(queue, None)
        LISTENERS.set(len(hub.listeners))
