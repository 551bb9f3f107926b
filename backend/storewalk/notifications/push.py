"""What goes out as a push and what can become of it. The sender itself is in `web_push`, loaded by the worker alone."""

from abc import ABC, abstractmethod
from base64 import urlsafe_b64encode
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from storewalk.core.schemas import Words

MAX_PAYLOAD_BYTES = 3993
"""One aes128gcm record of 4,096 bytes less header (86), tag (16) and delimiter (1): RFC 8188 §2, RFC 8291 §4."""

URGENT_TTL = timedelta(hours=4)
ORDINARY_TTL = timedelta(hours=24)


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A browser's push address and its public keys, as `PushSubscription.toJSON()` gives them."""

    endpoint: str
    p256dh: str
    auth: str


class PushBody(msgspec.Struct, frozen=True, kw_only=True):
    """What the service worker reads; `badge` is the number of unread inbox entries."""

    title: str
    body: str
    link: str
    tag: str
    badge: int


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """A message ready for encryption; a newer push with the same topic replaces an undelivered older one."""

    payload: bytes
    topic: str
    urgent: bool
    ttl: timedelta


class QueuedPush(msgspec.Struct, frozen=True, kw_only=True):
    """A delivery that still wants sending, with all that its message needs; `unread` counts its reader's inbox."""

    notification_id: UUID
    title: Words
    body: Words
    link: str
    urgent: bool
    locale: str
    unread: int
    endpoint: str
    p256dh: str
    auth: str


class Verdict(StrEnum):
    """What the push service's answer means for us."""

    SENT = "sent"
    GONE = "gone"
    LATER = "later"
    REFUSED = "refused"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of one attempt; `retry_after` is what the push service asked for, if it did."""

    verdict: Verdict
    status_code: int | None = None
    error: str | None = None
    retry_after: timedelta | None = None


class PushSender(ABC):
    """Sends one push. The composition root of the worker provides the implementation."""

    @abstractmethod
    async def send(self, target: Target, push: Push) -> Outcome:
        """Make one attempt; never raises for anything the network or the push service does."""


def topic_of(notification_id: UUID) -> str:
    """Return the push topic of a notification: 22 URL-safe characters (RFC 8030 §5.4 allows 32)."""
    return urlsafe_b64encode(notification_id.bytes).rstrip(b"=").decode()


def make_push(body: PushBody, *, urgent: bool) -> Push:
    """Encode the body for the wire; what is urgent expires sooner, since it is escalated by other means."""
    ttl = URGENT_TTL if urgent else ORDINARY_TTL
    return Push(payload=msgspec.json.encode(body), topic=body.tag, urgent=urgent, ttl=ttl)
