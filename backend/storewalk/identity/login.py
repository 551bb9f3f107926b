"""Logging in: throttled by name and by address, in equal time for known and unknown names, outside of receipts."""

from typing import Final
from uuid import UUID

import msgspec
from litestar import Response, delete, post
from litestar.datastructures import Cookie
from litestar.params import JSONBody

from storewalk.core.access import PUBLIC, SIGNED_IN, Actor
from storewalk.core.credentials import Credentials
from storewalk.core.database import READ, WRITE
from storewalk.core.errors import NotSignedIn, TooMany
from storewalk.core.http import SESSION_COOKIE, HttpRequest, credentials, platform_of
from storewalk.core.platform import Platform
from storewalk.core.requests import client_address, session_cookie
from storewalk.core.tx import ReadTx
from storewalk.identity import queries
from storewalk.identity.authentication import csrf_of
from storewalk.identity.passwords import matches
from storewalk.identity.schemas import LogIn, Me
from storewalk.identity.service.sessions import SESSION_LIFE, open_session, revoke_session

# Failures before waiting begins: five for a name from one address, fifty for an address whatever the names.
FREE: Final = (5, 50)


@post("/api/session", operation_id="logIn", status_code=200, opt={"permission": PUBLIC}, security=[])
async def log_in(request: HttpRequest, data: JSONBody[LogIn]) -> Response[Me]:
    """Check a username and password and log the device in: sets the session cookie, returns the CSRF value."""
    platform = platform_of(request)
    client = client_address(request, platform.settings.trusted_proxies)
    keys = [f"name:{data.username.lower()}:{client}", f"client:{client}"]
    org_id, account_id = await _check(platform, data, keys)
    device = (data.device.name if data.device else "") or request.headers.get("user-agent", "")[:120]
    async with platform.transaction(Actor(org_id=org_id, account_id=account_id, name=data.username)) as tx:
        token = await open_session(tx, device, client)
        await tx.raw.execute("SELECT storewalk_log_in_passed($1)", keys[:1])
    async with platform.database.transaction(READ) as (connection, raw):
        actor = await platform.authenticate(raw, Credentials(token, None, None, writing=False))
        me = await queries.me(ReadTx(connection, raw, actor, platform.clock.now()))
    cookie = session_cookie(platform.settings, token, SESSION_LIFE)
    return Response(msgspec.structs.replace(me, csrf=csrf_of(platform.settings.secret_key, token)), cookies=[cookie])


async def _check(platform: Platform, form: LogIn, keys: list[str]) -> tuple[UUID, UUID]:
    """Return organization and account. Raises TooMany while waiting, NotSignedIn for a wrong name or password."""
    async with platform.database.transaction(WRITE) as (_, raw):
        row = await raw.fetchrow("SELECT * FROM storewalk_log_in($1, $2, $3)", form.username, form.organization, keys)
    if row is None or row["retry_after"] > 0:
        raise TooMany("identity.wait", retry_after=row["retry_after"] if row else 1)
    if not await matches(row["password_hash"], form.password):
        async with platform.database.transaction(WRITE) as (_, raw):
            await raw.execute("SELECT storewalk_log_in_failed($1, $2)", keys, list(FREE))
        raise NotSignedIn("identity.wrong_login")
    return row["org_id"], row["account_id"]


@delete("/api/session", operation_id="logOut", status_code=200, opt={"permission": SIGNED_IN})
async def log_out(request: HttpRequest) -> Response[None]:
    """Log this device out and forget its cookie."""
    platform = platform_of(request)
    async with platform.database.transaction(READ) as (_, raw):
        actor = await platform.authenticate(raw, credentials(request, writing=True))
    if actor.session_id is not None:
        async with platform.transaction(actor) as tx:
            await revoke_session(tx, actor.session_id)
    return Response(None, cookies=[Cookie(key=SESSION_COOKIE, value="", max_age=0, path="/", httponly=True)])
