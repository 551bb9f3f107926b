"""Passwords for many people at once, and a person's phone number, over HTTP."""

from typing import Annotated, Final
from uuid import UUID

import msgspec
from litestar import Router
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from storewalk.core.http import HttpRequest, command, platform_of, query
from storewalk.core.platform import Platform
from storewalk.core.schemas import Input, Output
from storewalk.core.tx import ReadTx, Tx
from storewalk.core.vault import vault_of
from storewalk.identity import queries
from storewalk.identity.factor_schemas import PasswordGiven
from storewalk.identity.one_time import Sealed
from storewalk.identity.passwords import hash_password
from storewalk.identity.people_out import phone_of
from storewalk.identity.permissions import ACCOUNTS_MANAGE, ACCOUNTS_READ
from storewalk.identity.schemas import AccountOut
from storewalk.identity.service import passwords
from storewalk.identity.service.phone import set_phone

MOST_AT_ONCE: Final = 50
"""Each password costs a good part of a second's computing, by design; more people come in more commands."""


class GivePasswords(Input):
    """Who shall get a temporary password."""

    account_ids: Annotated[list[UUID], Meta(min_length=1, max_length=MOST_AT_ONCE)]


class PasswordNote(PasswordGiven):
    """A temporary password with whose it is, to be handed over."""

    username: str
    name: str


class PasswordNotes(Output):
    """What is handed over, told once."""

    items: list[PasswordNote]


class SetPhone(Input):
    """A person's number, of China or with its country's; empty for none."""

    phone: Annotated[str, Meta(max_length=40)]


class PhoneOut(Output):
    """A phone number, masked for those who need not ring it."""

    phone: str | None


def _show_notes(platform: Platform, out: PasswordNotes) -> PasswordNotes:
    shown = [msgspec.structs.replace(n, password=Sealed.opened(platform, n.password)[0]) for n in out.items]
    return PasswordNotes(items=shown)


@command("/accounts/password-resets", operation_id="givePasswords", permission=ACCOUNTS_MANAGE, sign=_show_notes)
async def give_passwords(tx: Tx, data: JSONBody[GivePasswords], request: HttpRequest) -> PasswordNotes:
    """Give several people temporary passwords, told once; their devices are logged out."""
    vault = vault_of(platform_of(request).settings)
    notes: list[PasswordNote] = []
    for account_id in sorted(set(data.account_ids)):  # in one order, so that two who do this never wait for each other
        password = passwords.temporary_password()
        until = await passwords.reset(tx, account_id, await hash_password(password))
        account = await queries.lock_account(tx, account_id)
        notes.append(
            PasswordNote(
                account_id=account_id,
                password=Sealed.texts(vault, password),
                until=until,
                username=account.username,
                name=account.name,
            )
        )
    return PasswordNotes(items=notes)


@query("/accounts/{account_id:uuid}/phone", operation_id="getAccountPhone", permission=ACCOUNTS_READ)
async def get_phone(tx: ReadTx, account_id: FromPath[UUID], request: HttpRequest) -> PhoneOut:
    """Show a person's phone number as far as the reader may see it."""
    await queries.account(tx, account_id)
    return PhoneOut(phone=await phone_of(tx, account_id, vault_of(platform_of(request).settings)))


@command("/accounts/{account_id:uuid}/phone", operation_id="setAccountPhone", permission=ACCOUNTS_MANAGE, method="PUT")
async def put_phone(tx: Tx, account_id: FromPath[UUID], data: JSONBody[SetPhone], request: HttpRequest) -> AccountOut:
    """Set a person's phone number; the answer does not repeat it, since answers are kept."""
    await set_phone(tx, account_id, data.phone, vault_of(platform_of(request).settings))
    return await queries.account(tx, account_id)


PEOPLE_ROUTER: Final = Router("/api", route_handlers=[give_passwords, get_phone, put_phone], tags=["identity"])
