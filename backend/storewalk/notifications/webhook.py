"""Posts messages to an organization's own receiver, signed as Standard Webhooks says (standardwebhooks.com, 1.0).

The signature is HMAC-SHA-256 over `id.timestamp.body` under the base64-decoded secret. Only the worker imports this
module: it brings an HTTP client.
"""

import hmac
import time
from base64 import b64encode
from http import HTTPStatus
from typing import Final

import msgspec

from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.outbound import TIMEOUT_S, Outbound
from storewalk.notifications.secrets import signing_key
from storewalk.notifications.senders import Posting, Receiver, WebhookAddress, WebhookSender

GONE: Final = frozenset({int(HTTPStatus.GONE)})


class NoticeBody(msgspec.Struct, frozen=True, rename="camel"):
    """What a notice says to the receiver; `link` is a whole address, `username` whom it is for."""

    notice_id: str
    kind: str
    username: str
    title: str
    body: str
    link: str
    urgent: bool


class WebhookBody(msgspec.Struct, frozen=True):
    """The envelope: later kinds of events come with another `type`."""

    type: str
    timestamp: int
    data: msgspec.Struct


class SignedWebhookSender(WebhookSender):
    """Signs and posts; the receiver must be a public HTTPS address."""

    def __init__(self, origin: str, *, allow_private: bool, timeout_s: float = TIMEOUT_S) -> None:
        self._origin = origin
        self._outbound = Outbound(allow_private=allow_private, timeout_s=timeout_s)

    async def send(self, address: WebhookAddress, message: Message) -> Outcome:
        """Make one attempt and say what it means; see `WebhookSender.send`."""
        notice = NoticeBody(
            str(message.notification_id),
            message.kind,
            address.username,
            message.title,
            message.body,
            self._origin + message.marking_link,
            message.urgent,
        )
        receiver = Receiver(url=address.url, secret=address.secret)
        return await self.post(receiver, Posting(id=str(message.id), type="notice", data=notice))

    async def post(self, receiver: Receiver, posting: Posting) -> Outcome:
        """Make one attempt and say what it means; see `WebhookSender.post`."""
        now = int(time.time())
        content = msgspec.json.encode(WebhookBody(posting.type, now, posting.data))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Storewalk",
            "webhook-id": posting.id,
            "webhook-timestamp": str(now),
            "webhook-signature": signature(receiver.secret, posting.id, now, content),
        }
        return await self._outbound.post(receiver.url, content, headers, done=Verdict.DELIVERED, gone=GONE)


def signature(secret: str, message_id: str, at: int, content: bytes) -> str:
    """Return the value of the `webhook-signature` header."""
    mac = hmac.digest(signing_key(secret), f"{message_id}.{at}.".encode() + content, "sha256")
    return "v1," + b64encode(mac).decode()
