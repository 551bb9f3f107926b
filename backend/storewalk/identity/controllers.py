"""Session, accounts, roles, places, devices and tokens over HTTP."""

from typing import Final
from uuid import UUID

import msgspec
from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.access import SIGNED_IN
from storewalk.core.http import SESSION_COOKIE, HttpRequest, command, platform_of, query
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.identity import queries
from storewalk.identity.authentication import csrf_of
from storewalk.identity.login import begin_second_factor, log_in, log_out
from storewalk.identity.passwords import hash_password
from storewalk.identity.permissions import ACCOUNTS_MANAGE, ACCOUNTS_READ, TOKENS_MANAGE
from storewalk.identity.schemas import (
    AccountOut,
    IssueToken,
    Me,
    NodeOut,
    OpenAccount,
    RoleOut,
    SessionOut,
    SetGrants,
    SetLocale,
    TokenOut,
)
from storewalk.identity.service import accounts as account_service
from storewalk.identity.service import tokens as token_service
from storewalk.identity.service.phone import set_phone
from storewalk.identity.service.sessions import revoke_session


@query("/me", operation_id="getMe", permission=SIGNED_IN)
async def get_me(tx: ReadTx, request: HttpRequest) -> Me:
    """Tell who is logged in, with this session's CSRF value."""
    token = request.cookies.get(SESSION_COOKIE)
    csrf = csrf_of(platform_of(request).settings.secret_key, token) if token else ""
    return msgspec.structs.replace(await queries.me(tx), csrf=csrf)


@command("/me/locale", operation_id="setLocale", permission=SIGNED_IN, method="PUT")
async def set_locale(tx: Tx, data: JSONBody[SetLocale]) -> Me:
    """Choose a language."""
    await account_service.set_locale(tx, data.locale)
    return await queries.me(tx)


@query("/sessions", operation_id="listSessions", permission=SIGNED_IN)
async def list_sessions(tx: ReadTx) -> Page[SessionOut]:
    """List one's own devices that are logged in."""
    return Page(await queries.sessions(tx), None)


@command("/sessions/{session_id:uuid}", operation_id="revokeSession", permission=SIGNED_IN, method="DELETE")
async def revoke(tx: Tx, session_id: FromPath[UUID]) -> None:
    """Log one of one's own devices out."""
    await revoke_session(tx, session_id)


@query("/accounts", operation_id="listAccounts", permission=ACCOUNTS_READ)
async def list_accounts(
    tx: ReadTx,
    q: FromQuery[str | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
) -> Page[AccountOut]:
    """List people by prefix of username or name."""
    size = page_size(limit)
    rows = await queries.accounts(tx, q, decode_cursor(cursor), size + 1)
    return page(rows, size, lambda row: (row.recorded_at, row.id))


@query("/accounts/{account_id:uuid}", operation_id="getAccount", permission=ACCOUNTS_READ)
async def get_account(tx: ReadTx, account_id: FromPath[UUID]) -> AccountOut:
    """Show one person."""
    return await queries.account(tx, account_id)


@command("/accounts", operation_id="openAccount", permission=ACCOUNTS_MANAGE, status=201)
async def open_account(tx: Tx, data: JSONBody[OpenAccount], request: HttpRequest) -> AccountOut:
    """Open an account."""
    account = await account_service.open_account(tx, data, await hash_password(data.password))
    if data.phone.strip():
        await set_phone(tx, account.id, data.phone, vault_of(platform_of(request).settings))
    return await queries.account(tx, account.id)


@command("/accounts/{account_id:uuid}/grants", operation_id="setGrants", permission=ACCOUNTS_MANAGE, method="PUT")
async def set_grants(tx: Tx, account_id: FromPath[UUID], data: JSONBody[SetGrants]) -> AccountOut:
    """Set all of a person's roles and places."""
    await account_service.set_grants(tx, account_id, data.grants)
    return await queries.account(tx, account_id)


@command("/accounts/{account_id:uuid}/deactivation", operation_id="deactivateAccount", permission=ACCOUNTS_MANAGE)
async def deactivate(tx: Tx, account_id: FromPath[UUID]) -> AccountOut:
    """Close an account and end its sessions."""
    await account_service.deactivate(tx, account_id)
    return await queries.account(tx, account_id)


@query("/roles", operation_id="listRoles", permission=ACCOUNTS_READ)
async def list_roles(tx: ReadTx) -> Page[RoleOut]:
    """List roles and what each may do."""
    return Page(await queries.roles(tx), None)


@query("/scope-nodes", operation_id="listScopeNodes", permission=ACCOUNTS_READ)
async def list_nodes(tx: ReadTx) -> Page[NodeOut]:
    """List the places that a role can be held on."""
    return Page(await queries.nodes(tx), None)


@query("/tokens", operation_id="listTokens", permission=TOKENS_MANAGE)
async def list_tokens(tx: ReadTx) -> Page[TokenOut]:
    """List the integrations' keys in force."""
    return Page(await queries.tokens(tx), None)


@command("/tokens", operation_id="issueToken", permission=TOKENS_MANAGE, status=201, sign=token_service.reveal)
async def issue_token(tx: Tx, data: JSONBody[IssueToken], request: HttpRequest) -> TokenOut:
    """Issue a key; the answer is the only place where it is shown."""
    known = request.app.state["permission_codes"]
    return await token_service.issue(tx, data, known, platform_of(request).settings.secret_key)


@command("/tokens/{token_id:uuid}", operation_id="revokeToken", permission=TOKENS_MANAGE, method="DELETE")
async def revoke_token(tx: Tx, token_id: FromPath[UUID]) -> None:
    """Withdraw a key."""
    await token_service.revoke(tx, token_id)


ROUTER: Final = Router(
    "/api",
    route_handlers=[
        get_me, set_locale, list_sessions, revoke, list_accounts, get_account, open_account, set_grants, deactivate,
        list_roles, list_nodes, list_tokens, issue_token, revoke_token,
    ],
    tags=["identity"],
)  # fmt: skip
LOGIN_ROUTES: Final = (log_in, begin_second_factor, log_out)
