"""Sends pushes: RFC 8291 encryption by `webpush`, RFC 8030 delivery by httpx.

Only the worker imports this module: it brings pydantic and an HTTP client.
"""

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import SplitResult

import httpx
from webpush import WebPush, WebPushSubscription

from storewalk.notifications.endpoints import UnsafeEndpoint, is_public, origin_of, parse_endpoint
from storewalk.notifications.push import MAX_PAYLOAD_BYTES, Outcome, Push, PushSender, Target, Verdict
from storewalk.notifications.vapid import authorization, pem_pair, read_private_key

MAX_RETRY_AFTER = timedelta(hours=6)
TIMEOUT_S = 15
ERROR_BYTES = 200
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


class WebPushSender(PushSender):
    """Encrypts for one browser and posts to its push service, which must be a public HTTPS address."""

    def __init__(self, private_key: str, contact: str, *, allow_private: bool) -> None:
        """Take the installation's VAPID key and its `sub`. Raises BadPushKey."""
        self._key, self._contact, self._allow_private = read_private_key(private_key), contact, allow_private
        # Nothing of the environment: a proxy would look the checked name up again, and might find another address.
        self._client = httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False)
        self._webpush = WebPush(*pem_pair(self._key), subscriber=self._contact)

    async def send(self, target: Target, push: Push) -> Outcome:
        """Make one attempt and say what it means; see `PushSender.send`."""
        if len(push.payload) > MAX_PAYLOAD_BYTES:
            return Outcome(verdict=Verdict.REFUSED, error=f"payload of {len(push.payload)} bytes")
        try:
            parts = parse_endpoint(target.endpoint, allow_private=self._allow_private)
            address = await self._resolve(parts)
            request = self._request(target, push, parts, address)
        except UnsafeEndpoint as reason:
            return Outcome(verdict=Verdict.REFUSED, error=str(reason))
        except OSError as reason:
            return Outcome(verdict=Verdict.LATER, error=f"name not found: {reason}")
        except ValueError:
            return Outcome(verdict=Verdict.REFUSED, error="keys of the subscription are unusable")
        try:
            response = await self._client.send(request, stream=True, follow_redirects=False)
            try:
                return await _read(response)
            finally:
                await response.aclose()
        except httpx.HTTPError as reason:
            return Outcome(verdict=Verdict.LATER, error=type(reason).__name__)

    async def _resolve(self, parts: SplitResult) -> str:
        """Look the host up once and refuse it if any of its addresses is ours; the request goes to what was checked."""
        loop = asyncio.get_running_loop()
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = await loop.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]) for entry in found]
        if not self._allow_private and not all(is_public(ip_address(text)) for text in addresses):
            raise UnsafeEndpoint("name leads inside our network")
        return addresses[0]

    def _request(self, target: Target, push: Push, parts: SplitResult, address: str) -> httpx.Request:
        """Build the POST to the checked address; host name and TLS name stay the push service's own."""
        subscription = WebPushSubscription.model_validate(
            {"endpoint": target.endpoint, "keys": {"auth": target.auth, "p256dh": target.p256dh}}
        )
        # ttl sticks on the object when left out, so it is always given
        message = self._webpush.get(push.payload, subscription, ttl=int(push.ttl.total_seconds()))
        headers = {
            # The library's own names an audience without the port (RFC 8292 §2 wants the whole origin).
            "Authorization": authorization(self._key, origin_of(parts), self._contact, datetime.now(UTC)),
            "Content-Encoding": message.headers["content-encoding"],
            "Content-Type": "application/octet-stream",
            "Host": parts.netloc,
            "TTL": message.headers["ttl"],
            "Topic": push.topic,
            "Urgency": "high" if push.urgent else "normal",
        }
        return self._client.build_request(
            "POST",
            httpx.URL(target.endpoint).copy_with(host=address),
            content=message.encrypted,
            headers=headers,
            extensions={"sni_hostname": parts.hostname},
        )


async def _read(response: httpx.Response) -> Outcome:
    status = response.status_code
    if response.is_success:
        return Outcome(verdict=Verdict.SENT, status_code=status)
    start = b""
    async for chunk in response.aiter_bytes():
        start += chunk
        if len(start) >= ERROR_BYTES:
            break
    error = start[:ERROR_BYTES].decode(errors="replace") or response.reason_phrase
    if status in GONE:
        return Outcome(verdict=Verdict.GONE, status_code=status, error=error)
    if status in LATER or response.is_server_error:
        wait = retry_after(response.headers.get("Retry-After"))
        return Outcome(verdict=Verdict.LATER, status_code=status, error=error, retry_after=wait)
    return Outcome(verdict=Verdict.REFUSED, status_code=status, error=error)


def retry_after(value: str | None) -> timedelta | None:
    """Read a Retry-After header, seconds or a date (RFC 9110 §10.2.3), at most six hours; None if unreadable."""
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return min(timedelta(seconds=int(value[:9])), MAX_RETRY_AFTER)
    try:
        wait = parsedate_to_datetime(value) - datetime.now(UTC)
    except (TypeError, ValueError):
        return None
    return min(max(wait, timedelta()), MAX_RETRY_AFTER)
