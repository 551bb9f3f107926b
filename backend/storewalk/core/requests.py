"""Every request has an id: taken from the proxy or made, bound to its log lines and jobs, sent back."""

from typing import Final

import structlog
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from storewalk.core.ids import new_id

HEADER: Final = b"x-request-id"
LONGEST: Final = 64


def request_id(app: ASGIApp) -> ASGIApp:
    """Wrap `app` so that its logs and answers carry the request's id."""

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        given = next((v for k, v in scope["headers"] if k == HEADER), b"")[:LONGEST]
        ident = given if given.isalnum() else new_id().hex.encode()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=ident.decode())

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (HEADER, ident)]
            await send(message)

        await app(scope, receive, send_with_id)

    return middleware
