"""What happened to accounts and access."""

from datetime import datetime
from uuid import UUID

from storewalk.core.events import Event


class OrganizationFounded(Event, kind="identity.organization_founded"):
    """An organization came to be, with its root place and standard roles."""

    name: str


class AccountOpened(Event, kind="identity.account_opened"):
    """A person got an account."""

    username: str


class AccountChanged(Event, kind="identity.account_changed"):
    """A person's name, phone number or language was set anew, by a sheet or by hand."""

    fields: list[str]


class AccountDeactivated(Event, kind="identity.account_deactivated"):
    """An account was closed; its sessions and tokens ended."""


class GrantsChanged(Event, kind="identity.grants_changed"):
    """An account's roles and places were set anew."""

    grants: list[tuple[str, UUID]]


class LocaleChanged(Event, kind="identity.locale_changed"):
    """A person chose another language."""

    locale: str


class PasswordChanged(Event, kind="identity.password_changed"):
    """A person chose another password; other devices were logged out."""


class PasswordReset(Event, kind="identity.password_reset"):
    """Somebody gave a person a temporary password; all devices were logged out."""

    until: datetime


class SecondFactorBegun(Event, kind="identity.second_factor_begun"):
    """A person was given a secret for an authenticator app (subject: the account, as in all of these)."""


class SecondFactorConfirmed(Event, kind="identity.second_factor_confirmed"):
    """A person logs in with a second factor from now on."""


class SecondFactorRemoved(Event, kind="identity.second_factor_removed"):
    """A person does without the second factor again."""


class SecondFactorReset(Event, kind="identity.second_factor_reset"):
    """Somebody took a person's second factor away; all devices were logged out."""


class RecoveryCodesRenewed(Event, kind="identity.recovery_codes_renewed"):
    """A person got new recovery codes; the earlier ones ended."""


class RecoveryCodeUsed(Event, kind="identity.recovery_code_used"):
    """A person logged in with a recovery code instead of the app."""

    left: int


class AccessPolicySet(Event, kind="identity.access_policy_set"):
    """An organization set who logs in with a second factor."""

    second_factor: str
    permissions: list[str]


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
