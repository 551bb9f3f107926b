"""What goes out as a web push. The sender itself is in `web_push`, loaded by the worker alone."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from uuid import UUID

import msgspec

from storewalk.notifications.message import Message

MAX_PAYLOAD_BYTES = 3993
"""One aes128gcm record of 4,096 bytes less header (86), tag (16) and delimiter (1): RFC 8188 §2, RFC 8291 §4."""

URGENT_TTL = timedelta(hours=4)
ORDINARY_TTL = timedelta(hours=24)


class PushBody(msgspec.Struct, frozen=True, kw_only=True):
    """What the service worker reads: `notice` is the inbox entry, `word` acknowledges that the message was shown."""

    title: str
    body: str
    link: str
    tag: str
    badge: int
    notice: str
    word: str


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """A message ready for encryption; a newer push with the same topic replaces an undelivered older one."""

    payload: bytes
    topic: str
    urgent: bool
    ttl: timedelta


def topic_of(notification_id: UUID) -> str:
    """Return the push topic of a notification: 22 URL-safe characters (RFC 8030 §5.4 allows 32)."""
    return urlsafe_b64encode(notification_id.bytes).rstrip(b"=").decode()


def make_push(message: Message) -> Push:
    """Encode a message for the wire; what is urgent expires sooner, since it goes to the next channel."""
    body = PushBody(
        title=message.title,
        body=message.body,
        link=message.link,
        tag=topic_of(message.notification_id),
        badge=message.badge,
        notice=str(message.notification_id),
        word=message.acknowledgement,
    )
    ttl = URGENT_TTL if message.urgent else ORDINARY_TTL
    return Push(payload=msgspec.json.encode(body), topic=body.tag, urgent=message.urgent, ttl=ttl)
