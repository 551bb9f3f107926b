"""A wire between the application and PostgreSQL that can be cut just after a commit, before its answer arrives."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from sqlalchemy import make_url

COMMIT = b"COMMIT\x00"


class Wire:
    """Passes bytes on. `cuts` counts how many of the next commits lose their answer, with the connection."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.cuts = 0
        self.lost = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection until either side ends it or it is cut."""
        upward, upward_writer = await asyncio.open_connection(self.host, self.port)
        committing = asyncio.Event()
        ways = [
            asyncio.create_task(self._ask(reader, upward_writer, committing)),
            asyncio.create_task(self._answer(upward, writer, committing)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for end in (writer, upward_writer):
            end.transport.abort()

    async def _ask(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, committing: asyncio.Event) -> None:
        while data := await source.read(65536):
            if self.cuts and data.endswith(COMMIT):
                self.cuts -= 1
                committing.set()
            sink.write(data)
            await sink.drain()

    async def _answer(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, committing: asyncio.Event
    ) -> None:
        while data := await source.read(65536):
            if committing.is_set():
                self.lost += 1
                return
            sink.write(data)
            await sink.drain()


@asynccontextmanager
async def wired(url: str) -> AsyncGenerator[tuple[Wire, str]]:
    """Give a wire to the database of `url`, and the URL that goes through it."""
    target = make_url(url)
    wire = Wire(target.host or "127.0.0.1", target.port or 5432)
    server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        yield wire, target.set(port=port).render_as_string(hide_password=False)
    finally:
        server.close()
