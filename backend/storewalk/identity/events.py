"""What happened to accounts and access."""

from uuid import UUID

from storewalk.core.events import Event


class OrganizationFounded(Event, kind="identity.organization_founded"):
    """An organization came to be, with its root place and standard roles."""

    name: str


class AccountOpened(Event, kind="identity.account_opened"):
    """A person got an account."""

    username: str


class AccountDeactivated(Event, kind="identity.account_deactivated"):
    """An account was closed; its sessions and tokens ended."""


class GrantsChanged(Event, kind="identity.grants_changed"):
    """An account's roles and places were set anew."""

    grants: list[tuple[str, UUID]]


class LocaleChanged(Event, kind="identity.locale_changed"):
    """A person chose another language."""

    locale: str


class LoggedIn(Event, kind="identity.logged_in"):
    """A device was logged in (subject: the account)."""

    device_name: str


class SessionRevoked(Event, kind="identity.session_revoked"):
    """A device was logged out, by its user or from another device."""


class TokenIssued(Event, kind="identity.token_issued"):
    """An integration got a key."""

    name: str
    scopes: list[str]


class TokenRevoked(Event, kind="identity.token_revoked"):
    """An integration's key was withdrawn."""
