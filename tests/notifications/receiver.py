"""An organization's own receiver on this machine: verifies as Standard Webhooks says, and takes each message once."""

import hmac
import time
from base64 import b64decode, b64encode
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.notifications.http_server import Answer, LocalServer, Received

SECRET = "whsec_" + b64encode(b"a key of the receiver's own").decode()
TOLERANCE_S = 300


@dataclass
class Receiver:
    """Takes what is signed with the secret; `answers` are given instead of the right ones, first to last."""

    server: LocalServer = field(init=False)
    taken: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    answers: list[Answer] = field(default_factory=list[Answer])

    def __post_init__(self) -> None:
        """Make its server."""
        self.server = LocalServer(self._respond)

    @property
    def url(self) -> str:
        """Where it takes messages."""
        return f"{self.server.origin}/hooks/storewalk?chain=1"

    def _respond(self, received: Received) -> Answer:
        if self.answers:
            return self.answers.pop(0)
        if not verified(received):
            return Answer(401, body=b"bad signature")
        self.taken.setdefault(received.headers["webhook-id"], received.json)
        return Answer(204)


def verified(received: Received) -> bool:
    """Tell whether a request was signed with the secret, lately; written from the standard, not from our code."""
    message_id, at = received.headers["webhook-id"], received.headers["webhook-timestamp"]
    signed = f"{message_id}.{at}.".encode() + received.body
    mac = hmac.new(b64decode(SECRET.removeprefix("whsec_")), signed, "sha256").digest()
    given = [part.removeprefix("v1,") for part in received.headers["webhook-signature"].split(" ")]
    return b64encode(mac).decode() in given and abs(time.time() - int(at)) < TOLERANCE_S


@asynccontextmanager
async def receiver() -> AsyncGenerator[Receiver]:
    """Run a receiver on a free port."""
    service = Receiver()
    await service.server.start()
    try:
        yield service
    finally:
        await service.server.stop()
