"""What happens to every request at the door: it gets an id for logs and jobs; what no text can hold is turned away."""

import re
from typing import Any, Final

import structlog
from litestar import Request
from litestar.exceptions import ValidationException
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from storewalk.core.errors import Invalid
from storewalk.core.ids import new_id

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
