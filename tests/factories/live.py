"""Live streams as pages hold them open: the application on a real port, read line by line."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import uvicorn
from litestar import Litestar

from storewalk.asgi import Server
from tests.factories.client import Client


@asynccontextmanager
async def serving(app: Litestar) -> AsyncGenerator[Server]:
    """Serve a running application: a stream needs a server that does not wait for the answer's end."""
    server = Server(uvicorn.Config(app, port=0, lifespan="off", log_level="critical"), app)
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield server
    finally:
        server.should_exit = True
        await asyncio.wait_for(task, 5)


@asynccontextmanager
async def listening(server: Server, client: Client) -> AsyncGenerator[asyncio.StreamReader]:
    """Open a stream with a client's cookie, past its greeting."""
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    cookie = client.http.cookies["storewalk_session"]
    head = f"GET /api/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: storewalk_session={cookie}\r\n\r\n"
    writer.write(head.encode())
    await until(reader, b"event: ready")
    try:
        yield reader
    finally:
        writer.close()


async def until(reader: asyncio.StreamReader, line: bytes) -> None:
    """Read on past a line that holds `line`."""
    while line not in (heard := await asyncio.wait_for(reader.readline(), 10)):
        assert heard, "the stream has ended"


async def notices(reader: asyncio.StreamReader, count: int) -> list[dict[str, str]]:
    """Read the next notices."""
    found: list[dict[str, str]] = []
    while len(found) < count:
        line = await asyncio.wait_for(reader.readline(), 10)
        if line.startswith(b"data: ") and len(line) > len(b"data: {}\r\n"):
            found.append(json.loads(line[len(b"data: ") :]))
    return found
