"""The photo bucket on the one port: requests below `/{bucket}` go on to the S3 server unchanged, Host preserved."""

from collections.abc import AsyncGenerator
from typing import Final

import httpx
import structlog
from litestar import asgi
from litestar.handlers import ASGIRouteHandler
from litestar.types import HTTPScope, Receive, Scope, Send

from storewalk.core.access import PUBLIC
from storewalk.core.settings import Settings

HOP_BY_HOP: Final = frozenset(
    {b"connection", b"keep-alive", b"transfer-encoding", b"upgrade", b"te", b"trailer", b"server", b"date"}
)
BODYLESS: Final = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
log = structlog.get_logger()


def object_proxy(settings: Settings) -> tuple[ASGIRouteHandler, httpx.AsyncClient]:
    """Return a handler for `/{bucket}` and the client it uses, which the application closes.

    In production a reverse proxy does this; signatures are checked by the S3 server either way.
    """
    client = httpx.AsyncClient(base_url=settings.s3_endpoint, timeout=httpx.Timeout(30, connect=3))

    @asgi(f"/{settings.s3_bucket}", is_mount=True, opt={"permission": PUBLIC}, copy_scope=True)
    async def objects(scope: Scope, receive: Receive, send: Send) -> None:
        async def body() -> AsyncGenerator[bytes]:
            more = True
            while more:
                message = await receive()
                if message["type"] != "http.request":
                    return
                yield message["body"]
                more = message["more_body"]

        if scope["type"] != "http":
            return
        request = _forwarded(client, scope, body())
        try:
            answer = await client.send(request, stream=True)
        except httpx.TransportError as error:
            log.warning("objects.unreachable", error=type(error).__name__)
            await send({"type": "http.response.start", "status": 503, "headers": [(b"retry-after", b"5")]})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        try:
            kept = [(k.lower(), v) for k, v in answer.headers.raw if k.lower() not in HOP_BY_HOP]
            await send({"type": "http.response.start", "status": answer.status_code, "headers": kept})
            async for chunk in answer.aiter_raw():
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            await answer.aclose()

    return objects, client


def _forwarded(client: httpx.AsyncClient, scope: HTTPScope, body: AsyncGenerator[bytes]) -> httpx.Request:
    """Return the same request to the S3 server: method, path, query, headers and, where there is one, body."""
    query, raw_path = scope["query_string"], scope.get("raw_path") or scope["path"].encode()
    target = raw_path.split(b"?")[0] + (b"?" + query if query else b"")
    return client.build_request(
        scope["method"],
        client.base_url.copy_with(raw_path=target),
        headers=[(k, v) for k, v in scope["headers"] if k not in HOP_BY_HOP],
        content=None if scope["method"] in BODYLESS else body,
    )
