"""Logging in: throttled by name and by address, in equal time for known and unknown names, outside of receipts.

After the password it asks for what else is due, one thing at a time: a password of one's own in place of a temporary
one, the code of the second factor, the set-up of one that the organization wants. The client then sends all of it
again; the code, which soon ends, comes last.
"""

from typing import Final
from uuid import UUID

import msgspec
from litestar import Response, delete, post
from litestar.datastructures import Cookie
from litestar.params import JSONBody

from storewalk.core.access import PUBLIC, SIGNED_IN, Actor
from storewalk.core.credentials import Credentials
from storewalk.core.database import READ, WRITE
from storewalk.core.errors import CodeDue, EnrolmentDue, Invalid, NotSignedIn, PasswordDue, TooMany, WrongState
from storewalk.core.http import SESSION_COOKIE, HttpRequest, credentials, platform_of
from storewalk.core.platform import Platform
from storewalk.core.requests import client_address, session_cookie
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.identity import queries
from storewalk.identity.authentication import csrf_of
from storewalk.identity.factor_schemas import FactorBegun
from storewalk.identity.one_time import app_link
from storewalk.identity.passwords import hash_password, matches
from storewalk.identity.patience import failed, passed, require_patience
from storewalk.identity.schemas import LogIn, Me
from storewalk.identity.service import factors, passwords
from storewalk.identity.service.policy import is_required
from storewalk.identity.service.sessions import SESSION_LIFE, open_session, revoke_session

# Failures before waiting begins: five for a name from one address, fifty for an address whatever the names.
FREE: Final = (5, 50)
# Codes of one person, from wherever: who gets that far has the password.
FREE_CODES: Final = 5


class WrongCode(Exception):
    """A code was wrong; outside of the transaction it counts as a failure."""


@post("/api/session", operation_id="logIn", status_code=200, opt={"permission": PUBLIC}, security=[])
async def log_in(request: HttpRequest, data: JSONBody[LogIn]) -> Response[Me]:
    """Check a username and password and log the device in: sets the session cookie, returns the CSRF value."""
    platform = platform_of(request)
    client = client_address(request, platform.settings.trusted_proxies)
    keys = _keys(data, client)
    org_id, account_id = await _check(platform, data, keys)
    device = (data.device.name if data.device else "") or request.headers.get("user-agent", "")[:120]
    new_hash = await hash_password(data.new_password) if data.new_password else None
    try:
        async with platform.transaction(Actor(org_id=org_id, account_id=account_id, name=data.username)) as tx:
            codes = await _further(tx, platform, data, new_hash)
            token = await open_session(tx, device, client)
            await passed(tx.raw, keys[0], _code_key(account_id))
    except WrongCode as error:
        await failed(platform, [*keys, _code_key(account_id)], [*FREE, FREE_CODES])
        raise NotSignedIn("identity.wrong_code", field="code") from error
    async with platform.database.transaction(READ) as (connection, raw):
        actor = await platform.authenticate(raw, Credentials(token, None, None, writing=False))
        me = await queries.me(ReadTx(connection, raw, actor, platform.clock.now()))
    me = msgspec.structs.replace(me, csrf=csrf_of(platform.settings.secret_key, token), recovery_codes=codes)
    return Response(me, cookies=[session_cookie(platform.settings, token, SESSION_LIFE)])


@post("/api/session/second-factor", operation_id="beginSecondFactorAtLogIn", status_code=200,
      opt={"permission": PUBLIC}, security=[])  # fmt: skip
async def begin_second_factor(request: HttpRequest, data: JSONBody[LogIn]) -> FactorBegun:
    """Give somebody whose log-in waits for a second factor the secret for the app; the log-in's code confirms it."""
    platform = platform_of(request)
    org_id, account_id = await _check(
        platform, data, _keys(data, client_address(request, platform.settings.trusted_proxies))
    )
    async with platform.transaction(Actor(org_id=org_id, account_id=account_id, name=data.username)) as tx:
        if not await is_required(tx, account_id):
            raise WrongState("identity.factor_after_log_in")
        secret = await factors.begin(tx, account_id, vault_of(platform.settings))
        me = await queries.me(tx)
    link = app_link(secret, me.account.username, me.organization.name)
    return FactorBegun(secret=secret, link=link)


async def _further(tx: Tx, platform: Platform, form: LogIn, new_hash: str | None) -> list[str]:
    """Take what is due beyond the password; return the recovery codes if that set a second factor up.

    Raises CodeDue, EnrolmentDue or PasswordDue for what is missing, WrongCode, Invalid for the same password again.
    """
    account = await queries.lock_account(tx, tx.actor.account_id)
    if account.password_until is None:
        return await _second_factor(tx, platform, form.code)
    if new_hash is None:
        raise PasswordDue("identity.password_due", field="newPassword")
    if form.new_password == form.password:
        raise Invalid("identity.same_password", field="newPassword")
    codes = await _second_factor(tx, platform, form.code)
    await passwords.change(tx, account.id, new_hash)
    return codes


async def _second_factor(tx: Tx, platform: Platform, code: str | None) -> list[str]:
    account_id, vault = tx.actor.account_id, vault_of(platform.settings)
    factor = await factors.lock_factor(tx, account_id)
    if factor is not None and factor.confirmed_at is not None:
        if code is None:
            raise CodeDue("identity.code_due", field="code")
        await require_patience(tx.raw, _code_key(account_id))
        if not await factors.prove(tx, factor, code, vault):
            raise WrongCode
    elif await is_required(tx, account_id):
        if code is None or factor is None:
            raise EnrolmentDue("identity.enrolment_due")
        await require_patience(tx.raw, _code_key(account_id))
        try:
            return await factors.confirm(tx, account_id, code, vault)
        except Invalid as error:
            raise WrongCode from error
    return []


def _keys(form: LogIn, client: str) -> list[str]:
    name = form.username.lower()
    return [f"name:{name}:{client}", f"client:{client}"]


def _code_key(account_id: UUID) -> str:
    return f"code:{account_id}"


async def _check(platform: Platform, form: LogIn, keys: list[str]) -> tuple[UUID, UUID]:
    """Return organization and account. Raises TooMany while waiting, NotSignedIn for a wrong name or password."""
    async with platform.database.transaction(WRITE) as (_, raw):
        row = await raw.fetchrow("SELECT * FROM storewalk_log_in($1, $2, $3)", form.username, form.organization, keys)
        until = await raw.fetchval(UNTIL, row["org_id"], row["account_id"]) if row else None
    if row is None or row["retry_after"] > 0:
        raise TooMany("identity.wait", retry_after=row["retry_after"] if row else 1)
    right = await matches(row["password_hash"], form.password)
    if not right or (until is not None and until <= platform.clock.now()):
        await failed(platform, keys, FREE)
        raise NotSignedIn("identity.wrong_login")
    return row["org_id"], row["account_id"]


# The look-up of the name has put the transaction under its organization's policy.
UNTIL: Final = "SELECT password_until FROM account WHERE org_id = $1 AND id = $2"


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
