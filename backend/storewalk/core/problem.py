"""Errors on the wire: `application/problem+json` (RFC 9457) in the reader's language, never a stack trace."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import asyncpg
import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, NotFoundException, ValidationException
from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storewalk.core.database import may_retry
from storewalk.core.errors import Conflict, DomainError, Invalid, TooMany
from storewalk.core.ids import new_id
from storewalk.core.messages import Catalog, pick_locale
from storewalk.core.metrics import REFUSALS

log = structlog.get_logger()
AnyRequest = Request[Any, Any, Any]
PROBLEM: Final = "application/problem+json"
SOON_S: Final = "2"
HTTP_CODES: Final = {401: "not_signed_in", 403: "forbidden", 404: "not_found", 405: "wrong_method", 413: "too_large"}

# msgspec says in English what is wrong with a value; each shape of its sentences has a text of ours.
SHAPES: Final = (
    (re.compile(r"Object missing required field `(?P<name>[^`]+)`"), "core.field_missing"),
    (re.compile(r"Object contains unknown field `(?P<name>[^`]+)`"), "core.field_unknown"),
    (re.compile(r"Expected `(?:str|array|object)` of length >= (?P<bound>\d+)"), "core.too_short"),
    (re.compile(r"Expected `(?:str|array|object)` of length <= (?P<bound>\d+)"), "core.too_long"),
    (re.compile(r"Expected `[^`]+` >= (?P<bound>\S+)"), "core.too_small"),
    (re.compile(r"Expected `[^`]+` > (?P<bound>\S+)"), "core.not_above"),
    (re.compile(r"Expected `[^`]+` <= (?P<bound>\S+)"), "core.too_large"),
    (re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`"), "core.wrong_type"),
    (re.compile(r"Invalid enum value (?P<got>.+)"), "core.not_offered"),
    (re.compile(r"Invalid (?P<wanted>\S+)"), "core.malformed"),
    (re.compile(r"Missing required .*parameter '?(?P<name>\w+)"), "core.field_missing"),
)
AT: Final = re.compile(r" - at `\$?\.?(?P<path>[^`]*)`")


class Fault(msgspec.Struct, frozen=True):
    """One field and what to do about it."""

    field: str
    message: str


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """RFC 9457, with a stable `code` for programs and `errors` by field."""

    title: str
    status: int
    detail: str
    code: str
    type: str = "about:blank"
    errors: list[Fault] = []
    current: msgspec.Struct | None = None
    trace: str | None = None


def handlers(catalog: Catalog) -> dict[int | type[Exception], Callable[[AnyRequest, Any], Response[Any]]]:
    """Return Litestar's exception handlers, speaking through `catalog`."""

    def locale(request: AnyRequest) -> str:
        return request.scope.get("state", {}).get("locale") or pick_locale(request.headers.get("accept-language", ""))

    def domain(request: AnyRequest, error: DomainError) -> Response[bytes]:
        language = locale(request)
        detail = catalog.text(error.message_key, language, error.params)
        faults = [Fault(error.field, detail)] if error.field else []
        if isinstance(error, Invalid):
            faults += [Fault(e.field, catalog.text(e.message_key, language, e.params)) for e in error.errors]
        problem = Problem(
            title=catalog.text(f"core.title.{error.code}", language),
            status=error.status,
            detail=detail,
            code=error.code,
            errors=faults,
            current=error.current if isinstance(error, Conflict) else None,
        )
        headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooMany) else {}
        return _response(problem, headers)

    def validation(request: AnyRequest, error: ValidationException) -> Response[bytes]:
        language = locale(request)
        found = error.extra if isinstance(error.extra, list) else []
        faults = [_translate(catalog, language, item) for item in found]
        return _response(
            Problem(
                title=catalog.text("core.title.malformed", language),
                status=400,
                detail=faults[0].message if faults else catalog.text("core.unreadable", language),
                code="malformed",
                errors=faults,
            )
        )

    def plain(request: AnyRequest, error: HTTPException) -> Response[bytes]:
        language = locale(request)
        code = HTTP_CODES.get(error.status_code, "malformed")
        title = catalog.text(f"core.title.{code}", language)
        return _response(Problem(title=title, status=error.status_code, detail=title, code=code), error.headers or {})

    def constraint(request: AnyRequest, error: IntegrityError | asyncpg.PostgresError) -> Response[bytes]:
        # A service should have refused first; two at once can still meet at the table's own rule. The database's own
        # words name the values, which are people's: they stay out of the log.
        refused = error if isinstance(error, asyncpg.PostgresError) else error.orig and error.orig.__cause__
        log.warning("constraint.refused", constraint=getattr(refused, "constraint_name", None))
        title = catalog.text("core.title.wrong_state", locale(request))
        detail = catalog.text("core.changed_meanwhile", locale(request))
        return _response(Problem(title=title, status=409, detail=detail, code="wrong_state"))

    def unavailable(request: AnyRequest, error: Exception) -> Response[bytes]:
        # The database is away, or rows stayed locked through all our own tries: the client's next try may fare better.
        log.warning("request.unavailable", path=request.url.path, error=repr(error))
        title = catalog.text("core.title.unavailable", locale(request))
        detail = catalog.text("core.unavailable", locale(request))
        return _response(Problem(title=title, status=503, detail=detail, code="unavailable"), {"Retry-After": SOON_S})

    def unexpected(request: AnyRequest, error: Exception) -> Response[bytes]:
        if may_retry(error) or isinstance(error, PoolTimeout):
            return unavailable(request, error)
        trace = str(new_id())
        log.error("request.failed", trace=trace, path=request.url.path, exc_info=error)
        language = locale(request)
        title = catalog.text("core.title.failed", language)
        detail = catalog.text("core.failed", language, {"trace": trace})
        return _response(Problem(title=title, status=500, detail=detail, code="failed", trace=trace))

    return {
        DomainError: domain,
        ValidationException: validation,
        NotFoundException: plain,
        HTTPException: plain,
        IntegrityError: constraint,
        asyncpg.IntegrityConstraintViolationError: constraint,
        Exception: unexpected,
    }


def _response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response[bytes]:
    REFUSALS.labels(problem.code).inc()
    return Response(
        msgspec.json.encode(problem), media_type=PROBLEM, status_code=problem.status, headers=dict(headers or {})
    )


def _translate(catalog: Catalog, language: str, item: object) -> Fault:
    raw = msgspec.convert(item, dict[str, Any]) if isinstance(item, dict) else {"message": str(item)}
    message, field = str(raw.get("message", "")), str(raw.get("key", ""))
    if field == "data":
        field = ""
    inner = AT.search(message)
    if inner and inner["path"]:
        field = f"{field}.{inner['path']}".strip(".")
        message = message[: inner.start()]
    for shape, key in SHAPES:
        match = shape.search(message)
        if match:
            params = match.groupdict()
            return Fault(".".join(p for p in (field, params.get("name")) if p), catalog.text(key, language, params))
    return Fault(field, catalog.text("core.unreadable", language))
