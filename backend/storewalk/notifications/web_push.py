"""Sends pushes: RFC 8291 encryption by `webpush`, RFC 8030 delivery.

Only the worker imports this module: it brings pydantic and an HTTP client.
"""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import SplitResult

from webpush import WebPush, WebPushSubscription

from storewalk.notifications.endpoints import UnsafeEndpoint, origin_of
from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.outbound import TIMEOUT_S, Outbound
from storewalk.notifications.push import MAX_PAYLOAD_BYTES, Push, make_push
from storewalk.notifications.senders import BrowserAddress, PushSender
from storewalk.notifications.vapid import authorization, pem_pair, read_private_key

GONE: Final = frozenset({int(HTTPStatus.NOT_FOUND), int(HTTPStatus.GONE)})


class WebPushSender(PushSender):
    """Encrypts for one browser and posts to its push service, which must be a public HTTPS address."""

    def __init__(self, private_key: str, contact: str, *, allow_private: bool, timeout_s: float = TIMEOUT_S) -> None:
        """Take the installation's VAPID key and its `sub`. Raises BadPushKey."""
        self._key, self._contact = read_private_key(private_key), contact
        self._outbound = Outbound(allow_private=allow_private, timeout_s=timeout_s)
        self._webpush = WebPush(*pem_pair(self._key), subscriber=self._contact)

    async def send(self, address: BrowserAddress, message: Message) -> Outcome:
        """Make one attempt and say what it means; see `PushSender.send`."""
        return await self.post(address, make_push(message))

    async def post(self, address: BrowserAddress, push: Push) -> Outcome:
        """Encrypt a push and make one attempt."""
        if len(push.payload) > MAX_PAYLOAD_BYTES:
            return Outcome(verdict=Verdict.REFUSED, error=f"payload of {len(push.payload)} bytes")
        try:
            content, headers = self._sealed(address, push, self._outbound.parse(address.endpoint))
        except UnsafeEndpoint as reason:
            return Outcome(verdict=Verdict.REFUSED, error=str(reason))
        except ValueError:
            return Outcome(verdict=Verdict.REFUSED, error="keys of the subscription are unusable")
        return await self._outbound.post(address.endpoint, content, headers, done=Verdict.SENT, gone=GONE)

    def _sealed(self, address: BrowserAddress, push: Push, parts: SplitResult) -> tuple[bytes, dict[str, str]]:
        subscription = WebPushSubscription.model_validate(
            {"endpoint": address.endpoint, "keys": {"auth": address.auth, "p256dh": address.p256dh}}
        )
        # ttl sticks on the object when left out, so it is always given
        message = self._webpush.get(push.payload, subscription, ttl=int(push.ttl.total_seconds()))
        return message.encrypted, {
            # The library's own names an audience without the port (RFC 8292 §2 wants the whole origin).
            "Authorization": authorization(self._key, origin_of(parts), self._contact, datetime.now(UTC)),
            "Content-Encoding": message.headers["content-encoding"],
            "Content-Type": "application/octet-stream",
            "TTL": message.headers["ttl"],
            "Topic": push.topic,
            "Urgency": "high" if push.urgent else "normal",
        }
