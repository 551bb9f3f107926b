"""Commands and queries as routes: who asks, may they, in one transaction, answered once."""

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal, TypeVar, get_args

import msgspec
import structlog
from litestar import Request, Response
from litestar.handlers import HTTPRouteHandler

from storewalk.core import receipts
from storewalk.core.access import PUBLIC, Actor, Permission
from storewalk.core.body import BODY
from storewalk.core.credentials import Credentials
from storewalk.core.database import READ, may_retry
from storewalk.core.errors import Invalid
from storewalk.core.metrics import REQUESTS
from storewalk.core.outbox import Answer
from storewalk.core.packed import packed
from storewalk.core.platform import Platform
from storewalk.core.tracing import TRACER
from storewalk.core.tx import Occurrence, ReadTx, Tx

T = TypeVar("T")
Handler = Callable[..., Awaitable[Any]]
HttpRequest = Request[Any, Any, Any]
Sign = Callable[[Platform, Any], Any]
Write = Callable[[Any], Awaitable[Response[bytes]]]
Method = Literal["POST", "PUT", "DELETE"]

SESSION_COOKIE: Final = "storewalk_session"
TRIES: Final = 3
KEY_LENGTHS: Final = range(8, 201)
JSON: Final = "application/json"
log = structlog.get_logger()


def platform_of(request: HttpRequest) -> Platform:
    """Return the platform that the running application was composed with."""
    return request.app.state["platform"]


