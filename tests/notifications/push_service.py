"""A push service on this machine and a browser that subscribed to it: real HTTP, real keys."""

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

from tests.notifications.http_server import Answer, LocalServer, Received


@dataclass
class PushService:
    """Keeps what it receives and answers with the next of `answers`, 201 when there is none left."""

    server: LocalServer = field(init=False)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list[tuple[int, dict[str, str]]])
    hanging: bool = False

    def __post_init__(self) -> None:
        """Make its server."""
        self.server = LocalServer(self._respond)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self.server.port

    @property
    def origin(self) -> str:
        """Where it listens."""
        return self.server.origin

    @property
    def received(self) -> list[Received]:
        """What came in so far."""
        return self.server.received

    def _respond(self, received: Received) -> Answer:
        del received
        status, headers = self.answers.pop(0) if self.answers else (201, {})
        return Answer(status, headers, hang=self.hanging)


@asynccontextmanager
async def push_service() -> AsyncGenerator[PushService]:
    """Run a push service on a free port."""
    service = PushService()
    await service.server.start()
    try:
        yield service
    finally:
        await service.server.stop()


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
