"""Logging in from WeCom: who opens a message or the app there is known to it, and need not type a password.

Outside of receipts, as every log-in: a browser follows these as plain addresses. Whoever cannot be logged in this way
is led to the log-in by password, which says why.
"""

import secrets
from datetime import datetime, timedelta
from typing import Annotated, Final
from uuid import UUID

import msgspec
from litestar import get
from litestar.datastructures import Cookie
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect

from storewalk.core.access import PUBLIC, Actor, system_actor
from storewalk.core.database import READ
from storewalk.core.errors import NotSignedIn
from storewalk.core.http import HttpRequest, credentials, platform_of
from storewalk.core.platform import Platform
from storewalk.core.requests import client_address, session_cookie
from storewalk.core.vault import Unreadable, vault_of
from storewalk.identity.api import SESSION_LIFE, open_session
from storewalk.notifications.models import Channel
from storewalk.notifications.queries import reach
from storewalk.notifications.senders import WeComApp, WeComDirectory
from storewalk.notifications.service.address import app_of
from storewalk.notifications.service.desk import secret_place
from storewalk.notifications.wecom_links import ENTRANCE, RETURN, arrival, authorization, log_in_page, own_path

COOKIE: Final = "storewalk_wecom"
PLACE: Final = "cookie of a log-in from WeCom"
IN_WECOM: Final = "wxwork"  # what its browser says of itself
LIFE: Final = timedelta(minutes=10)
DEVICE: Final = "WeCom"


class Attempt(msgspec.Struct, frozen=True):
    """A log-in under way, which only the browser that began it can finish."""

    org_id: UUID
    state: str
    path: str
    until: datetime


@get(ENTRANCE, operation_id="beginWecomLogIn", status_code=302, opt={"permission": PUBLIC}, security=[])
async def begin(
    request: HttpRequest, org: FromQuery[UUID], wanted: Annotated[str, QueryParameter(name="next")] = "/"
) -> Redirect:
    """Lead somebody who comes from WeCom through its authorization to a path of the app.

    A browser elsewhere is led straight on, since WeCom's page would only ask for WeCom; so is who is logged in.
    """
    platform, path = platform_of(request), own_path(wanted)
    if IN_WECOM not in request.headers.get("user-agent", "").lower():
        return Redirect(path)
    if await _is_signed_in(platform, request, org):
        return Redirect(arrival(path))
    app = await _app(platform, org)
    if app is None:
        return Redirect(log_in_page(path))
    attempt = Attempt(org, secrets.token_urlsafe(16), path, platform.clock.now() + LIFE)
    kept = vault_of(platform.settings).seal(msgspec.json.encode(attempt).decode(), PLACE)
    address = authorization(app, platform.settings.public_origin, attempt.state)
    return Redirect(address, cookies=[_cookie(platform, kept, int(LIFE.total_seconds()))])


@get(RETURN, operation_id="finishWecomLogIn", status_code=302, opt={"permission": PUBLIC}, security=[])
async def finish(
    request: HttpRequest, code: FromQuery[str] = "", echoed: Annotated[str, QueryParameter(name="state")] = ""
) -> Redirect:
    """Log in whoever WeCom says has come, if the account is linked to that member and open."""
    platform = platform_of(request)
    over = _cookie(platform, "", 0)
    attempt = _attempt(platform, request.cookies.get(COOKIE, ""))
    if attempt is None or not code or not secrets.compare_digest(attempt.state.encode(), echoed.encode()):
        return Redirect(log_in_page(attempt.path if attempt else "/", "failed"), cookies=[over])
    app = await _app(platform, attempt.org_id)
    member = await platform.resources[WeComDirectory].whose(app, code) if app is not None else None
    if member is None:
        return Redirect(log_in_page(attempt.path, "failed"), cookies=[over])
    person = await _person(platform, attempt.org_id, member)
    if person is None:
        return Redirect(log_in_page(attempt.path, "unknown"), cookies=[over])
    async with platform.transaction(person) as tx:
        token = await open_session(tx, DEVICE, client_address(request, platform.settings.trusted_proxies))
    return Redirect(arrival(attempt.path), cookies=[session_cookie(platform.settings, token, SESSION_LIFE), over])


async def _is_signed_in(platform: Platform, request: HttpRequest, org_id: UUID) -> bool:
    try:
        async with platform.database.transaction(READ) as (_, raw):
            return (await platform.authenticate(raw, credentials(request, writing=False))).org_id == org_id
    except NotSignedIn:
        return False


async def _app(platform: Platform, org_id: UUID) -> WeComApp | None:
    """Return the organization's app, or None: it has none, or its secret cannot be read any more."""
    async with platform.transaction(system_actor(org_id)) as tx:
        access = (await reach.accesses(tx)).get(Channel.WECOM)
    if access is None:
        return None
    try:
        secret = vault_of(platform.settings).open(access.secret, secret_place(org_id, Channel.WECOM))
    except Unreadable:
        return None
    return app_of(access, secret)


async def _person(platform: Platform, org_id: UUID, member: str) -> Actor | None:
    """Return whose account is linked to a member of WeCom, while it is open."""
    async with platform.transaction(system_actor(org_id)) as tx:
        account_id = await reach.holder_of(tx, member)
        person = await reach.person(tx, account_id) if account_id is not None else None
    if account_id is None or person is None or not person.active:
        return None
    return Actor(org_id=org_id, account_id=account_id, name=person.username)


def _attempt(platform: Platform, kept: str) -> Attempt | None:
    try:
        attempt = msgspec.json.decode(vault_of(platform.settings).open(kept, PLACE), type=Attempt)
    except (Unreadable, ValueError):
        return None
    return attempt if attempt.until > platform.clock.now() else None


def _cookie(platform: Platform, value: str, max_age: int) -> Cookie:
    secure = platform.settings.secure_cookies
    return Cookie(COOKIE, path=ENTRANCE, value=value, max_age=max_age, httponly=True, secure=secure, samesite="lax")


WECOM_LOGIN = (begin, finish)
