"""Requests to addresses that other people named: checked, looked up once, and sent to what was checked.

Only the worker imports this module: it brings an HTTP client.
"""

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult

import httpx

from storewalk.notifications.endpoints import UnsafeEndpoint, is_public, parse_endpoint
from storewalk.notifications.message import Outcome, Verdict

MAX_RETRY_AFTER: Final = timedelta(hours=6)
TIMEOUT_S: Final = 15
ERROR_BYTES: Final = 200
LATER: Final = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


class Outbound:
    """Posts to public HTTPS addresses only; with `allow_private`, also to this machine and by plain HTTP."""

    def __init__(self, *, allow_private: bool, timeout_s: float = TIMEOUT_S) -> None:
        self._allow_private, self._timeout_s = allow_private, timeout_s
        # Nothing of the environment: a proxy would look the checked name up again, and might find another address.
        self._client = httpx.AsyncClient(timeout=timeout_s, trust_env=False)

    def parse(self, url: str) -> SplitResult:
        """Split an address and refuse an unsafe one. Raises UnsafeEndpoint."""
        return parse_endpoint(url, allow_private=self._allow_private)

    async def post(
        self, url: str, content: bytes, headers: dict[str, str], *, done: Verdict, gone: frozenset[int]
    ) -> Outcome:
        """Make one attempt: success means `done`, an answer among `gone` that the address is no more."""
        try:
            parts = self.parse(url)
            request = self._request(url, content, headers, parts, await self._resolve(parts))
        except UnsafeEndpoint as reason:
            return Outcome(verdict=Verdict.REFUSED, error=str(reason))
        except OSError as reason:
            return Outcome(verdict=Verdict.LATER, error=f"name not found: {reason}")
        try:
            # The client's own limits are per read: a receiver that drips bytes would hold the attempt for ever.
            async with asyncio.timeout(self._timeout_s):
                response = await self._client.send(request, stream=True, follow_redirects=False)
                try:
                    return await _read(response, done=done, gone=gone)
                finally:
                    await response.aclose()
        except (TimeoutError, httpx.TimeoutException):
            return Outcome(verdict=Verdict.LATER, error="no answer in time")
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

    def _request(
        self, url: str, content: bytes, headers: dict[str, str], parts: SplitResult, address: str
    ) -> httpx.Request:
        """Build the POST to the checked address; host name and TLS name stay the receiver's own."""
        return self._client.build_request(
            "POST",
            httpx.URL(url).copy_with(host=address),
            content=content,
            headers={**headers, "Host": parts.netloc},
            extensions={"sni_hostname": parts.hostname},
        )


async def _read(response: httpx.Response, *, done: Verdict, gone: frozenset[int]) -> Outcome:
    status = response.status_code
    if response.is_success:
        return Outcome(verdict=done, status_code=status)
    start = b""
    async for chunk in response.aiter_bytes():
        start += chunk
        if len(start) >= ERROR_BYTES:
            break
    error = start[:ERROR_BYTES].decode(errors="replace") or response.reason_phrase
    if status in gone:
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
