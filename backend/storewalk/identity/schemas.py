"""Accounts and access on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, field

from storewalk.core.schemas import Input, Output

Username = Annotated[str, Meta(min_length=2, max_length=60, pattern=r"^[A-Za-z0-9._@-]+$")]
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Password = Annotated[str, Meta(min_length=10, max_length=200)]
Locale = Literal["zh", "en"]


class Device(Input):
    """What the client calls itself."""

    name: Annotated[str, Meta(max_length=120)] = ""


class LogIn(Input):
    """Credentials; the organization's code is needed only where a username exists in several.

    `code` is the authenticator app's or a recovery code, `new_password` takes the place of a temporary one; both are
    given once the log-in has asked for them.
    """

    username: Annotated[str, Meta(min_length=1, max_length=60)]
    password: Annotated[str, Meta(min_length=1, max_length=200)]
    organization: str | None = None
    device: Device | None = None
    code: Annotated[str, Meta(min_length=6, max_length=20)] | None = None
    new_password: Password | None = None


class AccountRef(Output):
    """A person in few words."""

    id: UUID
    name: str
    username: str
    locale: str


class OrganizationRef(Output):
    """The chain; people with accounts in several name one by its code when they log in."""

    id: UUID
    code: str
    name: str


class Me(Output):
    """Who is logged in, and what the screens may offer; recovery codes when the log-in has set a second factor up."""

    account: AccountRef
    organization: OrganizationRef
    permissions: list[str]
    home_store_id: UUID | None
    csrf: str = ""
    recovery_codes: list[str] = field(default_factory=list[str])


class SetLocale(Input):
    """Choose a language."""

    locale: Locale


class GrantForm(Input):
    """A role on a place."""

    role: str
    node_id: UUID


class OpenAccount(Input):
    """A new person."""

    username: Username
    name: Name
    password: Password
    locale: Locale = "zh"
    phone: Annotated[str, Meta(max_length=40)] = ""
    grants: Annotated[list[GrantForm], Meta(max_length=50)] = field(default_factory=list[GrantForm])


class SetGrants(Input):
    """All of an account's roles and places."""

    grants: Annotated[list[GrantForm], Meta(max_length=50)]


class GrantOut(Output):
    """A role on a place, with their names."""

    role: str
    node_id: UUID
    node_name: str
    node_kind: str


class AccountOut(Output):
    """A person as the console lists them."""

    id: UUID
    username: str
    name: str
    locale: str
    active: bool
    recorded_at: datetime
    second_factor: bool
    temporary_access: bool
    grants: list[GrantOut]


class RoleOut(Output):
    """A role and what it may do."""

    id: UUID
    code: str
    permissions: list[str]


class NodeOut(Output):
    """A place in the scope tree."""

    id: UUID
    parent_id: UUID | None
    kind: str
    name: str


class SessionOut(Output):
    """A device that is logged in."""

    id: UUID
    device_name: str
    client: str
    recorded_at: datetime
    seen_at: datetime
    expires_at: datetime
    current: bool


class IssueToken(Input):
    """A new key for an integration."""

    name: Name
    scopes: Annotated[list[str], Meta(min_length=1, max_length=50)]
    expires_at: Annotated[datetime, Meta(tz=True)] | None = None


class TokenOut(Output):
    """A key as listed; `token` is shown once, when it is made."""

    id: UUID
    name: str
    scopes: list[str]
    account_name: str
    recorded_at: datetime
    expires_at: datetime | None
    token: str | None = None
