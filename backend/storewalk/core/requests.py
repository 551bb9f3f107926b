"""What happens at the door: every request gets an id, what no text can hold is turned away; who calls, as what."""

import re
from datetime import timedelta
from typing import Any, Final

import structlog
from litestar import Request
from litestar.datastructures import Cookie
from litestar.exceptions import ValidationException
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from storewalk.core.errors import Invalid
from storewalk.core.http import SESSION_COOKIE
from storewalk.core.ids import new_id
from storewalk.core.settings import Settings

HEADER: Final = b"x-request-id"
LONGEST: Final = 64
# As JSON writes U+0000; a doubled backslash before it is a text about it.
NULL_IN_JSON: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


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


async def refuse_unstorable(request: Request[Any, Any, Any]) -> None:
    """Raise Invalid for U+0000 anywhere in a request, which PostgreSQL's texts cannot hold.

    Raises ValidationException for a body that is not UTF-8, on which the JSON decoder would raise an error of Python's.
    """
    if "\x00" in request.scope["path"] or b"%00" in request.scope["query_string"]:
        raise Invalid("core.null_character")
    if request.method == "GET":
        return
    body = await request.body()
    try:
        body.decode()
    except UnicodeDecodeError as error:
        raise ValidationException("not UTF-8") from error
    if b"\\u0000" in body and NULL_IN_JSON.search(body):
        raise Invalid("core.null_character")


def client_address(request: Request[Any, Any, Any], trusted_proxies: int) -> str:
    """Return the caller's address: the one that the outermost of our own proxies saw, else the peer's."""
    seen = [part.strip() for part in request.headers.get("x-forwarded-for", "").split(",") if part.strip()]
    if trusted_proxies and len(seen) >= trusted_proxies:
        return seen[-trusted_proxies]
    return request.client.host if request.client else ""


def session_cookie(settings: Settings, token: str, life: timedelta) -> Cookie:
    """Return the cookie that carries a log-in: for this origin only, out of reach of scripts."""
    return Cookie(
        key=SESSION_COOKIE,
        value=token,
        httponly=True,
        secure=settings.secure_cookies,
        samesite="lax",
        max_age=int(life.total_seconds()),
        path="/",
    )
