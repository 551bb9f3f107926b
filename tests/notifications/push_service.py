"""A push service on this machine and a browser that subscribed to it: real HTTP, real keys."""

import asyncio
import os
from base64 import urlsafe_b64encode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import http_ece
import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


@dataclass(frozen=True)
class Received:
    """One request as it came in; header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class PushService:
    """Keeps what it receives and answers with the next of `answers`, 201 when there is none left."""

    port: int = 0
    received: list[Received] = field(default_factory=list[Received])
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list[tuple[int, dict[str, str]]])

    @property
    def origin(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request and close."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, path, _ = head[0].split(" ")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in head[1:] if line)}
        body = await reader.readexactly(int(headers["content-length"]))
        self.received.append(Received(method, path, headers, body))
        status, more = self.answers.pop(0) if self.answers else (201, {})
        lines = [f"HTTP/1.1 {status} Told", "Content-Length: 0", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in more.items()]
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def push_service() -> AsyncGenerator[PushService]:
    """Run a push service on a free port."""
    service = PushService()
    server = await asyncio.start_server(service.serve, "127.0.0.1", 0)
    service.port = server.sockets[0].getsockname()[1]
    async with server:
        yield service


@dataclass
class Browser:
    """A browser with a subscription at a push service."""

    endpoint: str

    def __post_init__(self) -> None:
        """Make its keys, as `PushManager.subscribe` does."""
        self.key = generate_private_key(SECP256R1())
        self.secret = os.urandom(16)

    @property
    def p256dh(self) -> str:
        """Its public key as it gives it to us."""
        return _text(self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    @property
    def auth(self) -> str:
        """Its secret as it gives it to us."""
        return _text(self.secret)

    def form(self, device: str) -> dict[str, Any]:
        """Return the body of its registration."""
        keys = {"p256dh": self.p256dh, "auth": self.auth}
        return {"endpoint": self.endpoint, "keys": keys, "deviceName": device}

    def read(self, received: Received) -> dict[str, Any]:
        """Decrypt a message by the independent implementation of RFC 8188."""
        clear = http_ece.decrypt(
            received.body, private_key=self.key, auth_secret=self.secret, version=received.headers["content-encoding"]
        )
        return msgspec.json.decode(clear)


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
