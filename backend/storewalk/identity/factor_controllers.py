"""One's own password and second factor, an administrator's help with them, and the rule, over HTTP."""

from typing import Final
from uuid import UUID

import msgspec
from litestar import Router
from litestar.params import FromPath, JSONBody

from storewalk.core.access import SIGNED_IN
from storewalk.core.errors import Forbidden, Invalid
from storewalk.core.http import HttpRequest, command, platform_of, query
from storewalk.core.platform import Platform
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.identity import factor_queries, queries
from storewalk.identity.factor_schemas import (
    AccessPolicyOut,
    ChangePassword,
    ConfirmFactor,
    FactorBegun,
    FactorOut,
    PasswordGiven,
    ProveOneself,
    RecoveryCodes,
    SetAccessPolicy,
)
from storewalk.identity.login import FREE
from storewalk.identity.one_time import Sealed, app_link
from storewalk.identity.passwords import hash_password, matches
from storewalk.identity.patience import failed, require_patience
from storewalk.identity.permissions import ACCESS_POLICY_MANAGE, ACCOUNTS_MANAGE, ACCOUNTS_READ
from storewalk.identity.schemas import AccountOut
from storewalk.identity.service import factors, passwords, policy


def _show_begun(platform: Platform, out: FactorBegun) -> FactorBegun:
    secret, link = Sealed.opened(platform, out.secret)
    return FactorBegun(secret=secret, link=link)


def _show_codes(platform: Platform, out: RecoveryCodes) -> RecoveryCodes:
    return RecoveryCodes(codes=Sealed.opened(platform, out.codes[0]))


def _show_password(platform: Platform, out: PasswordGiven) -> PasswordGiven:
    return msgspec.structs.replace(out, password=Sealed.opened(platform, out.password)[0])


async def _prove(tx: Tx, request: HttpRequest, password: str) -> None:
    """Raise Invalid unless it is the actor's password, Forbidden for a token, TooMany after too many wrong ones."""
    if tx.actor.token_scopes is not None:
        raise Forbidden("identity.token_needs_person")
    key = f"own:{tx.actor.account_id}"
    account = await queries.lock_account(tx, tx.actor.account_id)
    await require_patience(tx.raw, key)
    if not await matches(account.password_hash, password):
        await failed(platform_of(request), [key], [FREE[0]])
        raise Invalid("identity.wrong_password", field="password")


@command("/me/password", operation_id="changePassword", permission=SIGNED_IN, method="PUT")
async def change_password(tx: Tx, data: JSONBody[ChangePassword], request: HttpRequest) -> None:
    """Change one's own password; every other device is logged out."""
    await _prove(tx, request, data.password)
    if data.new_password == data.password:
        raise Invalid("identity.same_password", field="newPassword")
    await passwords.change(tx, tx.actor.account_id, await hash_password(data.new_password))


@query("/me/second-factor", operation_id="getSecondFactor", permission=SIGNED_IN)
async def get_second_factor(tx: ReadTx) -> FactorOut:
    """Show one's own second factor."""
    return await factor_queries.own_factor(tx, required=await policy.is_required(tx, tx.actor.account_id))


@command("/me/second-factor", operation_id="beginSecondFactor", permission=SIGNED_IN, sign=_show_begun)
async def begin(tx: Tx, data: JSONBody[ProveOneself], request: HttpRequest) -> FactorBegun:
    """Get the secret for an authenticator app; it counts once a code has confirmed it."""
    await _prove(tx, request, data.password)
    vault = vault_of(platform_of(request).settings)
    secret, me = await factors.begin(tx, tx.actor.account_id, vault), await queries.me(tx)
    link = app_link(secret, me.account.username, me.organization.name)
    return FactorBegun(secret=Sealed.texts(vault, secret, link), link="")


@command("/me/second-factor/confirmation", operation_id="confirmSecondFactor", permission=SIGNED_IN, sign=_show_codes)
async def confirm(tx: Tx, data: JSONBody[ConfirmFactor], request: HttpRequest) -> RecoveryCodes:
    """Have the second factor count from now on; the recovery codes are told once."""
    vault = vault_of(platform_of(request).settings)
    codes = await factors.confirm(tx, tx.actor.account_id, data.code, vault)
    return RecoveryCodes(codes=[Sealed.texts(vault, *codes)])


@command("/me/second-factor/recovery-codes", operation_id="renewRecoveryCodes", permission=SIGNED_IN, sign=_show_codes)
async def renew_codes(tx: Tx, data: JSONBody[ProveOneself], request: HttpRequest) -> RecoveryCodes:
    """Get new recovery codes; the earlier ones end."""
    await _prove(tx, request, data.password)
    return RecoveryCodes(codes=[Sealed.texts(vault_of(platform_of(request).settings), *await factors.renew_codes(tx))])


@command("/me/second-factor/removal", operation_id="removeSecondFactor", permission=SIGNED_IN)
async def remove(tx: Tx, data: JSONBody[ProveOneself], request: HttpRequest) -> None:
    """Do without the second factor again."""
    await _prove(tx, request, data.password)
    await factors.remove(tx)


@command(
    "/accounts/{account_id:uuid}/password-reset", operation_id="resetPassword", permission=ACCOUNTS_MANAGE,
    sign=_show_password,
)  # fmt: skip
async def reset_password(tx: Tx, account_id: FromPath[UUID], request: HttpRequest) -> PasswordGiven:
    """Give somebody a temporary password, told once; the person's devices are logged out."""
    password = passwords.temporary_password()
    until = await passwords.reset(tx, account_id, await hash_password(password))
    sealed = Sealed.texts(vault_of(platform_of(request).settings), password)
    return PasswordGiven(account_id=account_id, password=sealed, until=until)


@command(
    "/accounts/{account_id:uuid}/second-factor-reset", operation_id="resetSecondFactor", permission=ACCOUNTS_MANAGE
)
async def reset_second_factor(tx: Tx, account_id: FromPath[UUID]) -> AccountOut:
    """Take somebody's lost second factor away; the person's devices are logged out."""
    await factors.reset(tx, account_id)
    return await queries.account(tx, account_id)


@query("/access-policy", operation_id="getAccessPolicy", permission=ACCOUNTS_READ)
async def get_policy(tx: ReadTx) -> AccessPolicyOut:
    """Show who logs in with a second factor."""
    return await factor_queries.policy(tx)


@command("/access-policy", operation_id="setAccessPolicy", permission=ACCESS_POLICY_MANAGE, method="PUT")
async def set_policy(tx: Tx, data: JSONBody[SetAccessPolicy], request: HttpRequest) -> AccessPolicyOut:
    """Set who logs in with a second factor."""
    await policy.set_policy(tx, data, request.app.state["permission_codes"])
    return await factor_queries.policy(tx)


FACTOR_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        change_password, get_second_factor, begin, confirm, renew_codes, remove, reset_password, reset_second_factor,
        get_policy, set_policy,
    ],
    tags=["identity"],
)  # fmt: skip
