"""Second factor, passwords and the rule for them on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output
from storewalk.identity.factor_models import FactorRule
from storewalk.identity.schemas import Password

Code = Annotated[str, Meta(min_length=6, max_length=20)]
Given = Annotated[str, Meta(min_length=1, max_length=200)]


class ProveOneself(Input):
    """The password again, before something that an unlocked phone alone shall not do."""

    password: Given


class ConfirmFactor(Input):
    """The first code of the app, which shows that it has the secret."""

    code: Code


class ChangePassword(Input):
    """Another password for oneself."""

    password: Given
    new_password: Password


class SetAccessPolicy(Input):
    """Whether people log in with a second factor; with `required`, those who hold one of the permissions."""

    second_factor: FactorRule
    permissions: Annotated[list[str], Meta(max_length=100)]
    if_version: int


class AccessPolicyOut(Output):
    """The rule, and how many active people it concerns and how many of them have a second factor."""

    second_factor: FactorRule
    permissions: list[str]
    version: int
    people: int
    enrolled: int


class FactorOut(Output):
    """One's own second factor: whether there is one, whether the organization has or wants it."""

    confirmed_at: datetime | None
    recovery_codes_left: int
    rule: FactorRule
    required: bool


class FactorBegun(Output):
    """What the authenticator app is given, told once: as a link (also for a QR code) and to be typed."""

    secret: str
    link: str


class RecoveryCodes(Output):
    """Ten codes that each stand in for the app once, told once."""

    codes: list[str]


class PasswordGiven(Output):
    """A temporary password, told once, to be changed at the next log-in and before its last day."""

    account_id: UUID
    password: str
    until: datetime