def credentials(request: HttpRequest, *, writing: bool) -> Credentials:
    """Read a request's credentials."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return Credentials(
        session=request.cookies.get(SESSION_COOKIE),
        csrf=request.headers.get("x-csrf-token"),
        bearer=token if scheme.lower() == "bearer" else None,
        writing=writing,
    )


def query(
    path: str,
    *,
    operation_id: str,
    permission: Permission,
    sign: Sign | None = None,
    recorded: bool = False,
    write: Write | None = None,
) -> Callable[[Handler], HTTPRouteHandler]:
    """Make a GET route of an async function whose `tx` is a ReadTx; `sign` adds fresh links to its answer.

    A `recorded` one gets a Tx and records that it was asked: bulk exports, which a browser follows as plain links,
    so without a key. `write` makes a file of what was read once the transaction has ended, since that may take long.
    """
    read = _read_recorded if recorded else _read

    def decorate(function: Handler) -> HTTPRouteHandler:
        wants_request = "request" in inspect.signature(function).parameters

        async def endpoint(request: HttpRequest, **arguments: Any) -> Response[bytes]:
            platform = platform_of(request)
            started = time.perf_counter()
            if wants_request:
                arguments["request"] = request
            with TRACER.start_as_current_span(operation_id):
                out = await again(lambda: read(platform, request, permission, function, arguments))
                answer = await (_told(request, out, sign) if write is None else write(out))
            REQUESTS.labels(operation_id).observe(time.perf_counter() - started)
            return answer

        return _route(
            endpoint,
            function,
            method="GET",
            path=path,
            status=200,
            operation_id=operation_id,
            permission=permission,
            returns=None if write is None else Response[bytes],
        )

    return decorate


def command(
    path: str,
    *,
    operation_id: str,
    permission: Permission,
    method: Method = "POST",
    status: int = 200,
    sign: Sign | None = None,
) -> Callable[[Handler], HTTPRouteHandler]:
    """Make a writing route of an async function whose `tx` is a Tx.

    The wrapper opens the transaction, claims the receipt (a duplicate waits, then gets the first answer), runs the
    function, keeps its answer, commits, and tries again after a serialization failure. A refusal leaves nothing.
    `sign` adds fresh links to the answer, also to a repeated one: links are never kept in a receipt.
    """

    def decorate(function: Handler) -> HTTPRouteHandler:
        signature = inspect.signature(function, eval_str=True)
        kind, wants_request = signature.return_annotation, "request" in signature.parameters

        async def endpoint(request: HttpRequest, **arguments: Any) -> Response[bytes]:
            platform = platform_of(request)
            started = time.perf_counter()
            if wants_request:
                arguments["request"] = request
            fingerprint = receipts.digest(request.method, request.url.path, await request.body())
            with TRACER.start_as_current_span(operation_id):
                stored = await again(
                    lambda: _write(
                        platform, request, permission, function, arguments, fingerprint=fingerprint, status=status
                    )
                )
            REQUESTS.labels(operation_id).observe(time.perf_counter() - started)
            if sign is None:
                return Response(stored.body, media_type=JSON, status_code=stored.status)
            return _answer(platform, msgspec.json.decode(stored.body, type=kind), stored.status, sign)

        return _route(
            endpoint,
            function,
            method=method,
            path=path,
            status=status,
            operation_id=operation_id,
            permission=permission,
        )

    return decorate


async def _read(
    platform: Platform, request: HttpRequest, permission: Permission, function: Handler, arguments: dict[str, Any]
) -> Any:
    async with platform.database.transaction(READ) as (connection, raw):
        actor = await platform.authenticate(raw, credentials(request, writing=False))
        actor.require(permission)
        remember(request, actor)
        return await function(tx=ReadTx(connection, raw, actor, platform.clock.now()), **arguments)


async def _read_recorded(
    platform: Platform, request: HttpRequest, permission: Permission, function: Handler, arguments: dict[str, Any]
) -> Any:
    async with platform.session() as (session, raw):
        actor = await platform.authenticate(raw, credentials(request, writing=False))
        actor.require(permission)
        remember(request, actor)
        tx = Tx(session, raw, actor, platform.clock.now(), platform.listeners)
        out = await function(tx=tx, **arguments)
        await tx.finish()
        return out


async def _write(
    platform: Platform,
    request: HttpRequest,
    permission: Permission,
    function: Handler,
    arguments: dict[str, Any],
    *,
    fingerprint: bytes,
    status: int,
) -> receipts.Stored:
    async with platform.session() as (session, raw):
        actor = await platform.authenticate(raw, credentials(request, writing=True))
        actor.require(permission)
        remember(request, actor)
        key = _key(request)
        tx = Tx(session, raw, actor, platform.clock.now(), platform.listeners, occurrence=_occurrence(request))
        stored = await receipts.claim(tx, key, fingerprint)
        if stored is not None:
            return stored
        out = await function(tx=tx, **arguments)
        body = b"null" if out is None else msgspec.json.encode(out)
        await tx.finish(Answer(key, status, body))
    return receipts.Stored(status, body)


def remember(request: HttpRequest, actor: Actor) -> None:
    """Keep what the error handler and the log need to know of the actor."""
    request.scope["state"]["locale"] = actor.locale
    structlog.contextvars.bind_contextvars(org=str(actor.org_id), actor=str(actor.account_id))


async def again(attempt: Callable[[], Awaitable[T]]) -> T:
    """Make an attempt in a transaction of its own, and again where that can help: see `may_retry`."""
    for number in range(1, TRIES):
        try:
            return await attempt()
        except Exception as error:
            if not may_retry(error):
                raise
            log.info("transaction.retried", error=type(error).__name__, number=number)
            await asyncio.sleep(0.02 * number**2)
    return await attempt()


def _answer(platform: Platform, out: Any, status: int, sign: Sign | None) -> Response[Any]:
    if isinstance(out, Response):  # a file to download, ready as it is
        return out
    if sign is not None and out is not None:
        out = sign(platform, out)
    return Response(msgspec.json.encode(out), media_type=JSON, status_code=status)


async def _told(request: HttpRequest, out: Any, sign: Sign | None) -> Response[bytes]:
    answer = _answer(platform_of(request), out, 200, sign)
    return answer if answer is out else await packed(request, answer)


def _key(request: HttpRequest) -> str:
    key = request.headers.get("idempotency-key", "")
    if len(key) not in KEY_LENGTHS:
        raise Invalid("core.key_missing", field="Idempotency-Key")
    return key


def _occurrence(request: HttpRequest) -> Occurrence:
    headers = request.headers
    try:
        at = headers.get("storewalk-occurred-at")
        device_at = datetime.fromisoformat(at) if at else None
        if device_at is not None and device_at.tzinfo is None:
            device_at = device_at.replace(tzinfo=UTC)
        offset = timedelta(milliseconds=int(headers.get("storewalk-clock-offset-ms", "0")))
        seq = headers.get("storewalk-device-seq")
        return Occurrence(device_at, offset, int(seq) if seq else None)
    except (ValueError, OverflowError) as error:
        raise Invalid("core.bad_device_time", field="Storewalk-Occurred-At") from error


def _route(
    endpoint: Handler,
    function: Handler,
    *,
    method: Method | Literal["GET"],
    path: str,
    status: int,
    operation_id: str,
    permission: Permission,
    returns: Any = None,
) -> HTTPRouteHandler:
    """Give `endpoint` the parameters of `function` less its `tx`, which is how Litestar learns them.

    It answers as `function` does, unless it `returns` something else.
    """
    signature = inspect.signature(function, eval_str=True)
    signature = signature.replace(return_annotation=returns or signature.return_annotation)
    parameters = [inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=HttpRequest)]
    parameters += [
        p.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, p in signature.parameters.items()
        if name not in {"tx", "request"}
    ]
    body = signature.parameters.get("data")
    kind = None if body is None else get_args(body.annotation)[0]  # of JSONBody[Kind]
    endpoint.__signature__ = signature.replace(parameters=parameters)
    endpoint.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": signature.return_annotation}
    endpoint.__name__ = function.__name__
    endpoint.__qualname__ = function.__qualname__
    endpoint.__module__ = function.__module__
    endpoint.__doc__ = function.__doc__
    return HTTPRouteHandler(
        path,
        http_method=method,
        operation_id=operation_id,
        status_code=status,
        opt={"permission": permission, "public": permission is PUBLIC, BODY: kind},
    )(endpoint)
